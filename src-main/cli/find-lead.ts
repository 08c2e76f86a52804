import { RefusedError } from '#shared/foundation/outcome.ts'
import { coreWords } from '#shared/imports/normalise-company-name.ts'
import { likeness } from '#shared/imports/likeness.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import type { leads } from '#shared/leads/lead.table.ts'
import type { z } from 'zod'
import type { Session } from './workspace-session.ts'

type Lead = z.output<typeof leads.row>

const WINDOW = 500
const MOST_SUGGESTIONS = 5
const LEAST_LIKENESS = 0.4

/**
 * The lead with this id, company number or name. Names count in any script the lead has, without regard to width, case,
 * spaces, accents and legal form.
 */
export async function findLead(session: Session, wanted: string): Promise<Lead> {
  const text = wanted.normalize('NFKC').trim()
  for (const field of ['id', 'corporateNumber'] as const) {
    const exact = await firstRows(session, { filter: [{ field, operator: 'is', values: [...new Set([text, text.toLowerCase()])] }] })
    if (exact.length > 0) return only(exact)
  }
  const key = keyOf(text)
  if (key === '') throw new RefusedError('lead.not-found', 'there is no such lead')
  const bySearch = (await firstRows(session, { search: coreWords(text).join(' ').slice(0, 200) })).filter((lead) => keysOf(lead).includes(key))
  if (bySearch.length > 0) return only(bySearch)

  // The search index knows neither legal forms nor joined words: then every name is looked at.
  const found: Lead[] = []
  let similar: readonly { readonly company: string; readonly like: number }[] = []
  for await (const rows of allRows(session)) {
    found.push(...rows.filter((lead) => keysOf(lead).includes(key)))
    similar = [...similar, ...rows.map((lead) => ({ company: lead.company, like: Math.max(...keysOf(lead).map((other) => resemblance(key, other))) }))]
      .filter(({ like }) => like >= LEAST_LIKENESS)
      .sort((one, other) => other.like - one.like)
      .slice(0, MOST_SUGGESTIONS)
  }
  if (found.length > 0) return only(found)
  throw new RefusedError('lead.not-found', 'there is no such lead', { similar: similar.map(({ company }) => company) })
}

function only(found: readonly Lead[]): Lead {
  const [lead, other] = found
  if (lead !== undefined && other === undefined) return lead
  throw new RefusedError('lead.ambiguous', 'several leads have this name; use the id', { leads: found.slice(0, MOST_SUGGESTIONS).map(({ id, company, country }) => ({ id, company, country })) })
}

async function firstRows(session: Session, asked: { filter?: { field: 'id' | 'corporateNumber'; operator: 'is'; values: string[] }[]; search?: string }): Promise<readonly Lead[]> {
  return (await session.call(leadsContract.operations.list, { ...asked, from: 0, to: WINDOW })).rows
}

async function* allRows(session: Session): AsyncGenerator<readonly Lead[]> {
  for (let from = 0; ; from += WINDOW) {
    const { rows, total } = await session.call(leadsContract.operations.list, { from, to: from + WINDOW })
    yield rows
    if (from + WINDOW >= total) return
  }
}

function keysOf({ company, companyEn, companyKana }: Lead): readonly string[] {
  return [company, companyEn, companyKana].flatMap((name) => (name === null || name === '' ? [] : [keyOf(name)]))
}

/** Hiragana counts as the katakana of the same sound. */
function keyOf(name: string): string {
  return coreWords(name).join('').replaceAll(/[ぁ-ゖ]/gu, (kana) => String.fromCodePoint(kana.codePointAt(0)! + 0x60))
}

/** One that begins with the other is as like as can be; otherwise the share of common pairs of letters. */
function resemblance(wanted: string, other: string): number {
  if (wanted === '' || other === '') return 0
  return other.startsWith(wanted) || wanted.startsWith(other) ? 0.99 : likeness(wanted, other)
}
