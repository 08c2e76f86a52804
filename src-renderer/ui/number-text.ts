/**
 * Reads a number as people of the locale write it (`1.234,5` in Spanish; full-width digits from a Japanese keyboard).
 * `null` for nothing, `undefined` for what is no number.
 */
export function parseLocaleNumber(text: string, locale: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s\u00a0\u202f]/g, '')
  if (plain === '') return null
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(-12345.6)
  const sign = (type: Intl.NumberFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? ''
  const canonical = plain.replaceAll(sign('group').trim() || '\u0000', '').replace(sign('decimal'), '.').replace(/^[\u2212\u30fc]/, '-')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(canonical) ? Number(canonical) : undefined
}

/** A number as an editor shows it: in the locale's decimal sign, without grouping, every digit kept. */
export function localeNumberText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(value)
}
