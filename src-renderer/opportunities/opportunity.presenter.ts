import type { LostReason } from '#shared/leads/lost-reason.ts'
import type { Words } from '#shared/locales/words.ts'
import { usualDays, type Judgement, type OpportunityStage } from '#shared/opportunities/opportunity.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

/** An opportunity with the names of its account and primary contact. */
export type Opportunity = ValueOf<Client['opportunities']['get']>

const tones: Readonly<Record<OpportunityStage, BadgeTone>> = { discovery: 'info', evaluation: 'info', proposal: 'accent', negotiation: 'accent', won: 'success', lost: 'neutral' }

export const stageTone = (stage: OpportunityStage): BadgeTone => tones[stage]

/** A field's name in words; what is the pipeline's is named there. */
export function opportunityFieldTitle(field: string, { opportunities, pipeline }: Words): string {
  return (opportunities.fields as Readonly<Record<string, string>>)[field] ?? (pipeline.fields as Readonly<Record<string, string>>)[field] ?? field
}

const DAY_MS = 86_400_000

/** How long an opportunity is at its stage, and whether that is longer than usual. */
export function ageOf({ settledSince, stage }: Pick<Opportunity, 'settledSince' | 'stage'>, now: number): { readonly days: number; readonly usual: number | undefined; readonly isLong: boolean } {
  const days = Math.max(0, Math.floor((now - Date.parse(settledSince)) / DAY_MS))
  const usual = usualDays[stage]
  return { days, usual, isLong: usual !== undefined && days > usual }
}

/** A field's value in words of the present language; an empty text for what is not known. An amount is said with its currency, by whoever has both. */
export function opportunityFieldText(field: string, value: unknown, { language, names }: Pick<Workbench, 'language' | 'names'>): string {
  const words = language.words.value
  if (field === 'territoryId' && value === null) return words.accounts.everybody
  if (value === null || value === undefined || value === '') return ''
  const formats = language.formats.value
  const text = String(value)
  switch (field) {
    case 'stage':
      return words.opportunities.stages[value as OpportunityStage]
    case 'judgement':
      return words.pipeline.judgements[value as Judgement]
    case 'lostReason':
      return words.leads.lostReasons[value as LostReason]
    case 'partnerId':
      return names.partner(text)
    case 'influencedBy':
      return formats.list((value as readonly string[]).map(names.partner))
    case 'territoryId':
      return names.territory(text)
    case 'expectedCloseOn':
    case 'openedOn':
      return formats.date(text)
    case 'stageSince':
    case 'closedAt':
    case 'createdAt':
      return formats.moment(text)
    default:
      return typeof value === 'number' ? formats.number(value) : text
  }
}

export function amountText({ amount, currency }: Pick<Opportunity, 'amount' | 'currency'>, { formats }: Workbench['language']): string {
  return amount === null || currency === null ? '' : formats.value.money(amount, currency)
}
