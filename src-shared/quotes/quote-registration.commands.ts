import { accept, command, many, one, refuse, type Change } from '../foundation/command.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { editableQuote, settleQuote } from './quote-facts.ts'
import { registeredDeal, registrationOf, whyNotStanding, withRegisteredMargin } from './quote-registration.ts'
import { quoteLines, quotes } from './quote.table.ts'
import { quotesContract } from './quotes.contract.ts'
import type { Quote } from './quote-rows.ts'

const linkRegistration = command(quotesContract.operations.linkRegistration, function* ({ id, registrationId }, context) {
  const whole = yield* editableQuote(id)
  if ('kind' in whole) return whole
  const { quote } = whole
  const registration = yield* registrationOf({ registrationId })
  if (registrationId !== null && registration === undefined) return refuse('registration.not-found', 'there is no such registration')
  const gone = registration === undefined ? null : whyNotStanding(registration, quote, context.now)
  if (gone !== null) return refuse('quote.registration-not-standing', 'the registration does not stand', { because: gone })
  const opportunityId = registration?.opportunityId ?? quote.opportunityId
  if (quote.opportunityId !== null && quote.opportunityId !== opportunityId) return refuse('quote.registration-of-another-deal', 'the registration is of another deal with the customer', { company: registration?.company ?? '' })
  const opportunity = opportunityId === null ? undefined : yield* one(opportunities, opportunityId)
  if (opportunity !== undefined && opportunity.currency !== null && opportunity.currency !== quote.currency) return refuse('quote.currency-differs', 'a quote has the currency of its opportunity', { currency: quote.currency, opportunity: opportunity.currency })
  const others = quote.opportunityId === opportunityId || opportunityId === null ? [] : yield* many(quotes, 'byOpportunity', [opportunityId])
  const primary = quote.primary || (quote.opportunityId !== opportunityId && !others.some((other) => other.primary))
  const patch: Partial<Quote> = { registrationId, registration: registeredDeal(registration, quote, context.now), opportunityId, primary }
  const lines = withRegisteredMargin({ ...quote, ...patch }, whole.lines)
  const priced = yield* settleQuote(context, quote, lines, patch)
  if (!('settled' in priced)) return priced
  const moved = lines.filter((line, at) => line !== whole.lines[at])
  const change: readonly Change[] = moved.length === 0 ? [] : [{ kind: 'update', table: quoteLines, columns: ['terms'], ids: moved.map((line) => line.id), rows: moved.map(({ terms }) => [terms]) }]
  return accept({ entry: context.commandId }, [...priced.settled, ...change], [{ event: registration === undefined ? 'quote.registration-unlinked' : 'quote.registration-linked', about: id, details: { company: registration?.company ?? null } }])
})

export const quoteRegistrationCommands = [linkRegistration]
