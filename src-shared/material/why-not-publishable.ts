import { refused, type Refusal } from '../foundation/outcome.ts'
import { locales } from '../locales/locale.ts'
import { partsOf, type MaterialKind, type MaterialText, type MaterialTexts } from './material.ts'

/**
 * What partners cannot be given: `material.nothing-written` in any language, and of each language that is there `material.body-missing`,
 * `material.parts-missing`, `material.reply-missing`, `material.criteria-missing`.
 */
export function whyNotPublishable({ kind, ...texts }: MaterialTexts & { readonly kind: MaterialKind }): Refusal | null {
  const written = locales.flatMap((language) => (texts[language] === null ? [] : [{ language, text: texts[language] }]))
  if (written.length === 0) return refused('material.nothing-written', 'there is nothing in it yet').error
  for (const { language, text } of written) {
    const problem = problemOf(kind, text)
    if (problem !== null) return refused(`material.${problem.reason}`, 'a text is not complete', { language, title: problem.title }).error
  }
  return null
}

function problemOf(kind: MaterialKind, { title, body, parts, file }: MaterialText): { readonly reason: string; readonly title: string } | null {
  if (partsOf[kind] === undefined) return body === '' && file === null ? { reason: 'body-missing', title } : null
  if (parts.length === 0) return { reason: 'parts-missing', title }
  const silent = parts.find((part) => part.kind !== 'phase' && part.text === '')
  if (silent !== undefined) return { reason: 'reply-missing', title: silent.title }
  const open = parts.find((part) => part.kind === 'phase' && part.criteria.length === 0)
  return open === undefined ? null : { reason: 'criteria-missing', title: open.title }
}
