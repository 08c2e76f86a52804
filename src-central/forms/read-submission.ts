import { foldName } from '#shared/imports/fold-name.ts'
import type { ImportField, RowProblem } from '#shared/imports/subjects/import-subject.ts'

export type Values = Readonly<Record<string, string>>

export interface FieldProblem extends RowProblem {
  /** As the form calls the field; null where it has none. */
  readonly name: string | null
}

export type ReadSubmission<T> =
  | { readonly content: T; readonly unused: readonly string[] }
  | { readonly problems: readonly FieldProblem[] }

/** What a form has sent, by the fields that it means. */
export interface Submitted<F extends string> {
  /** Every field; one that was not sent is the empty text. */
  readonly row: Readonly<Record<F, string>>
  /** Names that mean no field and say something. */
  readonly unknown: readonly string[]
  /** Names the problems as the form does. */
  tell(problems: readonly RowProblem<F>[]): { readonly problems: readonly FieldProblem[] }
}

/** Knows fields by the import's names and headers in three languages; a name goes before a header. */
export function fieldFinder<F extends string>(fields: readonly ImportField<F>[]): (values: Values) => Submitted<F> {
  const byName = new Map<string, F>(fields.map(({ name }) => [foldName(name), name]))
  const bySynonym = new Map<string, F>(fields.flatMap(({ name, synonyms }) => synonyms.map((synonym) => [foldName(synonym), name] as const)))
  return (values) => {
    const sources = new Map<F, string>()
    for (const known of [byName, bySynonym]) {
      for (const [name, value] of Object.entries(values)) {
        const field = known.get(foldName(name))
        if (field !== undefined && value.trim() !== '' && !sources.has(field)) sources.set(field, name)
      }
    }
    const used = new Set(sources.values())
    return {
      row: Object.fromEntries(fields.map(({ name }) => [name, values[sources.get(name) ?? ''] ?? ''])) as Record<F, string>,
      unknown: Object.keys(values).filter((name) => !used.has(name) && values[name]?.trim() !== ''),
      tell: (problems) => ({ problems: problems.map((problem) => ({ ...problem, name: sources.get(problem.field) ?? null })) }),
    }
  }
}
