const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 6

/** What a quote is called until the central API has given it a number: made of its id, so that no two desks need to agree. */
export function provisionalNumber(id: string): string {
  const random = Number.parseInt(id.slice(-8), 16)
  return `P-${Array.from({ length: LENGTH }, (_, at) => LETTERS[Math.floor(random / 32 ** at) % 32]).join('')}`
}

export function quoteNumber(sequence: number): string {
  return `Q-${String(sequence).padStart(6, '0')}`
}

/** Both numbers, where there are two: a document that went out under the first is found under the second. */
export function shownNumbers({ number, provisionalNumber: provisional, revision }: { readonly number: string | null; readonly provisionalNumber: string; readonly revision: number }): { readonly main: string; readonly other: string | null } {
  const suffix = revision === 1 ? '' : ` R${revision}`
  return { main: `${number ?? provisional}${suffix}`, other: number === null ? null : provisional }
}
