import { Big } from 'big.js'
import { Decimal } from 'decimal.js'
import { add, dinero, halfAwayFromZero, multiply, toSnapshot, transformScale } from 'dinero.js/bigint'
import { USD } from 'dinero.js/bigint/currencies'
import { describeRounding } from '#shared/quotes/describe-rounding.ts'
import { explainRoundings, priceQuote, type PricedQuote } from '#shared/quotes/price-quote.ts'
import type { QuoteToPrice, RoundingScope } from '#shared/quotes/quote-to-price.ts'
import { rememberPrices } from '#shared/quotes/remember-prices.ts'
import { readQuoteToPrice } from '#shared/quotes/read-quote-to-price.ts'
import { totalQuote, type QuoteTotals } from '#shared/quotes/total-quote.ts'
import { writePricedQuote } from '#shared/quotes/write-priced-quote.ts'
import { buildLine, buildQuote } from '../foundation/builders/build-quote.ts'
import { chances, currencies, generateQuote } from '../quotes/shared/generate-quotes.ts'
import { referencePricing, type WrittenInput } from '../quotes/shared/reference-pricing.ts'
import type { BenchReport, BenchRow } from './report.ts'

const LINES = 1_000
const COMPARED = 1_000_000
const REPETITIONS = 200

/** Quantities of three decimals, prices of four, a discount on each line, cents, tax by line: what all contestants can do. */
function longQuote(scope: RoundingScope): WrittenInput {
  const chance = chances(7)
  const lines = Array.from({ length: LINES }, () => ({ quantity: (chance() * 100).toFixed(3), unitPrice: (chance() * 1_000).toFixed(4), discountPercent: (chance() * 40).toFixed(1), taxRate: ['8.875', '7.25', '0'][Math.floor(chance() * 3)]! }))
  return { currency: 'USD', taxMode: 'exclusive', rounding: { scope, mode: 'halfAwayFromZero' }, lines }
}

/** Each peer parses its text as its users do, rounds net and tax of each line to cents, and answers with both sums. */
const peers: Readonly<Record<string, (input: WrittenInput) => readonly [string, string]>> = {
  'big.js': ({ lines }) => {
    let [net, tax] = [new Big(0), new Big(0)]
    for (const { quantity, unitPrice, discountPercent, taxRate } of lines) {
      const lineNet = new Big(quantity).times(unitPrice).times(new Big(100).minus(discountPercent!)).times('0.01').round(2, 1)
      net = net.plus(lineNet)
      tax = tax.plus(lineNet.times(taxRate).times('0.01').round(2, 1))
    }
    return [net.toFixed(2), tax.toFixed(2)]
  },
  'decimal.js': ({ lines }) => {
    let [net, tax] = [new Decimal(0), new Decimal(0)]
    for (const { quantity, unitPrice, discountPercent, taxRate } of lines) {
      const lineNet = new Decimal(quantity).times(unitPrice).times(new Decimal(100).minus(discountPercent!)).times('0.01').toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
      net = net.plus(lineNet)
      tax = tax.plus(lineNet.times(taxRate).times('0.01').toDecimalPlaces(2, Decimal.ROUND_HALF_UP))
    }
    return [net.toFixed(2), tax.toFixed(2)]
  },
  'dinero.js, bigint': ({ lines }) => {
    let [net, tax] = [dinero({ amount: 0n, currency: USD }), dinero({ amount: 0n, currency: USD })]
    for (const { quantity, unitPrice, discountPercent, taxRate } of lines) {
      const listed = multiply(dinero({ ...scaled(unitPrice), currency: USD }), scaled(quantity))
      const percent = scaled(discountPercent!)
      const lineNet = transformScale(multiply(listed, { amount: 10n ** (percent.scale + 2n) - percent.amount, scale: percent.scale + 2n }), 2n, halfAwayFromZero)
      const rate = scaled(taxRate)
      net = add(net, lineNet)
      tax = add(tax, transformScale(multiply(lineNet, { ...rate, scale: rate.scale + 2n }), 2n, halfAwayFromZero))
    }
    return [cents(toSnapshot(net).amount), cents(toSnapshot(tax).amount)]
  },
}

