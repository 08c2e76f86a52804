import { accept, command, many, one, refuse, update, insert, type Change } from '../foundation/command.ts'
import { decimalOf, decimalText, sum } from '../foundation/decimal.ts'
import type { JsonValue } from '../foundation/json.ts'
import { instantOf } from '../foundation/instant.ts'
import { specialPrices } from '../catalogue/discount.table.ts'
import { proofOf } from './acceptance-proof.ts'
import { gatherSendProblems } from './gather-send-problems.ts'
import { hashContent } from './hash-content.ts'
import { editableQuote, wholeQuote } from './quote-facts.ts'
import { quoteNumber } from './quote-numbers.ts'
import { moveWindows, releaseWindows } from './quote-registration.ts'
import { endOfValidity, isValidAt } from './quote-validity.ts'
import { openStatuses } from './quote.ts'
import type { Quote, QuoteLine } from './quote-rows.ts'
import { quotes, quoteSequence, SEQUENCE_ID } from './quote.table.ts'
import { quotesContract } from './quotes.contract.ts'
import { timeProblem } from './told-time.ts'
import { totalQuote, type QuoteTotals } from './total-quote.ts'
import type { SendProblem } from './why-not-sendable.ts'

const { operations } = quotesContract

const send = command(operations.send, function* ({ id, at }, { commandId, now }) {
  const whole = yield* editableQuote(id)
  if ('kind' in whole) return whole
  const { quote, lines } = whole
  const untimely = timeProblem(at, now)
  if (untimely !== undefined) return untimely
  const totals = totalQuote(quote, lines)
  if (!totals.ok) return refuse(totals.error.code, totals.error.message, totals.error.details)
  const contentHash = hashContent(quote, lines)
  const [problem] = yield* gatherSendProblems(whole, totals.value, at)
  if (problem !== undefined) return refuse(refusalOf[problem.problem], `the quote may not be sent: ${problem.problem}`, factsOf(problem))
  const others = (yield* many(quotes, 'byRoot', [quote.rootId])).filter((other) => other.id !== id && openStatuses.includes(other.status))
  return accept({ entry: commandId, contentHash }, [update(quotes, id, { status: 'sent', contentHash, sentAt: at }), ...superseded(others), ...(yield* moveWindows(quote, others, now))], [{ event: 'quote.sent', about: id, details: { contentHash } }])
})

const refusalOf = {
  empty: 'quote.empty', outOfDate: 'quote.out-of-date', registrationEnded: 'quote.registration-ended', notSellable: 'quote.not-sellable', priceMoved: 'quote.price-moved', bundle: 'quote.bundle-invalid', needsApproval: 'quote.needs-approval',
} as const

const acceptQuote = command(operations.accept, function* ({ id, contentHash, acceptedBy, at, evenIfSuperseded, proof }, context) {
  const { commandId, now } = context
  const whole = yield* wholeQuote(id)
  if ('kind' in whole) return whole
  const { quote, lines } = whole
  const untimely = timeProblem(at, now, quote.sentAt)
  if (untimely !== undefined) return untimely
  const family = yield* many(quotes, 'byRoot', [quote.rootId])
  const accepted = family.find(({ status }) => status === 'accepted' || status === 'ordered')
  if (accepted !== undefined) return refuse('quote.already-accepted', 'a revision was accepted already', { revision: accepted.revision })
  if (quote.sentAt === null) return refuse('quote.not-sent', 'only what was sent can be accepted', { status: quote.status })
  if (quote.status === 'declined') return refuse('quote.declined', 'the customer has declined it', { revision: quote.revision })
  if (quote.contentHash !== contentHash || hashContent(quote, lines) !== contentHash) return refuse('quote.content-differs', 'this is not what was sent')
  if (!isValidAt(quote, at)) return refuse('quote.expired', 'it was not valid any more when it was accepted', { validUntil: quote.validUntil, timeZone: quote.timeZone })
  if (quote.status === 'superseded' && !evenIfSuperseded) return refuse('quote.superseded', 'a later revision was sent', { revision: quote.revision, latest: Math.max(...family.map(({ revision }) => revision)) })
  const kept = proof === null ? undefined : proofOf(proof, quote, context)
  if (kept !== undefined && 'refused' in kept) return kept.refused
  const others = family.filter((other) => other.id !== id && openStatuses.includes(other.status))
  const changes = [update(quotes, id, { status: 'accepted', acceptedAt: at, acceptedBy }), ...(kept === undefined ? [] : [kept.change]), ...superseded(others), ...(yield* moveWindows(quote, others, now))]
  return accept({ entry: commandId }, changes, [{ event: 'quote.accepted', about: id, details: { acceptedBy, at, contentHash, revision: quote.revision, ...(kept === undefined ? {} : { proof: kept.sha256 }) } }])
}, ({ proof, ...rest }) => (proof === null ? rest : { ...rest, proof: { name: proof.name } }))

