import { accept, command, insert, many, one, refuse, update, type Change, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { compareDecimals, decimalOf, hundred } from '../foundation/decimal.ts'
import { currencyDecimals } from '../foundation/money.ts'
import { contacts } from '../accounts/contact.table.ts'
import { accountIdNow, findAccount } from '../accounts/find-account.ts'
import { isTimeZone } from '../calendars/zone-time.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { partners } from '../partners/partner.table.ts'
import { taxPolicies } from '../taxes/tax-policy.table.ts'
import { authored, copiedAuthors } from './authorship.ts'
import { copyQuote } from './copy-quote.ts'
import { newQuote } from './new-quote.ts'
import { editableQuote, settleQuote, wholeQuote } from './quote-facts.ts'
import { quoteCourseCommands } from './quote-course.commands.ts'
import { quoteLinesCommands } from './quote-lines.commands.ts'
import { quoteRegistrationCommands } from './quote-registration.commands.ts'
import type { Quote, QuoteLine } from './quote-rows.ts'
import { editableStatuses } from './quote.ts'
import { quoteLines, quotes } from './quote.table.ts'
import { quotesContract } from './quotes.contract.ts'
import { repriceQuote } from './reprice-quote.ts'
import { retaxLines } from './retax-lines.ts'
import { pricingDayProblem } from './told-time.ts'

const { operations } = quotesContract

const create = command(operations.create, function* (input, { actor, id, commandId, now }) {
  const account = yield* findAccount(input.accountId)
  if (account === undefined) return refuse('account.not-found', 'there is no such account')
  const { country } = account
  if (country === null) return refuse('quote.country-missing', 'the account has no country, which taxes and prices depend on', { account: account.name })
  const opportunity = input.opportunityId == null ? null : yield* one(opportunities, input.opportunityId)
  if (opportunity === undefined) return refuse('opportunity.not-found', 'there is no such opportunity')
  if (opportunity !== null && opportunity.accountId !== account.id) return refuse('opportunity.of-another-account', 'the opportunity is with another account', { opportunity: opportunity.name })
  if (opportunity !== null && opportunity.currency !== null && opportunity.currency !== input.currency) return refuse('quote.currency-differs', 'a quote has the currency of its opportunity', { currency: input.currency, opportunity: opportunity.currency })
  const partnerId = input.partnerId === undefined ? (opportunity?.partnerId ?? account.partnerId) : input.partnerId
  const partner = partnerId === null ? null : yield* one(partners, partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  const quoteId = id()
  const quote = newQuote(quoteId, { ...input, accountId: account.id, partnerId, territoryId: opportunity?.territoryId ?? account.territoryId }, { ...account, country }, partner, yield* many(taxPolicies, 'byCountry', []), now)
  const wrong = pricingDayProblem(quote.pricedOn, quote.timeZone, now) ?? (yield* wrongOf(quote))
  if (wrong !== undefined) return wrong
  const others = opportunity === null ? [] : yield* many(quotes, 'byOpportunity', [opportunity.id])
  return accept({ entry: commandId, id: quoteId }, [insert(quotes, { ...quote, primary: opportunity !== null && !others.some(({ primary }) => primary) }), ...(yield* authored(quote, actor))], [{ event: 'quote.created', about: quoteId }])
})

const edit = command(operations.update, function* (input, context) {
  const whole = yield* editableQuote(input.id)
  if ('kind' in whole) return whole
  const decided = decideEdit('quote', whole.quote, input.edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  if (patch.name !== undefined) patch.name = patch.name.trim()
  const wrong = yield* wrongOf({ ...whole.quote, ...patch })
  if (wrong !== undefined) return wrong
  const taxed = yield* retaxLines(whole, patch)
  if (!taxed.ok) return refuse(taxed.error.code, taxed.error.message, taxed.error.details)
  const priced = yield* settleQuote(context, whole.quote, taxed.value, patch)
  if (!('settled' in priced)) return priced
  return accept({ entry: context.commandId }, Object.keys(patch).length === 0 ? [] : [...priced.settled, ...termsOfLines(taxed.value.filter((line, at) => line !== whole.lines[at]))], [{ event: 'quote.edited', about: input.id }])
})

const reprice = command(operations.reprice, function* ({ id, on }, context) {
  const whole = yield* editableQuote(id)
  if ('kind' in whole) return whole
  const wrong = pricingDayProblem(on, whole.quote.timeZone, context.now)
  if (wrong !== undefined) return wrong
  const { quote, lines } = yield* repriceQuote(whole, on, context.now)
  const { pricedOn, partnerType, partnerTier, registration } = quote
  const priced = yield* settleQuote(context, whole.quote, lines, { pricedOn, partnerType, partnerTier, registration })
  if (!('settled' in priced)) return priced
  const moved = lines.filter((line, at) => line.seenUnitPrice !== whole.lines[at]?.seenUnitPrice || JSON.stringify(line.terms) !== JSON.stringify(whole.lines[at]?.terms))
  return accept({ entry: context.commandId }, [...priced.settled, ...termsOfLines(moved)], [{ event: 'quote.repriced', about: id, details: { on, lines: moved.length } }])
})

const revise = command(operations.revise, function* (input, { actor, id, commandId }) {
  const whole = yield* wholeQuote(input.id)
  if ('kind' in whole) return whole
  const { quote } = whole
  const family = yield* many(quotes, 'byRoot', [quote.rootId])
  const settled = family.find(({ status }) => status === 'accepted' || status === 'ordered')
  if (settled !== undefined) return refuse('quote.already-accepted', 'a revision was accepted: begin a new quote', { revision: settled.revision })
  const [newId, accountId] = [id(), yield* accountIdNow(quote.accountId)]
  const revision = Math.max(...family.map((each) => each.revision)) + 1
  const number = family.find((each) => each.number !== null)?.number ?? null
  const changes = [
    ...copyQuote(whole, { id: newId, accountId, rootId: quote.rootId, revision, revisionOf: quote.id, number, primary: family.some(({ primary }) => primary) }, id),
    ...(yield* copiedAuthors(quote.id, { ...quote, id: newId, approvedHash: null }, actor)),
    ...family.filter(({ primary, status }) => primary || editableStatuses.includes(status)).map((each) => update(quotes, each.id, { primary: false, ...(editableStatuses.includes(each.status) ? { status: 'superseded' as const } : {}) })),
  ]
  return accept({ entry: commandId, id: newId }, changes, [{ event: 'quote.revised', about: newId, details: { revision } }])
})

const clone = command(operations.clone, function* ({ id: from, name }, { actor, id, commandId }) {
  const whole = yield* wholeQuote(from)
  if ('kind' in whole) return whole
  const [newId, accountId] = [id(), yield* accountIdNow(whole.quote.accountId)]
  const changes = [...copyQuote(whole, { id: newId, accountId, rootId: newId, name: name?.trim() || whole.quote.name }, id), ...(yield* copiedAuthors(from, { ...whole.quote, id: newId, approvedHash: null }, actor))]
  return accept({ entry: commandId, id: newId }, changes, [{ event: 'quote.cloned', about: newId, details: { name: whole.quote.name } }])
})

const setPrimary = command(operations.setPrimary, function* ({ id }, { commandId }) {
  const quote = yield* one(quotes, id)
  if (quote === undefined) return refuse('quote.not-found', 'there is no such quote')
  if (quote.opportunityId === null) return refuse('quote.without-opportunity', 'a quote stands for an opportunity or for nothing')
  const others = (yield* many(quotes, 'byOpportunity', [quote.opportunityId])).filter((other) => other.primary && other.id !== id)
  const changes = [...others.map((other) => update(quotes, other.id, { primary: false })), ...(quote.primary ? [] : [update(quotes, id, { primary: true })])]
  return accept({ entry: commandId }, changes, [{ event: 'quote.made-primary', about: id }])
})

export const quotesCommands = [create, edit, reprice, revise, clone, setPrimary, ...quoteLinesCommands, ...quoteRegistrationCommands, ...quoteCourseCommands]

function termsOfLines(lines: readonly QuoteLine[]): readonly Change[] {
  return lines.length === 0 ? [] : [{ kind: 'update', table: quoteLines, columns: ['terms', 'seenUnitPrice'], ids: lines.map(({ id }) => id), rows: lines.map(({ terms, seenUnitPrice }) => [terms, seenUnitPrice]) }]
}

/** What cannot be of a quote's own values, if anything. */
function* wrongOf(quote: Pick<Quote, 'name' | 'accountId' | 'contactId' | 'currency' | 'timeZone' | 'distributorPercent' | 'localTaxRate'>): Generator<Question, Decision<never> | undefined, unknown> {
  if (quote.name === '') return refuse('quote.name-missing', 'a quote needs a name')
  if (currencyDecimals(quote.currency) === null) return refuse('quote.currency-unknown', 'there is no such currency', { currency: quote.currency })
  if (!isTimeZone(quote.timeZone)) return refuse('quote.time-zone-unknown', 'there is no such time zone', { timeZone: quote.timeZone })
  for (const percent of [quote.distributorPercent, quote.localTaxRate ?? '0']) {
    if (decimalOf(percent).digits < 0 || compareDecimals(decimalOf(percent), hundred) > 0) return refuse('quote.percent-out-of-range', 'a percentage is from 0 to 100', { value: percent })
  }
  if (quote.contactId === null) return undefined
  const contact = yield* one(contacts, quote.contactId)
  if (contact === undefined) return refuse('contact.not-found', 'there is no such contact')
  return contact.accountId === quote.accountId ? undefined : refuse('contact.of-another-account', 'the contact is of another account', { contact: contact.name })
}
