import type Database from 'better-sqlite3'
import { termsFor } from '#shared/deals/ask-terms.ts'
import { checkRegistration } from '#shared/deals/check-registration.ts'
import { earlierClaim } from '#shared/deals/earlier-claim.ts'
import { derivedOf } from '#shared/deals/find-registration.ts'
import { partnerFindings } from '#shared/deals/partner-view.ts'
import { protectionEnd } from '#shared/deals/protection.ts'
import { registrationPolicies } from '#shared/deals/registration-policy.table.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { ReadClaim } from '#shared/imports/subjects/import-subject.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { selectRows } from '../workspace/rows.ts'
import { readCustomers, readEnded, readLikenesses, readOverlaps } from './read-overlaps.ts'

type Registration = RowOf<typeof registrations>

const NOBODYS_ID = '00000000-0000-7000-8000-000000000000'
/** A registration of which nothing is written. */
const BLANK = Object.fromEntries(registrations.columnNames.map((column) => [column, null])) as unknown as Registration

interface Typed {
  readonly id: string | null
  readonly accountId: string | null
  readonly claim: Partial<Registration> & Pick<Registration, 'partnerId'>
}

/** How many others are with the customer of a claim that is not kept yet, about what may be the same business. */
export function overlapsOf(db: Database.Database, typed: ReadClaim): number {
  const claim: Registration = { ...BLANK, kind: 'planned', status: 'draft', ...typed, id: NOBODYS_ID, ...derivedOf(typed) }
  return readOverlaps(db, claim, readLikenesses(db, claim)).length
}

/** The findings on what is typed so far, whether it is kept already or not; the check of the review is the same. */
export function checkClaim(db: Database.Database, { id, accountId, claim: typed }: Typed, now: string) {
  const [kept] = id === null ? [] : selectRows(db, registrations, 'WHERE "id" = ?', id)
  const written: Registration = { ...BLANK, kind: 'planned', status: 'draft', company: '', products: [], ...kept, ...typed, id: id ?? NOBODYS_ID }
  const claim: Registration = { ...written, accountId: accountId ?? written.accountId, ...derivedOf(written) }
  const [partner] = selectRows(db, partners, 'WHERE "id" = ?', claim.partnerId)
  if (partner === undefined) throw new RefusedError('partner.not-found', 'there is no such partner')
  const terms = claim.terms ?? termsFor(claim, selectRows(db, registrationPolicies, `WHERE "state" = 'inForce'`))
  const like = readLikenesses(db, claim)
  const earlier = claim.company === '' ? undefined : earlierClaim(claim, readEnded(db, claim, like), terms.coolDownDays, now)
  const clock = claim.clockFrom ?? earlier?.clockFrom ?? earlier?.protectedFrom ?? null
  const findings = checkRegistration(claim, { partner, terms, overlaps: readOverlaps(db, claim, like), resumes: earlier !== undefined || claim.clockFrom !== null })
  const customers = readCustomers(db, like).map(({ row: { id: account, name }, likeness: { verdict, score, evidence } }) => ({ id: account, name, verdict, score, evidence }))
  return { findings, forPartner: partnerFindings(findings), customers, terms, resumesUntil: clock === null ? null : protectionEnd(clock, terms.windowDays, partner.timeZone) }
}
