/** A month or quarter as people of a language write it: `March 2027`, `2027 Q1`; nothing for what has no date. */
export function periodWords(period: string | null, locale: string): string | undefined {
  if (period === null) return undefined
  const [year = '', part = ''] = period.split('-')
  if (part.startsWith('Q')) return locale.startsWith('ja') ? `${year}年第${part.slice(1)}四半期` : locale.startsWith('es') ? `${part.slice(1)}.º trim. ${year}` : `${part} ${year}`
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${period}-01T00:00:00Z`))
}
