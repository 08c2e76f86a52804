import type { ImportErrorCode, ImportErrorData } from './import-errors.ts'

/** What a reader made of one cell: a value, nothing (an empty cell), or a refusal that the caller places at a line and column. */
export type FieldReading<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly code: ImportErrorCode; readonly data: ImportErrorData }

export function fieldRead<T>(value: T | null): FieldReading<T> {
  return { ok: true, value }
}

/** The refused text goes along, cut short: the person must recognise it, the log must not grow with it. */
export function fieldRefused(code: ImportErrorCode, value: string, data: ImportErrorData = {}): { readonly ok: false; readonly code: ImportErrorCode; readonly data: ImportErrorData } {
  return { ok: false, code, data: { value: value.slice(0, 80), ...data } }
}
