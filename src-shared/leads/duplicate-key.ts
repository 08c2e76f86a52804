import { normaliseCompanyName } from '../imports/normalise-company-name.ts'

/**
 * Equal for two leads that are certainly the same company: the corporate number, else the normalised name in its country.
 * A web domain alone does not decide, because departments and subsidiaries share one.
 */
export function duplicateKey(company: string, country: string | null, corporateNumber: string | null): string {
  return corporateNumber === null || corporateNumber === '' ? `${country ?? '?'}:${normaliseCompanyName(company)}` : `#${corporateNumber}`
}

/** Whether the key is a number's and not a name's. */
export function isOfNumber(key: string): boolean {
  return key.startsWith('#')
}
