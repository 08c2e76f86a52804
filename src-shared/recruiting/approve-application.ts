import { accept, command, insert, many, one, refuse, update, type Change, type Decision, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { CompanyMatcher } from '../matching/company-matcher.ts'
import { newPartner } from '../partners/new-partner.ts'
import { partnerStatuses } from '../partners/partner.ts'
import { partners } from '../partners/partner.table.ts'
import { partnerPeople } from '../training/partner-person.table.ts'
import { applicantCompany, partnerCompany } from './applicant-company.ts'
import { findApplication } from './applications.commands.ts'
import { applications } from './application.table.ts'
import { recruitingContract } from './recruiting.contract.ts'

type Application = RowOf<typeof applications>
type Partner = RowOf<typeof partners>

/** A company becomes a partner by a person's decision after vetting, never by itself. */
const approve = command(recruitingContract.operations.approve, function* ({ id: applicationId, partnerId, code, type, tier, separate }, { id, commandId, actor, now }) {
  const application = yield* findApplication(applicationId)
  if (!('status' in application)) return application
  if (application.status !== 'vetting') return refuse('application.not-vetted', 'only what is vetted is approved', { status: application.status })
  const partner = partnerId === null ? yield* madePartner(application, { code, type, tier, separate }, id) : yield* joinedPartner(partnerId)
  if (!('row' in partner)) return partner
  const known = partner.isNew ? [] : yield* many(partnerPeople, 'byPartner', [partner.row.id])
  const changes = [
    ...partner.changes,
    ...application.persons
      .filter(({ email, name }) => !known.some((person) => (email === null ? person.name === name : person.email?.toLowerCase() === email.toLowerCase())))
      .map((person) => insert(partnerPeople, { ...person, id: id(), partnerId: partner.row.id, status: 'pending' })),
    update(applications, applicationId, { status: 'approved', partnerId: partner.row.id, decidedBy: actor.name, decidedAt: now }),
  ]
  const note = { event: 'application.approved', about: applicationId, details: { partner: partner.row.name } }
  return accept({ entry: commandId, partnerId: partner.row.id, joined: !partner.isNew }, changes, [note, { ...note, about: partner.row.id }])
})

interface Became {
  readonly row: Pick<Partner, 'id' | 'name'>
  readonly isNew: boolean
  readonly changes: readonly Change[]
}

function* joinedPartner(partnerId: string): Generator<Question, Became | Decision<never>, unknown> {
  const row = yield* one(partners, partnerId)
  if (row === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (row.status === 'terminated') return refuse('application.partner-terminated', 'with this partner it is over', { partner: row.name })
  const waits = row.status === 'applicant' || row.status === 'vetting' || row.status === 'declined'
  return { row, isNew: false, changes: waits ? [update(partners, row.id, { status: 'approved' })] : [] }
}

interface NewPartner {
  readonly code: string
  readonly type: Partner['type']
  readonly tier: Partner['tier']
  readonly separate: boolean
}

function* madePartner(application: Application, { code, type, tier, separate }: NewPartner, id: () => string): Generator<Question, Became | Decision<never>, unknown> {
  const { company, country } = application
  if (country === null) return refuse('application.country-missing', 'a partner is of a country')
  if (code === '') return refuse('partner.code-missing', 'a partner needs a code')
  const [taken] = yield* many(partners, 'byCode', [code])
  if (taken !== undefined) return refuse('partner.code-taken', 'another partner has this code', { id: taken.id, name: taken.name })
  if (!separate) {
    const twin = yield* samePartner(application)
    if (twin !== undefined) return refuse('application.partner-exists', 'this company is a partner already', { id: twin.id, name: twin.name })
  }
  const { region, city, domain, languages, products, industries, persons } = application
  const contacts = persons.map((person, at) => ({ ...person, primary: at === 0 }))
  const row = newPartner(id(), { code, name: company, type, tier, country, region, city, domain, languages, products, industries, contacts, status: 'approved' })
  return { row, isNew: true, changes: [insert(partners, row)] }
}

/** The partner that the applicant surely is. */
function* samePartner(application: Application): Generator<Question, Partner | undefined, unknown> {
  const all = yield* many(partners, 'byStatus', ...partnerStatuses.map((status) => [status]))
  const [same] = new CompanyMatcher(all.map(partnerCompany)).find(applicantCompany(application)).filter(({ verdict }) => verdict === 'same')
  return all.find(({ id }) => id === same?.id)
}

export const approvalCommands = [approve]
