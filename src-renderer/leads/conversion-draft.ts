import { minorUnits } from '#shared/foundation/money.ts'
import { countryOf } from '#shared/geography/countries.ts'
import { foldText } from '#shared/foundation/fold-text.ts'
import type { Client, InputOf, ValueOf } from '../client/client.ts'
import type { Lead } from './lead.presenter.ts'

export type AccountMatch = ValueOf<Client['accounts']['matchesOf']>[number]
export type Contact = ValueOf<Client['accounts']['contacts']>[number]

/** Stands in a list of choices for something that is to be made. */
export const NEW = 'new'
export const NOBODY = 'nobody'

/** What a lead is to become, as it is being filled in. Choices are ids, `NEW`, or of the contact `NOBODY`. */
export interface ConversionDraft {
  account: string
  accountName: string
  contact: string
  contactName: string
  email: string
  opportunity: string
  name: string
  product: string
  /** In whole units of the currency, as people write amounts. */
  amount: number | null
  currency: string | null
  expectedCloseOn: string | null
  note: string
}

/** What is proposed at first: everything new, with what the lead says. */
export function draftOf(lead: Lead): ConversionDraft {
  return {
    account: NEW, accountName: lead.company, contact: lead.contactName === null ? NOBODY : NEW, contactName: lead.contactName ?? '', email: lead.contactEmail ?? '',
    opportunity: NEW, name: [lead.company, lead.product].filter(Boolean).join(' – '), product: lead.product ?? '', amount: null, currency: countryOf(lead.country ?? '')?.currency ?? null, expectedCloseOn: null, note: '',
  }
}

/** Only what is surely the same is proposed; what is likely stands beside it, with its evidence, for a person to choose. */
export function proposedAccount(matches: readonly AccountMatch[]): string {
  return matches.find(({ verdict }) => verdict === 'same')?.account.id ?? NEW
}

/** The contact of the account who is the lead's: by e-mail address, else by name, whichever part comes first. */
export function proposedContact({ contactName, contactEmail }: Pick<Lead, 'contactName' | 'contactEmail'>, people: readonly Contact[]): string {
  const mail = contactEmail?.toLowerCase()
  const found = people.find(({ email }) => mail !== undefined && email?.toLowerCase() === mail) ?? people.find((person) => contactName !== null && [person.name, person.nameEn, person.nameKana].some((name) => name !== null && isOneName(name, contactName)))
  return found?.id ?? (contactName === null ? NOBODY : NEW)
}

function isOneName(one: string, other: string): boolean {
  const words = (name: string): string => foldText(name).split(/[\s,、]+/u).filter(Boolean).toSorted().join(' ')
  return words(one) === words(other)
}

/** What is given to `leads.convert`. */
export function conversionOf(leadId: string, draft: ConversionDraft, lead: Pick<Lead, 'contactPhone'>): InputOf<Client['leads']['convert']> {
  const given = (text: string): string | null => (text.trim() === '' ? null : text.trim())
  return {
    id: leadId,
    account: draft.account === NEW ? { name: draft.accountName.trim() } : { id: draft.account },
    contact: draft.contact === NOBODY ? null : draft.contact === NEW ? { name: draft.contactName.trim(), email: given(draft.email), phone: lead.contactPhone, role: null } : { id: draft.contact },
    opportunity: draft.opportunity === NEW
      ? { name: draft.name.trim(), product: given(draft.product), amount: draft.amount === null ? null : minorUnits(draft.amount, draft.currency ?? ''), currency: draft.currency, expectedCloseOn: draft.expectedCloseOn }
      : { id: draft.opportunity },
    note: given(draft.note),
  }
}
