import type { ClaimField } from '#shared/deals/registration.ts'
import { minorUnits, wholeUnits } from '#shared/foundation/money.ts'
import type { Deal } from './deal.presenter.ts'

export type Claim = Pick<Deal, 'partnerId'> & Partial<Pick<Deal, ClaimField>>

/** A registration as it is typed: texts may be empty, the amount is in whole units. */
export interface DealDraft {
  partnerId: string | null
  kind: Deal['kind']
  company: string
  companyEn: string
  corporateNumber: string
  website: string
  country: string | null
  city: string
  contactName: string
  contactEmail: string
  project: string
  fiscalYear: string
  products: readonly string[]
  amount: number | null
  currency: string | null
  expectedCloseOn: string | null
  notes: string
}

export const emptyDraft = (): DealDraft => ({
  partnerId: null, kind: 'planned', company: '', companyEn: '', corporateNumber: '', website: '', country: null, city: '', contactName: '', contactEmail: '', project: '', fiscalYear: '', products: [],
  amount: null, currency: null, expectedCloseOn: null, notes: '',
})

const TEXTS = ['company', 'companyEn', 'corporateNumber', 'website', 'city', 'contactName', 'contactEmail', 'project', 'fiscalYear', 'notes'] as const

export function draftOf(deal: Deal): DealDraft {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, deal[field] ?? '']))
  const { partnerId, kind, country, products, currency, expectedCloseOn } = deal
  const amount = deal.amount === null ? null : wholeUnits(deal.amount, currency ?? '')
  return { ...emptyDraft(), ...texts, partnerId, kind, country, products, currency, expectedCloseOn, amount }
}

/** What is claimed by it, as far as it is typed; undefined as long as nobody is named whose claim it is. */
export function claimOf(draft: DealDraft): Claim | undefined {
  const { partnerId, kind, country, products, amount, currency, expectedCloseOn } = draft
  if (partnerId === null) return undefined
  const texts = Object.fromEntries(TEXTS.filter((field) => field !== 'company').map((field) => [field, draft[field].trim() || null]))
  return { ...texts, partnerId, kind, company: draft.company.trim(), country, products: [...products], amount: amount === null ? null : minorUnits(amount, currency ?? ''), currency, expectedCloseOn }
}
