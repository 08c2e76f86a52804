import type { JsonValue } from './json.ts'

/** Why something was not done: a closed code `entity.reason`, a sentence for logs, and facts for the words the window makes of it. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly details?: JsonValue
}

/** The answer of every operation: never silence, never a thrown stack. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal }

export function succeeded<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refused(code: string, message: string, details?: JsonValue): { ok: false; error: Refusal } {
  return { ok: false, error: details === undefined ? { code, message } : { code, message, details } }
}

/** A refusal on its way up through code that returns something else; dispatch turns it back into an outcome. */
export class RefusedError extends Error {
  readonly refusal: Refusal

  constructor(code: string, message: string, details?: JsonValue) {
    super(`${code}: ${message}`)
    this.refusal = refused(code, message, details).error
  }
}
