import { productKinds } from '../../catalogue/product.ts'
import { currencyDecimals } from '../../foundation/money.ts'
import { fieldRead, fieldRefused } from '../field-reading.ts'
import { readDate } from '../read-date.ts'
import { detectDecimalMark, readExactDecimal, readInteger, type DecimalMark } from '../read-number.ts'
import { readNotes } from '../read-text.ts'
import { readProductKind, type FieldReader } from './import-choices.ts'
import { locate, rowMapper, type ImportReader, type ImportSubjectDefinition, type MappedRow, type RowError } from './import-subject.ts'
import { priceFields, type PriceField } from './price-fields.ts'
import { readCode, readLine, RowReading } from './read-fields.ts'

export const importedProductColumns = ['id', 'code', 'name', 'nameJa', 'nameEs', 'description', 'category', 'kind', 'unit', 'cost', 'costCurrency', 'taxCategory', 'stock'] as const
export const importedBookColumns = ['id', 'code', 'name', 'currency', 'regions', 'partnerTypes', 'validFrom'] as const
export const importedPriceColumns = ['id', 'bookId', 'productId', 'unitPrice', 'months'] as const

interface PriceLine {
  readonly product: Readonly<Record<Exclude<(typeof importedProductColumns)[number], 'id'>, string | number | null>> & { readonly code: string }
  readonly unitPrice: string
  readonly months: number | null
  readonly currency: string
  readonly book: string
  readonly validFrom: string
}

/**
 * A line of a price list. Without a price book of its own it is in the list of its currency and day, so that a later list is another one
 * and takes over from its day on. @param mark the decimal mark of the file's amounts
 */
export function readPriceRow(values: MappedRow<PriceField>, mark: DecimalMark | null, today: string): { readonly line: PriceLine } | { readonly reading: RowReading<PriceField> } {
  const reading = new RowReading<PriceField>()
  const amount: FieldReader<string> = (text) => readExactDecimal(text, { mark })
  const code = reading.demand('code', values.code, readCode)
  const name = reading.demand('name', values.name, readLine)
  const unitPrice = reading.demand('price', values.price, amount)
  const currency = reading.demand('currency', values.currency, readCurrency)
  const cost = reading.take('cost', values.cost, amount)
  const validFrom = reading.take('validFrom', values.validFrom, readDate) ?? today
  const product = {
    code: code ?? '', name, nameJa: reading.take('nameJa', values.nameJa, readLine), nameEs: reading.take('nameEs', values.nameEs, readLine), description: reading.take('description', values.description, readNotes),
    category: reading.take('category', values.category, readLine), kind: reading.take('kind', values.kind, readProductKind) ?? productKinds[0], unit: reading.take('unit', values.unit, readLine),
    cost, costCurrency: cost === null ? null : currency, taxCategory: 'standard', stock: reading.take('stock', values.stock, (text) => readInteger(text)),
  }
  const months = reading.take('months', values.months, (text) => readInteger(text, { minimum: 1, maximum: 120 }))
  const book = reading.take('priceBook', values.priceBook, readCode) ?? `LIST-${currency ?? ''}-${validFrom}`
  if (code === null || name === null || unitPrice === null || currency === null || reading.problems.length > 0) return { reading }
  return { line: { product: { ...product, code }, unitPrice, months, currency, book, validFrom } }
}

const readCurrency: FieldReader<string> = (text) => {
  const code = text.trim().toUpperCase()
  return currencyDecimals(code) === null ? fieldRefused('import.choice-unknown', text) : fieldRead(code)
}

export const priceImport: ImportSubjectDefinition = {
  subject: 'prices',
  fields: priceFields,
  needs: ['productIds', 'priceBooks', 'pricedProducts'],
  begin(columns, mapping, facts, context): ImportReader {
    const toRow = rowMapper<PriceField>(priceFields, columns, mapping)
    const productIds = new Map(facts.productIds)
    const books = new Map(facts.priceBooks)
    const priced = new Set<string>()
    const today = context.now.slice(0, 10)
    let mark: DecimalMark | null = null
    return {
      read(rows, lineOf) {
        const added = { products: [] as (readonly unknown[])[], priceBooks: [] as (readonly unknown[])[], prices: [] as (readonly unknown[])[] }
        const duplicates: number[] = []
        const errors: RowError[] = []
        // One amount alone may not tell; what the first part of the file tells holds for all of it.
        mark ??= detectDecimalMark(rows.flatMap((cells) => { const { price, cost } = toRow(cells); return [price, cost] }))
        for (const [index, cells] of rows.entries()) {
          const result = readPriceRow(toRow(cells), mark, today)
          if ('reading' in result) {
            errors.push(...locate(result.reading.problems, lineOf(index), mapping))
            continue
          }
          const { product, unitPrice, months, currency, book: bookCode, validFrom } = result.line
          let book = books.get(bookCode)
          if (book !== undefined && book.currency !== currency) {
            errors.push(...locate([{ field: 'currency', code: 'price-book.other-currency', value: currency }], lineOf(index), mapping))
            continue
          }
          let productId = productIds.get(product.code)
          const key = `${bookCode} ${productId ?? ''}`
          if (productId !== undefined && (priced.has(key) || facts.pricedProducts.has(`${book?.id ?? ''} ${productId}`))) {
            duplicates.push(lineOf(index))
            continue
          }
          if (book === undefined) {
            book = { id: context.id(), currency }
            books.set(bookCode, book)
            added.priceBooks.push([book.id, bookCode, bookCode, currency, [], [], validFrom])
          }
          if (productId === undefined) {
            productId = context.id()
            productIds.set(product.code, productId)
            added.products.push([productId, ...importedProductColumns.slice(1).map((column) => product[column as keyof typeof product])])
          }
          priced.add(`${bookCode} ${productId}`)
          added.prices.push([context.id(), book.id, productId, unitPrice, months])
        }
        const chunks = [
          { table: 'products' as const, columns: importedProductColumns, rows: added.products },
          { table: 'priceBooks' as const, columns: importedBookColumns, rows: added.priceBooks },
          { table: 'prices' as const, columns: importedPriceColumns, rows: added.prices },
        ]
        return { inserts: chunks.filter((chunk) => chunk.rows.length > 0), duplicates, errors }
      },
      finish: () => ({ inserts: [], duplicates: [], errors: [] }),
    }
  },
}
