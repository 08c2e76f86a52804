import { nearestLocale, type Locale } from '#shared/locales/locale.ts'
import { loadWords, type Words } from '#shared/locales/words.ts'
import type { Refusal } from '#shared/foundation/outcome.ts'
import type { FormTakings } from '../forms/forms.ts'
import type { FieldProblem } from '../forms/read-submission.ts'

/** The languages a browser asks for, best first. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wished = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', quality] = part.trim().split(/\s*;\s*q=/)
    return { tag, quality: quality === undefined ? 1 : Number(quality) }
  })
  return nearestLocale(wished.toSorted((one, other) => other.quality - one.quality).map(({ tag }) => tag))
}

/** What is wrong with a submission, with a sentence for the person before each field. */
export async function withSentences(refusal: Refusal, locale: Locale): Promise<Refusal> {
  const wrong = wrongIn(refusal)
  if (wrong === undefined) return refusal
  const words = await loadWords(locale)
  return { ...refusal, details: { takes: wrong.takes, fields: wrong.fields.map((problem) => ({ ...problem, sentence: sentenceOf(words, problem.code, problem.value) })) } }
}

/** The page for a person whose plain HTML form was taken, where the form names no other. */
export async function thanksPage(locale: Locale): Promise<string> {
  const { forms } = await loadWords(locale)
  return page(locale, forms.received, `<p>${escaped(forms.receivedDetail)}</p>`)
}

export async function refusalPage(refusal: Refusal, locale: Locale): Promise<string> {
  const words = await loadWords(locale)
  const wrong = wrongIn(refusal)
  if (wrong === undefined) return page(locale, words.forms.refused, `<p>${escaped(sentenceOf(words, refusal.code, null))}</p>`)
  const labels = labelsOf(wrong.takes, words)
  const lines = wrong.fields.map(({ field, name, code, value }) => `<li>${escaped(labels[field] ?? name ?? field)}: ${escaped(sentenceOf(words, code, value))}</li>`)
  return page(locale, words.forms.refused, `<p>${escaped(words.forms.correct)}</p><ul>${lines.join('')}</ul>`)
}

interface WrongFields {
  readonly takes: FormTakings
  readonly fields: readonly FieldProblem[]
}

function wrongIn({ code, details }: Refusal): WrongFields | undefined {
  return code === 'form.fields-invalid' ? (details as unknown as WrongFields) : undefined
}

/** An answer to a question of the form's own is told by the form's own word. */
function labelsOf(takes: FormTakings, { leads, recruiting }: Words): Readonly<Record<string, string>> {
  if (takes === 'leads') return leads.fields
  const { answers: _, ...fields } = recruiting.fields
  const { contactName, contactEmail, contactPhone } = leads.fields
  return { ...fields, contactName, contactEmail, contactPhone, contactRole: recruiting.form.personRole }
}

function sentenceOf({ refusals }: Words, code: string, value: string | null): string {
  const sentence = Object.entries(refusals.codes).find(([known]) => known === code)?.[1] ?? refusals.unknown(code)
  return typeof sentence === 'string' ? sentence : sentence((name) => (name === 'value' ? (value ?? '') : ''))
}

function page(locale: Locale, title: string, body: string): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>\n`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