const decline = command(operations.decline, function* ({ id, reason }, { commandId, now }) {
  const quote = yield* one(quotes, id)
  if (quote === undefined) return refuse('quote.not-found', 'there is no such quote')
  if (quote.status !== 'sent' && quote.status !== 'expired') return refuse('quote.not-sent', 'only what was sent can be declined', { status: quote.status })
  return accept({ entry: commandId }, [update(quotes, id, { status: 'declined', declinedAt: now, declineReason: reason }), ...(yield* releaseWindows([quote]))], [{ event: 'quote.declined', about: id, details: { reason } }])
})

const order = command(operations.order, function* ({ id, orderNumber }, { commandId, now }) {
  const whole = yield* wholeQuote(id)
  if ('kind' in whole) return whole
  const { quote, lines } = whole
  if (quote.status !== 'accepted') return refuse('quote.not-accepted', 'only what was accepted is ordered', { status: quote.status })
  const totals = totalQuote(quote, lines)
  if (!totals.ok) return refuse(totals.error.code, totals.error.message, totals.error.details)
  const sold = soldAtSpecialPrices(lines, totals.value)
  const granted = (yield* many(specialPrices, 'byAccount', [quote.accountId])).filter(({ code }) => sold.has(code))
  const changes: readonly Change[] = [
    update(quotes, id, { status: 'ordered', orderedAt: now, orderNumber }),
    ...granted.map((price) => update(specialPrices, price.id, { soldQuantity: decimalText(sum(decimalOf(price.soldQuantity), sold.get(price.code)!)) })),
  ]
  return accept({ entry: commandId }, changes, [{ event: 'quote.ordered', about: id, details: { orderNumber } }])
})

const expireDue = command(operations.expireDue, function* ({ ids }, { now }) {
  const due: Quote[] = []
  for (const id of ids) {
    const quote = yield* one(quotes, id)
    if (quote?.status === 'sent' && endOfValidity(quote.validUntil, quote.timeZone) <= instantOf(now)) due.push(quote)
  }
  return accept({ expired: due.length }, [...due.map(({ id }) => update(quotes, id, { status: 'expired' })), ...(yield* releaseWindows(due))], due.map(({ id, validUntil }) => ({ event: 'quote.expired', about: id, details: { validUntil } })))
})

const giveNumbers = command(operations.giveNumbers, function* ({ ids }) {
  const sequence = yield* one(quoteSequence, SEQUENCE_ID)
  let last = sequence?.last ?? 0
  const numbers = new Map<string, string>()
  const changes: Change[] = []
  for (const id of ids) {
    const quote = yield* one(quotes, id)
    if (quote === undefined || quote.number !== null) continue
    const family = yield* many(quotes, 'byRoot', [quote.rootId])
    const number = numbers.get(quote.rootId) ?? family.find((other) => other.number !== null)?.number ?? quoteNumber((last += 1))
    numbers.set(quote.rootId, number)
    changes.push(update(quotes, id, { number }))
  }
  if (last !== (sequence?.last ?? 0)) changes.push(sequence === undefined ? insert(quoteSequence, { id: SEQUENCE_ID, last }) : update(quoteSequence, SEQUENCE_ID, { last }))
  return accept({ given: changes.length === 0 ? 0 : numbers.size }, changes)
})

export const quoteCourseCommands = [send, acceptQuote, decline, order, expireDue, giveNumbers]

/** What the words of a refusal are made of. */
function factsOf(problem: SendProblem): JsonValue {
  switch (problem.problem) {
    case 'notSellable':
      return { line: problem.line, because: problem.because }
    case 'priceMoved':
      return { line: problem.line, seen: problem.seen, price: problem.price }
    case 'bundle':
      return { line: problem.line, product: problem.because.product, problem: problem.because.problem }
    case 'registrationEnded':
      return { because: problem.because }
    case 'needsApproval':
      return { measures: problem.because.triggers.map(({ measure }) => measure) }
    default:
      return {}
  }
}

function superseded(others: readonly Quote[]): readonly Change[] {
  return others.map(({ id }) => update(quotes, id, { status: 'superseded' }))
}

/** How much was sold at each special price, by its code. */
function soldAtSpecialPrices(lines: readonly QuoteLine[], { waterfalls }: QuoteTotals): ReadonlyMap<string, ReturnType<typeof decimalOf>> {
  const sold = new Map<string, ReturnType<typeof decimalOf>>()
  for (const [at, { special }] of waterfalls.entries()) {
    const code = special.special?.code
    if (code !== undefined) sold.set(code, sum(sold.get(code) ?? decimalOf('0'), decimalOf(lines[at]!.quantity)))
  }
  return sold
}
