import { exchangeRates, partnerDiscounts, promotions } from '#shared/catalogue/discount.table.ts'
import { priceBooks, prices } from '#shared/catalogue/price-book.table.ts'
import { products } from '#shared/catalogue/product.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>

export interface DemoCatalogue {
  readonly products: readonly Row<typeof products>[]
  readonly priceBooks: readonly Row<typeof priceBooks>[]
  readonly prices: readonly Row<typeof prices>[]
  readonly promotions: readonly Row<typeof promotions>[]
  readonly partnerDiscounts: readonly Row<typeof partnerDiscounts>[]
  readonly exchangeRates: readonly Row<typeof exchangeRates>[]
}

/** Code, names in three languages, and what a year, a day or a piece costs a customer in dollars. */
const families = [
  ['LIRA-LEDGER', 'Lira Ledger', 'リラ台帳', 'Lira Contabilidad', 240], ['LIRA-PAY', 'Lira Pay', 'リラ決済', 'Lira Pagos', 180], ['LIRA-INSIGHT', 'Lira Insight', 'リラ分析', 'Lira Análisis', 320],
  ['LIRA-TREASURY', 'Lira Treasury', 'リラ資金管理', 'Lira Tesorería', 460], ['LIRA-COMPLY', 'Lira Comply', 'リラ法令対応', 'Lira Cumplimiento', 380],
] as const
const parts = [
  ['', '', '', '', 1, 'service'], ['-TEAM', ' Team', ' チーム', ' Equipo', 4.2, 'service'], ['-ENTERPRISE', ' Enterprise', ' エンタープライズ', ' Empresa', 38, 'service'], ['-SANDBOX', ' Sandbox', ' 検証環境', ' Entorno de pruebas', 6, 'service'],
  ['-CONNECT', ' Connector', ' 連携', ' Conector', 2.5, 'service'], ['-SETUP', ' Set-up', ' 初期設定', ' Puesta en marcha', 10, 'service'], ['-TRAIN', ' Training day', ' 研修（1 日）', ' Día de capacitación', 5, 'service'], ['-READER', ' Card reader', ' カードリーダー', ' Lector de tarjetas', 0.8, 'product'],
] as const
const currencies = { USD: { rate: 1, step: 1 }, EUR: { rate: 0.93, step: 1 }, JPY: { rate: 150, step: 100 }, MXN: { rate: 17.5, step: 5 } } as const
export type DemoCurrency = keyof typeof currencies
const BY_TIME = new Set<string>(['', '-TEAM', '-ENTERPRISE', '-SANDBOX', '-CONNECT'])
const discounts = { registered: '5', silver: '12', gold: '20', platinum: '28' } as const

/** Forty products of Lira Financial at prices in four currencies, offers, and what each tier buys below them. */
export function demoCatalogue(founded: string, makeId: () => string): DemoCatalogue {
  const stamps = { createdAt: founded, updatedAt: founded }
  const day = founded.slice(0, 10)
  const valid = { validFrom: day, validTo: null }
  const priced = families.flatMap(([code, name, nameJa, nameEs, dollars]) =>
    parts.map(([suffix, en, ja, es, factor, kind]) => ({ code: `${code}${suffix}`, name: `${name}${en}`, nameJa: `${nameJa}${ja}`, nameEs: `${nameEs}${es}`, dollars: dollars * factor, kind, category: name, isByTime: BY_TIME.has(suffix), isMain: suffix === '' })),
  )
  const optional = { kind: 'optional' as const, minimum: '1', maximum: null, excludes: [], needs: [], from: day, to: null }
  const rows = priced.map(({ code, name, nameJa, nameEs, dollars, kind, category, isByTime, isMain }): Row<typeof products> => ({
    id: makeId(), code, name, nameJa, nameEs, description: null, category, kind, unit: isByTime ? 'year' : kind === 'product' ? 'piece' : 'day', cost: (dollars * 0.35).toFixed(2), costCurrency: 'USD', taxCategory: 'standard',
    sellableFrom: null, sellableTo: null, stock: kind === 'product' ? 240 : null,
    bundle: isMain ? { options: [{ ...optional, product: `${code}-SETUP`, kind: 'required', maximum: '10' }, { ...optional, product: `${code}-TRAIN` }, { ...optional, product: `${code}-TEAM`, excludes: [`${code}-ENTERPRISE`] }, { ...optional, product: `${code}-ENTERPRISE`, excludes: [`${code}-TEAM`] }, { ...optional, product: `${code}-CONNECT`, needs: [`${code}-ENTERPRISE`] }] } : null,
    ...stamps,
  }))
  const books = (Object.keys(currencies) as DemoCurrency[]).map((currency): Row<typeof priceBooks> => ({ id: makeId(), code: `LIRA-${currency}`, name: `Lira list prices ${currency}`, currency, regions: [], partnerTypes: [], ...valid, ...stamps }))
  return {
    products: rows,
    priceBooks: books,
    prices: books.flatMap((book) => rows.map((product, at): Row<typeof prices> => {
      const { rate, step } = currencies[book.currency as DemoCurrency]
      const { dollars, isByTime } = priced[at]!
      const tiers = isByTime ? { kind: 'graduated' as const, steps: [{ from: '11', percent: '8' }, { from: '51', percent: '15' }] } : null
      return { id: makeId(), bookId: book.id, productId: product.id, unitPrice: String(Math.round((dollars * rate) / step) * step), months: isByTime ? 12 : null, tiers, ...stamps }
    })),
    promotions: [
      { id: makeId(), code: 'NEW-CUSTOMER', name: 'New customers', place: 1, products: null, minimumQuantity: '5', percent: '3', amount: null, currency: null, standsAlone: false, ...valid, ...stamps },
      { id: makeId(), code: 'LEDGER-SWITCH', name: 'Switch to Ledger', place: 2, products: ['LIRA-LEDGER'], minimumQuantity: '1', percent: '10', amount: null, currency: null, standsAlone: true, ...valid, ...stamps },
    ],
    partnerDiscounts: Object.entries(discounts).map(([tier, percent]): Row<typeof partnerDiscounts> => ({ id: makeId(), tier: tier as keyof typeof discounts, product: null, percent, ...valid, ...stamps })),
    exchangeRates: (['EUR', 'JPY', 'MXN'] as const).map((to): Row<typeof exchangeRates> => ({ id: makeId(), from: 'USD', to, rate: String(currencies[to].rate), date: day, ...stamps })),
  }
}
