import { findAccount } from '../accounts/find-account.ts'
import { accept, command, insert, many, one, refuse, update } from '../foundation/command.ts'
import { currencyDecimals } from '../foundation/money.ts'
import { partners } from '../partners/partner.table.ts'
import { catalogueContract } from './catalogue.contract.ts'
import { specialPrices } from './discount.table.ts'
import { products } from './product.table.ts'

const { operations } = catalogueContract

const request = command(operations.requestSpecialPrice, function* (input, { id, commandId, actor }) {
  const account = yield* findAccount(input.accountId)
  if (account === undefined) return refuse('account.not-found', 'there is no such account')
  if (input.partnerId != null && (yield* one(partners, input.partnerId)) === undefined) return refuse('partner.not-found', 'there is no such partner')
  const [product] = yield* many(products, 'byCode', [input.product])
  if (product === undefined) return refuse('product.not-found', 'there is no such product', { product: input.product })
  if (currencyDecimals(input.currency) === null) return refuse('special-price.currency-unknown', 'there is no such currency', { currency: input.currency })
  if (input.reason.trim() === '') return refuse('special-price.reason-missing', 'a special price has a reason')
  if (input.validTo != null && input.validTo < input.validFrom) return refuse('special-price.dates-reversed', 'it would end before it begins')
  if (input.unitPrice.startsWith('-')) return refuse('special-price.price-negative', 'a special price is not below zero', { value: input.unitPrice })
  const requestId = id()
  const row = { partnerId: null, maximumQuantity: null, stacks: false, ...input, accountId: account.id, id: requestId, code: `SPA-${requestId.slice(-6).toUpperCase()}`, state: 'requested' as const, soldQuantity: '0', requestedBy: actor.id, territoryId: account.territoryId }
  return accept({ entry: commandId, id: requestId }, [insert(specialPrices, row)], [{ event: 'special-price.requested', about: requestId, details: { product: input.product } }])
})

const decide = command(operations.decideSpecialPrice, function* ({ id, grant, note }, { commandId, now, actor }) {
  const price = yield* one(specialPrices, id)
  if (price === undefined) return refuse('special-price.not-found', 'there is no such request')
  if (price.state !== 'requested') return refuse('special-price.decided', 'the request has been decided or taken back', { state: price.state })
  if (price.requestedBy === actor.id) return refuse('special-price.own-request', 'nobody decides their own request')
  const state = grant ? ('approved' as const) : ('declined' as const)
  return accept({ entry: commandId }, [update(specialPrices, id, { state, decidedBy: actor.name, decidedAt: now, decisionNote: note })], [{ event: `special-price.${state}`, about: id, details: { code: price.code } }])
})

const withdraw = command(operations.withdrawSpecialPrice, function* ({ id }, { commandId }) {
  const price = yield* one(specialPrices, id)
  if (price === undefined) return refuse('special-price.not-found', 'there is no such request')
  if (price.state !== 'requested') return refuse('special-price.decided', 'the request has been decided or taken back', { state: price.state })
  return accept({ entry: commandId }, [update(specialPrices, id, { state: 'withdrawn' })], [{ event: 'special-price.withdrawn', about: id, details: { code: price.code } }])
})

export const specialPriceCommands = [request, decide, withdraw]
