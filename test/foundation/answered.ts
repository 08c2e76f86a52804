import type { Question } from '#shared/foundation/command.ts'
import { CompanyMatcher } from '#shared/matching/company-matcher.ts'

/** Drives a rule that asks: `one` is answered by id, `many` by all rows of the table. */
export function answered<T>(steps: Generator<Question, T, unknown>, rows: Readonly<Record<string, readonly { readonly id: string }[]>>): T {
  let step = steps.next()
  while (step.done !== true) {
    const { value: question } = step
    const there = rows[question.table.name] ?? []
    step = steps.next(question.kind === 'one' ? there.find(({ id }) => id === question.id) : question.kind === 'many' ? there : new CompanyMatcher(there.map((row) => question.companyOf(row as never))).find(question.company, question))
  }
  return step.value
}
