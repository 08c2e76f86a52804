import type { RowOf } from '../foundation/table.ts'
import { readCorporateNumber } from '../imports/read-corporate-number.ts'
import { registrableDomain, sharedBy } from '../imports/read-web-domain.ts'
import type { PairScore } from '../matching/score-pair.ts'
import type { applications } from './application.table.ts'

type Application = Pick<RowOf<typeof applications>, 'company' | 'corporateNumber' | 'country' | 'domain' | 'persons' | 'source' | 'referredBy'>

/** What else bears the applicant's name or address: a partner, an application, a customer, a lead. */
export const twinKinds = ['partner', 'application', 'account', 'lead'] as const
export type TwinKind = (typeof twinKinds)[number]

export interface Twin extends PairScore {
  readonly kind: TwinKind
  readonly id: string
  readonly name: string
  readonly country: string | null
  readonly status: string
}

export const vettingChecks = ['company', 'country', 'person', 'mailDomain', 'corporateNumber', 'referral', 'partner', 'application', 'customer', 'lead'] as const
export type VettingCheck = (typeof vettingChecks)[number]

/** `tells`: worth knowing, and no reason against it. `asks`: a person looks. `stops`: it cannot be approved so. */
export const vettingStates = ['fine', 'tells', 'asks', 'stops'] as const
export type VettingState = (typeof vettingStates)[number]

export const mailFaults = ['none', 'shared', 'other'] as const
export type MailFault = (typeof mailFaults)[number]

export interface VettingFinding {
  readonly check: VettingCheck
  readonly state: VettingState
  readonly twins: readonly Twin[]
  /** Of the check of the mail's domain: what is wrong, and with which domain. */
  readonly mail: { readonly fault: MailFault; readonly domain: string | null } | null
}

/** What there is to say of an applicant before anybody decides: company, mail, duplicates. A customer may well become a partner: it has two records then. */
export function vetApplication(application: Application, twins: readonly Twin[]): readonly VettingFinding[] {
  const finding = (check: VettingCheck, state: VettingState): VettingFinding => ({ check, state, twins: [], mail: null })
  const found = (check: VettingCheck, kind: TwinKind, otherwise: VettingState): VettingFinding => {
    const alike = twins.filter((twin) => twin.kind === kind && twin.verdict !== 'different')
    return { check, state: alike.length === 0 ? 'fine' : otherwise, twins: alike, mail: null }
  }
  const { company, country, corporateNumber, persons, source, referredBy } = application
  return [
    finding('company', company.trim() === '' ? 'stops' : 'fine'),
    finding('country', country === null ? 'stops' : 'fine'),
    finding('person', persons.length === 0 ? 'asks' : 'fine'),
    checkMail(application),
    finding('corporateNumber', country === 'JP' && corporateNumber !== null && !readCorporateNumber(corporateNumber).ok ? 'asks' : 'fine'),
    finding('referral', source === 'referral' && (referredBy ?? '').trim() === '' ? 'asks' : 'fine'),
    found('partner', 'partner', 'asks'),
    found('application', 'application', 'asks'),
    found('customer', 'account', 'tells'),
    found('lead', 'lead', 'tells'),
  ]
}

/** Whether somebody writes from the company's own domain. */
function checkMail({ persons, domain }: Application): VettingFinding {
  const domains = persons.map(({ email }) => mailDomain(email)).filter((each) => each !== null)
  const [first] = domains
  const fault: MailFault | null = first === undefined ? 'none' : domains.some((each) => each === domain) ? null : domains.every((each) => sharedBy(each) === 'mail') ? 'shared' : domain === null ? null : 'other'
  return { check: 'mailDomain', state: fault === null ? 'fine' : 'asks', twins: [], mail: fault === null ? null : { fault, domain: first ?? null } }
}

/** The registered domain after the @ of an address. */
export function mailDomain(email: string | null): string | null {
  const host = email?.split('@')[1]?.trim().toLowerCase()
  return host === undefined || host === '' ? null : registrableDomain(host)
}
