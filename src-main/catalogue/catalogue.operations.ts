import { catalogueContract, priceListFields, productListFields } from '#shared/catalogue/catalogue.contract.ts'
import { exchangeRates, partnerDiscounts, promotions, specialPrices } from '#shared/catalogue/discount.table.ts'
import { priceBooks, prices } from '#shared/catalogue/price-book.table.ts'
import { products } from '#shared/catalogue/product.table.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE, visibleAs } from '#shared/journal/visible.ts'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { decodeRow, quoted, selectRows } from '../workspace/rows.ts'
import { quotesPricedFrom } from './quotes-priced-from.ts'

const textFields = new Set(['code', 'name', 'nameJa', 'nameEs', 'category', 'productCode', 'productName'])
/** Decimals are text; lists put them in order as numbers, which need not be exact for that. */
const decimalFields = new Set(['cost', 'unitPrice'])

function fieldsOf(table: string, names: readonly string[], extra: Readonly<Record<string, string>> = {}): ListSource['fields'] {
  return Object.fromEntries(names.map((name): [string, ListField] => {
    const column = extra[name] ?? `"${table}"."${name}"`
    return decimalFields.has(name) ? [name, { sql: `CAST(${column} AS REAL)`, kind: 'number' }] : [name, { sql: column, kind: ['stock', 'months'].includes(name) ? 'number' : textFields.has(name) ? 'text' : 'exact' }]
  }))
}

const productSource: ListSource = { table: products, fields: fieldsOf('products', productListFields), hidden: VISIBLE, defaultSort: '"products"."category" COLLATE NOCASE, "products"."code" COLLATE NOCASE, "products"."_row"' }

const ofProduct = (column: string): string => `(SELECT "${column}" FROM "products" WHERE "products"."id" = "prices"."productId")`
const priceExtra = { productCode: ofProduct('code'), productName: ofProduct('name') }
const priceSource: ListSource = { table: prices, fields: fieldsOf('prices', priceListFields, priceExtra), hidden: VISIBLE, extra: priceExtra, defaultSort: `${priceExtra.productCode} COLLATE NOCASE, "prices"."_row"` }

export const catalogueHost = hostCapability(
  catalogueContract,
  {
    products: (input, { lists }) => lists.list(productSource, input) as never,
    product: ({ id }, { db }) => {
      const [product] = selectRows(db, products, `WHERE "id" = ? AND ${VISIBLE}`, id)
      if (product === undefined) throw new RefusedError('product.not-found', 'there is no such product')
      return product
    },
    pricesOf: ({ productId }, { db }) => {
      const books = new Map(selectRows(db, priceBooks, `WHERE ${VISIBLE}`).map((book) => [book.id, book]))
      return selectRows(db, prices, `WHERE "productId" = ? AND ${VISIBLE}`, productId)
        .flatMap((price) => books.get(price.bookId) === undefined ? [] : [{ book: books.get(price.bookId)!, price }])
        .toSorted((one, other) => one.book.currency.localeCompare(other.book.currency) || other.book.validFrom.localeCompare(one.book.validFrom))
    },
    priceBooks: (_, { db }) =>
      (db.prepare(`SELECT ${quoted(priceBooks.columnNames)}, (SELECT count(*) FROM "prices" WHERE "prices"."bookId" = "priceBooks"."id") AS "prices" FROM "priceBooks" WHERE ${VISIBLE} ORDER BY "currency", "validFrom" DESC, "code"`).all() as Record<string, unknown>[])
        .map((row) => decodeRow(priceBooks, row)) as never,
    productsByCode: ({ codes }, { db }) => db.prepare(`SELECT "code", "name" FROM "products" WHERE "code" IN (SELECT "value" FROM json_each(?)) AND ${VISIBLE} ORDER BY "code"`).all(JSON.stringify(codes)) as { code: string; name: string }[],
    sheet: ({ id }, { db }) => {
      const [book] = selectRows(db, priceBooks, `WHERE "id" = ? AND ${VISIBLE}`, id)
      if (book === undefined) throw new RefusedError('price-book.not-found', 'there is no such price book')
      const listed = db.prepare(`SELECT ${prices.columnNames.map((name) => `"prices"."${name}"`).join(', ')}, "products"."code" AS "productCode", "products"."name" AS "productName", "products"."category", "products"."stock"
        FROM "prices" JOIN "products" ON "products"."id" = "prices"."productId" WHERE "prices"."bookId" = ? AND ${visibleAs('prices')} ORDER BY "products"."category" COLLATE NOCASE, "products"."code" COLLATE NOCASE, "prices"."id"`).all(id) as Record<string, unknown>[]
      return { book, prices: listed.map((row) => decodeRow(prices, row)) as never, ...quotesPricedFrom(db, book.code) }
    },
    prices: (input, { lists }) => lists.list(priceSource, input) as never,
    promotions: (_, { db }) => selectRows(db, promotions, `WHERE ${VISIBLE} ORDER BY "place", "code"`),
    partnerDiscounts: (_, { db }) => selectRows(db, partnerDiscounts, `WHERE ${VISIBLE} ORDER BY "tier", "product", "validFrom" DESC`),
    specialPrices: ({ accountId }, { db }) =>
      (db.prepare(`SELECT ${quoted(specialPrices.columnNames)}, (SELECT "name" FROM "accounts" WHERE "accounts"."id" = "specialPrices"."accountId") AS "accountName" FROM "specialPrices"
        WHERE ${VISIBLE} AND "accountId" = coalesce($1, "accountId") ORDER BY "state" = 'requested' DESC, "createdAt" DESC, "id"`).all({ 1: accountId }) as Record<string, unknown>[])
        .map((row) => decodeRow(specialPrices, row)) as never,
    exchangeRates: (_, { db }) => selectRows(db, exchangeRates, `WHERE ${VISIBLE} ORDER BY "date" DESC, "from", "to"`),
  },
  {},
)