function scaled(text: string): { amount: bigint; scale: bigint } {
  const point = text.indexOf('.')
  return point < 0 ? { amount: BigInt(text), scale: 0n } : { amount: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: BigInt(text.length - point - 1) }
}

function cents(amount: bigint): string {
  const text = String(amount).padStart(3, '0')
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}

function read(input: WrittenInput): QuoteToPrice {
  const quote = readQuoteToPrice(input)
  if (!quote.ok) throw new Error(quote.error.code)
  return quote.value
}

function priced(quote: QuoteToPrice): PricedQuote {
  const outcome = priceQuote(quote)
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value
}

export function run(): Promise<BenchReport> {
  const [byLine, byRate, byDocument] = [longQuote('line'), longQuote('rate'), longQuote('document')]
  const quotes = { byLine: read(byLine), byRate: read(byRate), byDocument: read(byDocument) }
  const { net, tax } = writePricedQuote(priced(quotes.byLine), 2)
  for (const [name, peer] of Object.entries(peers)) if (JSON.stringify(peer(byLine)) !== JSON.stringify([net, tax])) throw new Error(`${name} comes to ${peer(byLine).join(' and ')}, the engine to ${net} and ${tax}`)
  const wrong = countDifferences()

  let keys = 0
  const keyPress = (): PricedQuote => {
    const typed = read({ ...byRate, lines: [{ ...byRate.lines[500]!, quantity: `${(keys += 1) % 1000}.5` }] }).lines[0]!
    return priced({ ...quotes.byRate, lines: quotes.byRate.lines.with(500, typed) })
  }
  const own = {
    'own, text to sums': () => priced(read(byLine)).tax,
    'own, lines read before': () => priced(quotes.byLine).tax,
    'own, text to every amount and rounding': () => {
      const quote = read(byLine)
      return [priced(quote), explainRoundings(quote)]
    },
    'own, the same, all of it written as text': () => {
      const quote = read(byLine)
      return [writePricedQuote(priced(quote), 2), explainRoundings(quote).map((rounding) => describeRounding(rounding, 2))]
    },
    'own by rate, lines read before': () => priced(quotes.byRate),
    'own by document, lines read before': () => priced(quotes.byDocument),
    'own by rate, one key pressed': keyPress,
    'own, one key pressed in the builder': builderKeyPress(),
  }
  const times = measure({ ...own, ...Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, () => peer(byLine)])) })
  const reference = times.get('big.js')!
  const rows = [...times].map(([name, ms]): BenchRow => ({ name, value: ms, unit: `ms (${Math.round(1000 / ms).toLocaleString('en')} quotes/s, ${Math.round((LINES * 1000) / ms).toLocaleString('en')} lines/s)`, ratio: reference / ms, ratioMeaning: 'as fast as big.js' }))
  const timesAsFast = (name: keyof typeof own): number => reference / times.get(name)!
  const explained = times.get('own, text to every amount and rounding')!
  return Promise.resolve({
    title: `Pricing a quote of ${LINES.toLocaleString('en')} lines`,
    rows,
    goals: [
      { id: 'P7 (whole)', statement: 'every amount, and every rounding with what it was of, in ≤ 1 ms, reading the text included', measured: `${explained.toFixed(2)} ms`, reached: explained <= 1 },
      { id: 'P7 (arithmetic)', statement: '≥ 4× big.js, reading the text included', measured: `${timesAsFast('own, text to sums').toFixed(1)}×`, reached: timesAsFast('own, text to sums') >= 4 },
      { id: 'P7 (lines read before)', statement: '≥ 16× big.js', measured: `${timesAsFast('own, lines read before').toFixed(1)}×`, reached: timesAsFast('own, lines read before') >= 16 },
      { id: 'P7 (exact)', statement: `no wrong minor unit in ${COMPARED.toLocaleString('en')} generated lines in ${currencies.join(', ')}`, measured: `${wrong.lines.toLocaleString('en')} lines in ${wrong.quotes.toLocaleString('en')} quotes of every policy, ${wrong.different} quotes different from big.js`, reached: wrong.different === 0 && wrong.lines >= COMPARED },
    ],
    notes: [
      `Of ${REPETITIONS} interleaved runs, by the clock on the wall, the one that nine tenths are slower than: on a busy machine a median says how long others had the core, and the more so the longer a run is. Equal sums verified first. Peers round each line and answer with two sums; the engine also gives every line and the taxes by rate.`,
      'dinero.js with numbers is left out: it loses digits beyond 2^53 in this workload. Peers read text in each run, as their users do.',
      'One key pressed: one line is read anew and the whole quote priced; 999 lines stay as they were read. In the builder: also tiers, offers, discounts and both margins, from the key to the new total, without the drawing.',
    ],
  })
}

