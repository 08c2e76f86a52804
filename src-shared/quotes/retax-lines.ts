import { many, type Question } from '../foundation/command.ts'
import { succeeded, type Outcome } from '../foundation/outcome.ts'
import { products } from '../catalogue/product.table.ts'
import { taxOn, taxOnCustom } from './find-line-terms.ts'
import { keptVersion, taxFacts } from './pricing-facts.ts'
import type { WholeQuote } from './quote-facts.ts'
import type { Quote, QuoteLine } from './quote-rows.ts'

const taxFields = ['sellerCountry', 'sellerNumber', 'buyerNumber', 'resaleCertificateTo', 'localTaxRate'] as const satisfies readonly (keyof Quote)[]

/**
 * The lines with the taxes that follow from who sells and who buys; prices stay. They are reckoned by the policies that the quote was priced by,
 * unless its seller's country becomes another. Lines whose taxes stay are the same objects. Refuses with `price.tax-unknown`.
 */
export function* retaxLines({ quote, lines }: WholeQuote, patch: Partial<Quote>): Generator<Question, Outcome<readonly QuoteLine[]>, unknown> {
  if (!taxFields.some((field) => field in patch)) return succeeded(lines)
  const head = { ...quote, ...patch }
  const taxPolicies = yield* taxFacts(head, head.sellerCountry === quote.sellerCountry ? keptVersion(quote, lines) : null)
  const sold = new Map((yield* many(products, 'byCode', ...[...new Set(lines.flatMap(({ code }) => code ?? []))].map((code) => [code]))).map((product) => [product.code, product]))
  const taxed: QuoteLine[] = []
  for (const line of lines) {
    const { tax } = line.terms
    const product = sold.get(line.code ?? '')
    const found = product === undefined ? taxOnCustom({ taxPolicies }, head, tax) : taxOn({ taxPolicies }, head, product.taxCategory, product.kind === 'service')
    if (!found.ok) return found
    taxed.push(JSON.stringify(found.value) === JSON.stringify(tax) ? line : { ...line, terms: { ...line.terms, tax: found.value } })
  }
  return succeeded(taxed)
}
