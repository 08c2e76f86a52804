import { expect } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { taxPolicies } from '#shared/taxes/tax-policy.table.ts'
import { taxesContract } from '#shared/taxes/taxes.contract.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { aLine, aQuote, linesOf, quoteOf, quotingDesk } from '../../quotes/shared/quoting-desk.ts'

const { publish } = taxesContract.operations
const { addLines, reprice, update } = quotesContract.operations
const japan = { country: 'JP', seenVersion: 0, validFrom: '2026-11-16', roundingScope: 'rate' as const, roundingMode: 'up' as const, registrationNumber: 'T#############', rates: [{ category: 'standard' as const, rate: '12', from: '2019-10-01', to: null }], resaleCertificates: false, union: null, toBeConfirmed: true }

const ana = { id: idNumber(0xa1), name: 'Ana' }

const taxesOf = async (desk: Desk, id: string) => (await linesOf(desk, id)).map(({ terms }) => [terms.tax.rate, terms.tax.policyVersion])

export const taxesScenarios: Scenarios = {
  'publishes one version after another, each over the one that was seen': async (desk) => {
    const { id } = valueOf(await desk.run(publish, { ...japan, source: 'Consumption Tax Act' }, { actor: ana }))
    expect(await desk.row(taxPolicies, id)).toMatchObject({ country: 'JP', version: 1, validFrom: '2026-11-16', rates: japan.rates, toBeConfirmed: true, source: 'Consumption Tax Act', publishedByName: 'Ana' })
    expect(refusalOf(await desk.run(publish, japan))).toEqual({ code: 'tax-policy.stale', details: { by: 'Ana', version: 1 } })
    valueOf(await desk.run(publish, { ...japan, seenVersion: 1, toBeConfirmed: false }))
    expect((await desk.rows(taxPolicies)).map(({ version, toBeConfirmed }) => [version, toBeConfirmed])).toEqual([[1, true], [2, false]])
  },
  'refuses taxes that cannot be, and of nowhere': async (desk) => {
    expect(refusalOf(await desk.run(publish, { ...japan, country: 'QQ' }))).toEqual({ code: 'tax-policy.country-unknown', details: { value: 'QQ' } })
    expect(refusalOf(await desk.run(publish, { ...japan, seenVersion: 3 }))).toEqual({ code: 'tax-policy.stale', details: { by: '', version: 0 } })
    expect(refusalOf(await desk.run(publish, { ...japan, registrationNumber: 't#' }))).toEqual({ code: 'tax-policy.number-shape-invalid', details: { value: 't#' } })
    const rates = (...given: { rate?: string; from?: string; to?: string | null }[]) => given.map((each) => ({ ...japan.rates[0]!, ...each }))
    expect(refusalOf(await desk.run(publish, { ...japan, rates: rates({ rate: '101' }) }))).toEqual({ code: 'tax-policy.rate-out-of-range', details: { value: '101' } })
    expect(refusalOf(await desk.run(publish, { ...japan, rates: rates({ to: '2019-09-30' }) }))).toEqual({ code: 'tax-policy.dates-reversed', details: { category: 'standard', from: '2019-10-01' } })
    expect(refusalOf(await desk.run(publish, { ...japan, rates: rates({}, { from: '2027-01-01' }) }))).toEqual({ code: 'tax-policy.rates-overlap', details: { category: 'standard', from: '2027-01-01' } })
    expect(await desk.rows(taxPolicies)).toEqual([])
  },
  'what was published is published anew, never taken back': async (desk) => {
    const { entry } = valueOf(await desk.run(publish, japan))
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry }))).toEqual({ code: 'journal.binding', details: { table: 'taxPolicies' } })
  },
  'a quote keeps the taxes that it was priced by, new lines too, until it is repriced (B4.6)': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('LEDGER', { quantity: '3' })])
    valueOf(await desk.run(publish, japan))
    valueOf(await desk.run(addLines, { quoteId: id, lines: [aLine('TRAIN')] }))
    valueOf(await desk.run(update, { id, edits: [{ field: 'sellerNumber', value: 'T1234567890123' }] }))
    expect(await taxesOf(desk, id)).toEqual([['10', undefined], ['10', undefined]])
    expect((await linesOf(desk, id)).map(({ terms }) => terms.tax.notices)).toEqual([[], []])
    valueOf(await desk.run(reprice, { id, on: '2026-11-22' }))
    expect(await taxesOf(desk, id)).toEqual([['12', 1], ['12', 1]])
    valueOf(await desk.run(publish, { ...japan, seenVersion: 1, rates: [{ ...japan.rates[0]!, rate: '15' }] }))
    valueOf(await desk.run(update, { id, edits: [{ field: 'sellerNumber', value: null }] }))
    expect(await taxesOf(desk, id)).toEqual([['12', 1], ['12', 1]])
    expect((await linesOf(desk, id))[0]!.terms.tax.notices).toEqual(['sellerNumberMissing', 'toBeConfirmed'])
  },
  'a custom item has the taxes of the day too when its quote is repriced, and what is added after it': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [{ ...aLine(''), code: null, custom: { name: '設置', unit: null, unitPrice: '1000', cost: null, taxCategory: 'standard', isService: true } }])
    valueOf(await desk.run(publish, japan))
    valueOf(await desk.run(reprice, { id, on: '2026-11-22' }))
    valueOf(await desk.run(addLines, { quoteId: id, lines: [aLine('LEDGER')] }))
    expect(await taxesOf(desk, id)).toEqual([['12', 1], ['12', 1]])
    expect(await quoteOf(desk, id)).toMatchObject({ net: 2000, tax: 240 })
  },
  'a new quote is rounded as the published taxes of its day say': async (desk) => {
    const { account } = await quotingDesk(desk)
    valueOf(await desk.run(publish, japan))
    expect(await quoteOf(desk, await aQuote(desk, account.id))).toMatchObject({ roundingMode: 'up', tax: 360 })
    expect(await quoteOf(desk, await aQuote(desk, account.id, undefined, { pricedOn: '2026-11-15' }))).toMatchObject({ roundingMode: 'down', tax: 300 })
  },
}
