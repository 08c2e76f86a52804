import { compareDecimals, product as times, type Decimal } from '../foundation/decimal.ts'
import { standingOn, type Validity } from './validity.ts'

/** A part of a bundle. Quantities are for one bundle; `maximum` null: any. */
export interface BundleOption extends Validity {
  readonly product: string
  readonly kind: 'required' | 'optional'
  readonly minimum: Decimal
  readonly maximum: Decimal | null
  /** Products that may not be chosen with it, and products that must be. */
  readonly excludes: readonly string[]
  readonly needs: readonly string[]
}

export interface Bundle {
  readonly product: string
  readonly options: readonly BundleOption[]
}

export interface ChosenOption {
  readonly product: string
  readonly quantity: Decimal
}

/** Why a choice of options may not be sold, with the facts that words are made of. */
export type BundleProblem =
  | { readonly problem: 'notAnOption'; readonly product: string }
  | { readonly problem: 'chosenTwice'; readonly product: string }
  | { readonly problem: 'requiredMissing'; readonly product: string; readonly minimum: Decimal }
  | { readonly problem: 'tooFew'; readonly product: string; readonly minimum: Decimal }
  | { readonly problem: 'tooMany'; readonly product: string; readonly maximum: Decimal }
  | { readonly problem: 'excluded'; readonly product: string; readonly by: string }
  | { readonly problem: 'needs'; readonly product: string; readonly missing: string }
  | { readonly problem: 'notYet' | 'discontinued'; readonly product: string; readonly on: string }

/** All that speaks against the choice, in the order of the bundle's options; none: it may be sold. Minimum and maximum are here for all bundles together. */
export function checkBundle(bundle: Bundle, bundles: Decimal, chosen: readonly ChosenOption[], date: string): readonly BundleProblem[] {
  const offered = new Set(bundle.options.map(({ product }) => product))
  const isChosen = (product: string): boolean => chosen.some((each) => each.product === product && each.quantity.digits > 0)
  const strangers = chosen.filter(({ product }) => !offered.has(product)).map(({ product }): BundleProblem => ({ problem: 'notAnOption', product }))
  const twice = [...offered].filter((product) => chosen.filter((each) => each.product === product).length > 1).map((product): BundleProblem => ({ problem: 'chosenTwice', product }))
  return [...strangers, ...twice, ...bundle.options.flatMap(problemsOf)]

  function problemsOf(option: BundleOption): readonly BundleProblem[] {
    const { product, kind, excludes, needs } = option
    const minimum = times(option.minimum, bundles)
    if (!isChosen(product)) return kind === 'required' ? [{ problem: 'requiredMissing', product, minimum }] : []
    const quantity = chosen.find((each) => each.product === product)!.quantity
    const maximum = option.maximum === null ? null : times(option.maximum, bundles)
    const standing = standingOn(date, option)
    const problems: BundleProblem[] = []
    if (standing === 'notYet') problems.push({ problem: 'notYet', product, on: option.from })
    if (standing === 'ended' && option.to !== null) problems.push({ problem: 'discontinued', product, on: option.to })
    if (compareDecimals(quantity, minimum) < 0) problems.push({ problem: 'tooFew', product, minimum })
    if (maximum !== null && compareDecimals(quantity, maximum) > 0) problems.push({ problem: 'tooMany', product, maximum })
    for (const by of excludes.filter(isChosen)) problems.push({ problem: 'excluded', product, by })
    for (const missing of needs.filter((need) => !isChosen(need))) problems.push({ problem: 'needs', product, missing })
    return problems
  }
}
