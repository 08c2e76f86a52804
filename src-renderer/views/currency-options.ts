import { currencyCodes } from '#shared/foundation/currency-table.ts'
import type { Option } from '../ui/option.ts'

/** The currencies there are, by their codes. */
export const currencyOptions: readonly Option[] = Object.values(currencyCodes)
  .flatMap((codes) => codes.split(/\s/))
  .toSorted()
  .map((code) => ({ value: code, label: code }))