/** As in the window: each line from its list price down to the net, the one that is typed priced anew, and with the totals both margins. */
function builderKeyPress(): () => QuoteTotals {
  const chance = chances(11)
  const head = buildQuote({ accountId: 'a', partnerId: 'p', partnerTier: 'gold', audience: 'partner', currency: 'USD', roundingMode: 'halfAwayFromZero' })
  const terms = { tierPercent: '20', tiers: { kind: 'graduated' as const, steps: [{ from: '11', percent: '8' }, { from: '51', percent: '15' }] }, offers: [{ code: 'NEW', name: 'New', place: 1, minimumQuantity: '5', percent: '3', amount: null, standsAlone: false }] }
  const lines = Array.from({ length: LINES }, () => buildLine({ quoteId: head.id, quantity: String(1 + Math.floor(chance() * 99)), discountPercent: (chance() * 20).toFixed(1) }, { ...terms, unitPrice: (chance() * 1_000).toFixed(4), cost: { amount: (chance() * 300).toFixed(2), given: '1', currency: 'USD', rate: null, rateDate: null } }))
  const price = rememberPrices(head)
  let keys = 0
  return () => {
    const totals = totalQuote(head, lines.with(500, { ...lines[500]!, quantity: `${(keys += 1) % 1000}.5` }), price)
    if (!totals.ok) throw new Error(totals.error.code)
    return totals.value
  }
}

/** Whole quotes compared, every amount of every line. */
function countDifferences(): { readonly lines: number; readonly quotes: number; readonly different: number } {
  const chance = chances(2_026)
  let [lines, quotes, different] = [0, 0, 0]
  for (; lines < COMPARED; quotes++) {
    const input = generateQuote(quotes, 1 + Math.floor(chance() ** 3 * 1_000), chance)
    lines += input.lines.length
    if (JSON.stringify(writePricedQuote(priced(read(input)), input.currency === 'JPY' ? 0 : 2)) !== JSON.stringify(referencePricing(input))) different += 1
  }
  return { lines, quotes, different }
}

/** Interleaved, so that whatever else the machine does falls on all alike. */
function measure(jobs: Readonly<Record<string, () => unknown>>): ReadonlyMap<string, number> {
  const taken = new Map(Object.keys(jobs).map((name) => [name, [] as number[]]))
  for (let repetition = -20; repetition < REPETITIONS; repetition++) {
    for (const [name, job] of Object.entries(jobs)) {
      const began = performance.now()
      job()
      if (repetition >= 0) taken.get(name)!.push(performance.now() - began)
    }
  }
  return new Map([...taken].map(([name, all]) => [name, all.toSorted((one, other) => one - other)[Math.floor(all.length / 10)]!]))
}
