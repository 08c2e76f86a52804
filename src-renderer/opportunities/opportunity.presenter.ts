import type { LostReason } from '#shared/leads/lost-reason.ts'
import type { OpportunityStage } from '#shared/opportunities/opportunity.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

/** An opportunity with the names of its account and primary contact. */
export type Opportunity = ValueOf<Client['opportunities']['get']>

const tones: Readonly<Record<OpportunityStage, BadgeTone>> = { discovery: 'info', evaluation: 'info', proposal: 'accent', negotiation: 'accent', won: 'success', lost: 'neutral' }

export const stageTone = (stage: OpportunityStage): BadgeTone => tones[stage]

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
    case 'lostReason':
      return words.leads.lostReasons[value as LostReason]
    case 'partnerId':
      return names.partner(text)
    case 'influencedBy':
      return formats.list((value as readonly string[]).map(names.partner))
    case 'territoryId':
      return names.territory(text)
    case 'expectedCloseOn':
      return formats.date(text)
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
