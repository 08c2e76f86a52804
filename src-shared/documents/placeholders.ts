/** What a template's texts may name, and a document fills in. */
export const placeholders = ['account', 'contact', 'partner', 'number', 'name', 'total', 'validUntil'] as const
export type Placeholder = (typeof placeholders)[number]

const NAMED = /\{([^{}\s]*)\}/gu

/** Names in braces that are none. */
export function unknownPlaceholders(text: string): readonly string[] {
  return [...text.matchAll(NAMED)].map(([, name = '']) => name).filter((name) => !placeholders.some((known) => known === name))
}

export function fillIn(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replaceAll(NAMED, (whole, name: string) => placeholders.some((known) => known === name) ? values[name as Placeholder] : whole)
}
