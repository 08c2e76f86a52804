import { addMonths } from '../foundation/calendar-date.ts'
import { instantOf } from '../foundation/instant.ts'
import { localDate } from '../calendars/zone-time.ts'
import { countryOf } from '../geography/countries.ts'
import type { RowOf } from '../foundation/table.ts'
import type { accounts } from '../accounts/account.table.ts'
import type { partners } from '../partners/partner.table.ts'
import { policiesOn, type PublishedPolicy } from '../taxes/policies-on.ts'
import { provisionalNumber } from './quote-numbers.ts'
import { quoteLanguages } from './quote.ts'
import type { Quote } from './quote-rows.ts'

const VALID_MONTHS = 1

/**
 * A quote's first row: for the buyer's place and language, rounded as its seller's country has it, priced today, valid a month. It is sold
 * by the company in the buyer's country where taxes of that are known, else by its American head.
 */
export function newQuote(id: string, given: Pick<Quote, 'name' | 'currency'> & Partial<Quote>, account: RowOf<typeof accounts> & { readonly country: string }, partner: RowOf<typeof partners> | null, published: readonly PublishedPolicy[], now: string): Omit<Quote, 'createdAt' | 'updatedAt' | 'rev'> {
  const country = countryOf(account.country)
  const timeZone = country?.timeZone ?? 'UTC'
  const today = localDate(timeZone, instantOf(now))
  const spoken = country?.languages[0]
  const pricedOn = given.pricedOn ?? today
  const policies = policiesOn(published, pricedOn)
  const policy = policies.find((known) => known.country === account.country) ?? policies.find((known) => known.country === 'US')
  return {
    contactId: null, opportunityId: null, partnerId: null, territoryId: null, revisionOf: null, primary: false, number: null, status: 'draft', audience: partner === null ? 'customer' : 'partner', taxMode: 'exclusive',
    roundingScope: policy?.rounding.scope ?? 'rate', roundingMode: policy?.rounding.mode ?? 'halfAwayFromZero', region: account.region, sellerCountry: policy?.country ?? account.country, sellerNumber: null,
    buyerNumber: null, resaleCertificateTo: null, localTaxRate: policy?.rates.length === 0 ? '0' : null, distributorPercent: '0', registrationId: null, registration: null,
    language: quoteLanguages.find((language) => language === spoken) ?? 'en', validUntil: addMonths(pricedOn, VALID_MONTHS), discountAmount: '0', notes: null, approvedHash: null, contentHash: null, sentAt: null,
    acceptedAt: null, acceptedBy: null, declinedAt: null, declineReason: null, orderedAt: null, orderNumber: null, lineCount: 0, net: 0, tax: 0, gross: 0, margin: null, importId: null,
    ...given,
    id, accountId: account.id, rootId: id, revision: 1, provisionalNumber: provisionalNumber(id), country: account.country, partnerType: partner?.type ?? null, partnerTier: partner?.tier ?? null, pricedOn, timeZone,
    name: given.name.trim(),
  }
}
