import { accounts } from './accounts/account.table.ts'
import { contacts } from './accounts/contact.table.ts'
import { approvalPolicies, approvalSeats } from './approvals/approval-policy.table.ts'
import { approvalRequests, approvalSteps } from './approvals/approval-request.table.ts'
import { decisions } from './assignment/decisions.table.ts'
import { calendars } from './calendars/calendar.table.ts'
import { exchangeRates, partnerDiscounts, promotions, specialPrices } from './catalogue/discount.table.ts'
import { priceBooks, prices } from './catalogue/price-book.table.ts'
import { products } from './catalogue/product.table.ts'
import { caseEvidence } from './conflicts/case-evidence.table.ts'
import { conflictCases } from './conflicts/conflict-case.table.ts'
import { deadlinePolicies } from './deadlines/deadline-policy.table.ts'
import { registrationPolicies } from './deals/registration-policy.table.ts'
import { registrations } from './deals/registration.table.ts'
import { documentClauses, documentTemplates } from './documents/document-template.table.ts'
import { engagementRules } from './engagement/engagement-rules.table.ts'
import type { Table } from './foundation/table.ts'
import { batches } from './journal/batch.table.ts'
import { journal } from './journal/journal.table.ts'
import { leadsApart } from './leads/lead-apart.table.ts'
import { leads } from './leads/lead.table.ts'
import { offers } from './leads/offer.table.ts'
import { modelEdits, territoryModels } from './models/territory-model.table.ts'
import { activations, checklists, taskEvents } from './onboarding/checklist.table.ts'
import { checklistTemplates } from './onboarding/template.table.ts'
import { opportunities } from './opportunities/opportunity.table.ts'
import { partners } from './partners/partner.table.ts'
import { criteria } from './qualification/criterion.table.ts'
import { distributionTerms } from './qualification/distribution-terms.table.ts'
import { scorings } from './qualification/scoring.table.ts'
import { quoteLines, quotes, quoteSequence } from './quotes/quote.table.ts'
import { settings } from './settings/setting.table.ts'
import { territories, territoryRules } from './territories/territory.table.ts'
import { views } from './views/view.table.ts'

/** THE list of tables: one line each. */
export const tables: readonly Table[] = [partners, calendars, deadlinePolicies, territories, territoryRules, territoryModels, modelEdits, criteria, distributionTerms, scorings, leads, leadsApart, offers, accounts, contacts, opportunities, registrationPolicies, registrations, products, priceBooks, prices, promotions, partnerDiscounts, specialPrices, exchangeRates, quotes, quoteLines, quoteSequence, engagementRules, conflictCases, caseEvidence, approvalPolicies, approvalSeats, approvalRequests, approvalSteps, documentTemplates, documentClauses, checklistTemplates, checklists, taskEvents, activations, decisions, batches, journal, views, settings]

const byName = new Map(tables.map((table) => [table.name, table]))

export function tableNamed(name: string): Table {
  const table = byName.get(name)
  if (table === undefined) throw new Error(`there is no table ${name}`)
  return table
}
