import { decimalOf } from '../foundation/decimal.ts'
import type { StoredBundle } from '../catalogue/product.table.ts'
import { checkBundle, type Bundle, type BundleProblem } from './check-bundle.ts'
import type { Product, QuoteLine } from './quote-rows.ts'

/** A product's bundle as it is checked. */
export function bundleOf(product: string, { options }: StoredBundle): Bundle {
  return { product, options: options.map((option) => ({ ...option, minimum: decimalOf(option.minimum), maximum: option.maximum === null ? null : decimalOf(option.maximum) })) }
}

/** All that speaks against the bundles of a quote, by the line of each from 1. @param lines in their order */
export function checkLineBundles(lines: readonly QuoteLine[], products: ReadonlyMap<string, Product>, date: string): readonly { readonly line: number; readonly because: BundleProblem }[] {
  return lines.flatMap((line, at) => {
    const bundle = products.get(line.code ?? '')?.bundle ?? null
    if (bundle === null || line.parentId !== null) return []
    const chosen = lines.filter(({ parentId, code }) => parentId === line.id && code !== null).map(({ code, quantity }) => ({ product: code ?? '', quantity: decimalOf(quantity) }))
    return checkBundle(bundleOf(line.code ?? '', bundle), decimalOf(line.quantity), chosen, date).map((because) => ({ line: at + 1, because }))
  })
}
