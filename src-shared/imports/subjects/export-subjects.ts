import type { RowOf } from '../../foundation/table.ts'
import type { accounts } from '../../accounts/account.table.ts'
import type { priceBooks, prices } from '../../catalogue/price-book.table.ts'
import type { products } from '../../catalogue/product.table.ts'
import type { registrations } from '../../deals/registration.table.ts'
import { wholeUnits } from '../../foundation/money.ts'
import { closedOpportunityStages } from '../../opportunities/opportunity.ts'
import type { opportunities } from '../../opportunities/opportunity.table.ts'
import type { leads } from '../../leads/lead.table.ts'
import type { partners } from '../../partners/partner.table.ts'
import type { Condition, ConditionNode } from '../../territories/condition.ts'
import type { territories, territoryRules } from '../../territories/territory.table.ts'
import { accountFields, type AccountField } from './account-fields.ts'
import { dealFields, type DealField } from './deal-fields.ts'
import { leadFields, type LeadField } from './lead-fields.ts'
import { opportunityFields, type OpportunityField } from './opportunity-fields.ts'
import { partnerFields, type PartnerField } from './partner-fields.ts'
import { priceFields, type PriceField } from './price-fields.ts'
import { territoryFields, type TerritoryField } from './territory-fields.ts'

export type ExportedCell = string | number | null
type Cells<F extends string> = { readonly [K in F]?: ExportedCell }

/** Codes of what rows refer to by id. */
export interface ExportNames {
  partnerCode(id: string): string | undefined
  territoryCode(id: string): string | undefined
}

type Lead = RowOf<typeof leads>
type Account = RowOf<typeof accounts>
type Opportunity = RowOf<typeof opportunities>
type Registration = RowOf<typeof registrations>
type Partner = RowOf<typeof partners>
type Product = RowOf<typeof products>
type Price = RowOf<typeof prices>
type PriceBook = RowOf<typeof priceBooks>
type Territory = RowOf<typeof territories>
type Rule = RowOf<typeof territoryRules>

/** What became of a registration; nothing of it is read when the file is imported again. */
const dealOutcome = ['status', 'receivedAt', 'decidedAt', 'protectedUntil', 'endedAt'] as const

/** What became of a lead; nothing of it is read when the file is imported again. */
const leadOutcome = ['stage', 'territory', 'partner', 'arrivedAt'] as const

export const leadExport = {
  header: [...leadFields.map(({ name }) => name), ...leadOutcome].map(headerOf),
  cells(lead: Lead, names: ExportNames): readonly ExportedCell[] {
    const given = leadFields.map(({ name }: { readonly name: LeadField }) => lead[name])
    const territory = lead.territoryId === null ? null : names.territoryCode(lead.territoryId)
    const partner = lead.partnerId === null ? null : names.partnerCode(lead.partnerId)
    return [...given, lead.stage, territory ?? null, partner ?? null, lead.arrivedAt]
  },
}

export const accountExport = {
  header: accountFields.map(({ name }) => headerOf(name)),
  cells(account: Account, names: ExportNames): readonly ExportedCell[] {
    const partner = account.partnerId === null ? null : (names.partnerCode(account.partnerId) ?? null)
    return inOrder<AccountField>(accountFields, { ...account, partner })
  },
}

const exportedOfOpportunities = opportunityFields.filter(({ name }) => name !== 'accountElse')

export const opportunityExport = {
  header: exportedOfOpportunities.map(({ name }) => headerOf(name)),
  /** Without a reference of another system's, the program's own id is one. */
  cells(opportunity: Opportunity, account: string, names: ExportNames): readonly ExportedCell[] {
    const { amount, closedAt, currency, expectedCloseOn, id, partnerId, reference, stage } = opportunity
    const closedOn = closedOpportunityStages.includes(stage) ? (closedAt?.slice(0, 10) ?? null) : expectedCloseOn
    const given = { ...opportunity, reference: reference ?? id, account, closedOn, amount: amount === null || currency === null ? null : wholeUnits(amount, currency), partner: partnerId === null ? null : (names.partnerCode(partnerId) ?? null) }
    return inOrder<OpportunityField>(exportedOfOpportunities, given)
  },
}

export const dealExport = {
  header: [...dealFields.map(({ name }) => name), ...dealOutcome].map(headerOf),
  cells(deal: Registration, names: ExportNames): readonly ExportedCell[] {
    const amount = deal.amount === null ? null : wholeUnits(deal.amount, deal.currency ?? '')
    return [...inOrder<DealField>(dealFields, { ...deal, partner: names.partnerCode(deal.partnerId) ?? null, products: list(deal.products), amount }), ...dealOutcome.map((field) => deal[field])]
  },
}

