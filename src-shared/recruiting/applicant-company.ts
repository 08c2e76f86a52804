import type { RowOf } from '../foundation/table.ts'
import type { MatchedCompany } from '../matching/company-matcher.ts'
import type { partners } from '../partners/partner.table.ts'
import type { applications } from './application.table.ts'

type Application = Pick<RowOf<typeof applications>, 'id' | 'company' | 'companyEn' | 'corporateNumber' | 'domain' | 'country' | 'postcode' | 'address' | 'persons'>

/** An applicant as it is matched. */
export function applicantCompany({ id, company, companyEn, corporateNumber, domain, country, postcode, address, persons }: Application): MatchedCompany {
  return { id, company, companyEn, companyKana: null, corporateNumber, domain, country, postcode, address, contactEmail: persons[0]?.email ?? null, contactPhone: persons[0]?.phone ?? null }
}

/** A partner as it is matched. */
export function partnerCompany({ id, name, domain, country, contacts }: Pick<RowOf<typeof partners>, 'id' | 'name' | 'domain' | 'country' | 'contacts'>): MatchedCompany {
  return { id, company: name, companyEn: null, companyKana: null, corporateNumber: null, domain, country, postcode: null, address: null, contactEmail: contacts[0]?.email ?? null, contactPhone: contacts[0]?.phone ?? null }
}
