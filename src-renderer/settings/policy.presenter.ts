import type { Words } from '#shared/locales/words.ts'
import type { PolicyProblem, StandingPolicy } from '#shared/policies/policies.contract.ts'
import type { Formats } from '../shell/formats.ts'

/** A policy's value in words. */
export function policyValueWords({ value }: Pick<StandingPolicy, 'value'>, { policies }: Words, formats: Formats): string {
  if (typeof value === 'boolean') return value ? policies.values.yes : policies.values.no
  if (typeof value === 'number') return formats.number(value)
  const choices: Readonly<Record<string, string>> = policies.choices
  return value === '' ? policies.values.nothing : Object.hasOwn(choices, value) ? (choices[value] ?? value) : value
}

/** What is wrong, beginning with where: IT looks for it there. */
export function policyProblemWords({ problem, place, name }: PolicyProblem, { policies }: Words): string {
  return `${name === null ? place : `${place}, ${name}`}: ${policies.problems[problem]}`
}
