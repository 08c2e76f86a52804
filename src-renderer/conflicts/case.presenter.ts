import type { CaseState } from '#shared/conflicts/conflict-case.ts'
import type { Claim, Verdict } from '#shared/engagement/claim.ts'
import type { Fact } from '#shared/engagement/find-facts.ts'
import type { PartnerTier } from '#shared/partners/partner.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Formats } from '../shell/formats.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

/** A case of the list. */
export type ListedCase = ValueOf<Client['conflicts']['list']>['rows'][number]
/** A case with what is on record in it, and what the rules say of it. */
export type CaseFile = ValueOf<Client['conflicts']['get']>

const tones: Readonly<Record<CaseState, BadgeTone>> = { detected: 'danger', triage: 'warning', evidenceRequested: 'info', underReview: 'warning', decided: 'accent', appealed: 'danger', final: 'neutral' }
export const caseTone = (state: CaseState): BadgeTone => tones[state]

/** When the house, or somebody else, is to have done something; a decided case can be appealed until then. */
export function dueText({ state, dueAt }: { readonly state: CaseState; readonly dueAt: string | null }, w: Words, formats: Formats): string {
  if (dueAt === null) return ''
  return state === 'decided' ? w.conflicts.appealUntil(formats.moment(dueAt)) : w.conflicts.due(formats.moment(dueAt))
}

export function claimantName({ partnerName, kind }: Pick<Claim, 'partnerName' | 'kind'>, w: Words): string {
  return partnerName ?? w.conflicts.claimKinds[kind]
}

/** Who has what, in a line. */
export function sharesText({ shares }: Verdict, claims: readonly Claim[], w: Words, formats: Formats): string {
  const having = shares.filter(({ percent }) => percent > 0)
  if (having.length === 0) return w.conflicts.nobody
  return formats.list(having.map(({ claimId, percent }) => {
    const claim = claims.find(({ id }) => id === claimId)
    return w.conflicts.shareOf(claim === undefined ? '–' : claimantName(claim, w), percent)
  }))
}

export function factText({ code, at = '', recordedAt = '', count = 0, text = '' }: Fact, w: Words, formats: Formats): string {
  const moment = (instant: string): string => (instant === '' ? '' : formats.moment(instant))
  const tier = code === 'tier' && text !== '' ? w.partners.tiers[text as PartnerTier] : ''
  return w.conflicts.findings[code]({ at: moment(at), recordedAt: moment(recordedAt), count: formats.number(count), text, tier })
}

export function caseFieldText(field: string, value: unknown, w: Words, formats: Formats): string {
  if (value === null || value === undefined || value === '') return ''
  const text = String(value)
  switch (field) {
    case 'state':
      return w.conflicts.states[value as CaseState]
    case 'openedAt':
    case 'dueAt':
    case 'finalAt':
      return formats.moment(text)
    default:
      return Array.isArray(value) ? formats.number(value.length) : text
  }
}
