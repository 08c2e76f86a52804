import type { WrittenInput } from './reference-pricing.ts'

type Line = WrittenInput['lines'][number]

/** A quote in euros without tax in the prices, rounded by rate, half away from zero, unless something else is said. */
export function buildInput(lines: readonly Partial<Line>[], change: Partial<WrittenInput['rounding'] & Omit<WrittenInput, 'lines' | 'rounding'>> = {}): WrittenInput {
  const { scope = 'rate', mode = 'halfAwayFromZero', ...head } = change
  return { currency: 'EUR', taxMode: 'exclusive', ...head, rounding: { scope, mode }, lines: lines.map((line) => ({ quantity: '1', unitPrice: '0', taxRate: '0', ...line })) }
}

export function repeated<T>(times: number, value: T): readonly T[] {
  return Array.from({ length: times }, () => value)
}