export const partnerExport = {
  header: partnerFields.map(({ name }) => headerOf(name)),
  /** Of several contacts only the primary one fits in a line. */
  cells(partner: Partner): readonly ExportedCell[] {
    const contact = partner.contacts.find(({ primary }) => primary) ?? partner.contacts[0]
    const { code, name, type, tier, status, country, region, city, latitude, longitude, domain, capacity, timeZone, calendar, notes } = partner
    return inOrder<PartnerField>(partnerFields, {
      code, name, type, tier, status, country, region, city, latitude, longitude, domain, capacity, timeZone, calendar, notes,
      regions: list(partner.regions),
      languages: list(partner.languages),
      products: list(partner.products),
      industries: list(partner.industries),
      certifications: list(partner.certifications.map((held) => (held.expires === null ? held.code : `${held.code}@${held.expires}`))),
      absences: list(partner.absences.map(({ from, to, reason }) => `${from}/${to ?? ''} ${reason.replace(/[|;\n]/g, ',')}`.trim())),
      contactName: contact?.name ?? null,
      contactEmail: contact?.email ?? null,
      contactPhone: contact?.phone ?? null,
      contactRole: contact?.role ?? null,
    })
  },
}

export const priceExport = {
  header: priceFields.map(({ name }) => headerOf(name)),
  /** A line for each price; a product that is in no price book has none. */
  cells({ code, name, nameJa, nameEs, description, category, kind, unit, cost, stock }: Product, { unitPrice, months }: Price, book: PriceBook): readonly ExportedCell[] {
    return inOrder<PriceField>(priceFields, { code, name, nameJa, nameEs, description, category, kind, unit, cost, stock, months, price: unitPrice, currency: book.currency, priceBook: book.code, validFrom: book.validFrom })
  },
}

export const territoryExport = {
  header: territoryFields.map(({ name }) => headerOf(name)),
  /** One line a rule; the first also says what the territory is. */
  lines(territory: Territory, rules: readonly Rule[], names: ExportNames): readonly (readonly ExportedCell[])[] {
    const { code, name, strategy, tieBreak, requirements, notes } = territory
    const about: Cells<TerritoryField> = {
      code, name, strategy, tieBreak, notes,
      parent: territory.parentId === null ? null : (names.territoryCode(territory.parentId) ?? null),
      partners: list(territory.candidates.flatMap(({ partnerId, weight }) => {
        const partner = names.partnerCode(partnerId)
        return partner === undefined ? [] : [weight === 1 ? partner : `${partner}:${weight}`]
      })),
      certifications: list(requirements.certifications),
      minimumTier: requirements.minimumTier,
      languageRequired: requirements.language ? 'yes' : null,
    }
    const [first, ...others] = rules.map(ruleCells)
    return [{ ...about, ...first }, ...others.map((rule) => ({ code, name, ...rule }))].map((cells) => inOrder<TerritoryField>(territoryFields, cells))
  },
}

/** `company_en` for `companyEn`: what people expect at the head of a column, and read as the field when it comes back. */
function headerOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function inOrder<F extends string>(fields: readonly { readonly name: F }[], cells: Cells<F>): ExportedCell[] {
  return fields.map(({ name }) => cells[name] ?? null)
}

function list(values: readonly string[]): string {
  return values.join('|')
}

function ruleCells({ code, name, priority, condition, effectiveFrom, effectiveTo, enabled }: Rule): Cells<TerritoryField> {
  return { ruleCode: code, ruleName: name, priority, effectiveFrom, effectiveTo, enabled: enabled ? 'yes' : 'no', ...conditionCells(condition) }
}

/** A plain "all of these" in its columns; anything else, and values that hold the separator, as JSON. */
function conditionCells(condition: ConditionNode): Cells<TerritoryField> {
  const asJson = { condition: JSON.stringify(condition) }
  if (!('all' in condition)) return asJson
  const cells: Partial<Record<TerritoryField, ExportedCell>> = {}
  for (const part of condition.all) {
    if (!('field' in part)) return asJson
    for (const [field, value] of Object.entries(partCells(part)) as [TerritoryField, ExportedCell][]) {
      if (cells[field] !== undefined) return asJson
      cells[field] = value
    }
    if (valuesOf(part).some((value) => /[|;\n]/.test(value))) return asJson
  }
  return cells
}

function valuesOf(part: Condition): readonly string[] {
  return 'is' in part ? part.is : 'in' in part ? part.in : []
}

const columnOf = { country: 'countries', region: 'regions', postcode: 'postcodes', industry: 'industries', product: 'products', source: 'sources', account: 'accounts' } as const

function partCells(part: Condition): Cells<TerritoryField> {
  return part.field === 'employees' ? { employeesFrom: part.from, employeesTo: part.to } : { [columnOf[part.field]]: list(valuesOf(part)) }
}
