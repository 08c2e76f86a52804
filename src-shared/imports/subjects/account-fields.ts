import type { ImportField } from './import-subject.ts'
import { leadFields } from './lead-fields.ts'

/** The fields that an account has as a lead has them, and what they are named there. */
export const sharedWithLeads = {
  name: 'company', nameEn: 'companyEn', nameKana: 'companyKana', corporateNumber: 'corporateNumber', website: 'website', domain: 'domain', country: 'country', region: 'region', city: 'city',
  postcode: 'postcode', address: 'address', industry: 'industry', employees: 'employees', notes: 'notes',
} as const
type Shared = keyof typeof sharedWithLeads

const shared = (Object.keys(sharedWithLeads) as Shared[]).map((name) => {
  const { required, synonyms } = leadFields.find((field) => field.name === sharedWithLeads[name])!
  return { name, required, synonyms }
})

/** What a column of a file of accounts can become. */
export const accountFields: readonly ImportField<AccountField>[] = [
  ...shared,
  { name: 'partner', required: false, synonyms: ['partner code', 'partner of record', 'incumbent partner', 'パートナー', 'パートナーコード', '現行取引パートナー', 'socio', 'código de socio', 'socio titular'] },
]
export type AccountField = Shared | 'partner'
