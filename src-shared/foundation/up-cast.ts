import type { JsonValue } from './json.ts'
import type { CommandOperation } from './operation.ts'

/** Makes of an input of one version of a command that of the next. Throws at what never was such an input. */
export type UpCast = (input: JsonValue) => JsonValue

/**
 * An input that was given to this version of a command, as the present version has it; parse it then.
 * @returns undefined for a version that is still to come, and for what cannot be made a present input of
 */
export function presentInput({ version, earlier }: CommandOperation, given: number, input: JsonValue): JsonValue | undefined {
  if (given < 1 || given > version) return undefined
  try {
    return earlier.slice(given - 1).reduce((present, upCast) => upCast(present), input)
  } catch {
    return undefined
  }
}
