import type { ConditionNode } from '#shared/territories/condition.ts'
import { accountFieldText } from '../accounts/account.presenter.ts'
import { caseFieldText } from '../conflicts/case.presenter.ts'
import { dealFieldText } from '../deals/deal.presenter.ts'
import { applicationFieldText } from '../recruiting/application.presenter.ts'
import { productFieldText } from '../catalogue/product.presenter.ts'
import { leadFieldText } from '../leads/lead.presenter.ts'
import { materialFieldText } from '../material/material.presenter.ts'
import { checklistFieldText } from '../onboarding/onboarding.presenter.ts'
import { opportunityFieldText } from '../opportunities/opportunity.presenter.ts'
import { partnerFieldText } from '../partners/partner.presenter.ts'
import { quoteFieldText } from '../quotes/quote.presenter.ts'
import type { Workbench } from '../shell/workbench.ts'
import { ruleSentence } from '../territories/condition.presenter.ts'
import { territoryFieldText } from '../territories/territory.presenter.ts'
import type { SubjectKind } from './refused-input.ts'

export type Speaker = Pick<Workbench, 'language' | 'names' | 'places'>

/** A field of a record in words; the code's own name for a field we have no word for. */
export function fieldTitle(kind: SubjectKind, field: string, { language }: Pick<Speaker, 'language'>): string {
  const { accounts, conflicts, deals, catalogue, leads, material, onboarding, opportunities, partners, quotes, recruiting, territories } = language.words.value
  const ofTerritories = territories.fields
  const titles: Readonly<Record<SubjectKind, Readonly<Record<string, string>>>> = {
    lead: leads.fields, account: { ...accounts.contactFields, ...accounts.fields }, opportunity: opportunities.fields, registration: deals.fields, case: conflicts.fields, quote: { ...quotes.lineFields, ...quotes.fields }, product: catalogue.fields, partner: partners.fields, application: recruiting.fields, checklist: onboarding.fields, material: material.fields, territory: ofTerritories, rule: ofTerritories, import: {},
  }
  return titles[kind][field] ?? field
}

/** A field's value in words; an empty text for what is not known. */
export function fieldText(kind: SubjectKind, field: string, value: unknown, speaker: Speaker): string {
  if (typeof value === 'boolean') return value ? speaker.language.words.value.sync.yes : speaker.language.words.value.sync.no
  switch (kind) {
    case 'lead':
      return leadFieldText(field, value, speaker)
    case 'account':
      return accountFieldText(field, value, speaker)
    case 'opportunity':
      return opportunityFieldText(field, value, speaker)
    case 'registration':
      return dealFieldText(field, value, speaker)
    case 'case':
      return caseFieldText(field, value, speaker.language.words.value, speaker.language.formats.value)
    case 'quote':
      return quoteFieldText(field, value, speaker)
    case 'product':
      return productFieldText(field, value, speaker)
    case 'partner':
      return partnerFieldText(field, value, speaker)
    case 'application':
      return applicationFieldText(field, value, speaker)
    case 'checklist':
      return checklistFieldText(field, value, speaker.language.words.value, speaker.language.formats.value)
    case 'material':
      return materialFieldText(field, value, speaker)
    case 'territory':
      return territoryFieldText(field, value, speaker)
    case 'rule':
      return ruleFieldText(field, value, speaker)
    case 'import':
      return ''
  }
}

function ruleFieldText(field: string, value: unknown, speaker: Speaker): string {
  if (value === null || value === undefined || value === '') return ''
  if (field === 'territoryId') return speaker.names.territory(String(value))
  if (field === 'condition') return ruleSentence(value as ConditionNode, speaker.language.words.value.territories.fields.territoryId, speaker)
  if (field === 'effectiveFrom' || field === 'effectiveTo') return speaker.language.formats.value.date(String(value))
  return typeof value === 'number' ? speaker.language.formats.value.number(value) : String(value)
}
