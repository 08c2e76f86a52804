import type Database from 'better-sqlite3'
import type { RowOf } from '#shared/foundation/table.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { applicantCompany } from '#shared/recruiting/applicant-company.ts'
import { applications } from '#shared/recruiting/application.table.ts'
import { measureFits } from '#shared/recruiting/measure-fit.ts'
import { partnerProfiles } from '#shared/recruiting/partner-profile.table.ts'
import { vetApplication, type Twin, type TwinKind } from '#shared/recruiting/vet-application.ts'
import { accountIndexOf } from '../matching/account-index.ts'
import { applicationCompanies, partnerCompanies, type CompanyIndex } from '../matching/company-index.ts'
import { leadIndexOf } from '../matching/lead-index.ts'
import { selectRows } from '../workspace/rows.ts'

/** Below that it is more probable that it is another company. */
const WORTH_SHOWING = 0.5
const MOST_OF_A_KIND = 4

/** How a kind of record is called, where it is, and where it stands. */
const named: Readonly<Record<TwinKind, string>> = {
  partner: 'SELECT "id", "name", "country", "status" FROM "partners"',
  application: 'SELECT "id", "company" AS "name", "country", "status" FROM "applications"',
  account: `SELECT "id", "name", "country", '' AS "status" FROM "accounts"`,
  lead: 'SELECT "id", "company" AS "name", "country", "stage" AS "status" FROM "leads"',
}

export function vetApplicant(db: Database.Database, id: string) {
  const [application] = selectRows(db, applications, `WHERE "id" = ? AND ${VISIBLE}`, id)
  if (application === undefined) throw new RefusedError('application.not-found', 'there is no such application')
  const profiles = selectRows(db, partnerProfiles, `WHERE "state" = 'inForce' AND ${VISIBLE} ORDER BY "name"`)
  const fits = measureFits(application, profiles)
  const chosen = fits.filter(({ profileId }) => profileId === application.profileId)
  return { findings: vetApplication(application, application.erasedAt === null ? findTwins(db, application) : []), fits: [...chosen, ...fits.filter((fit) => !chosen.includes(fit))] }
}

function findTwins(db: Database.Database, application: RowOf<typeof applications>): readonly Twin[] {
  const indexes: readonly (readonly [TwinKind, CompanyIndex])[] = [['partner', partnerCompanies(db)], ['application', applicationCompanies(db)], ['account', accountIndexOf(db).companies], ['lead', leadIndexOf(db).companies]]
  return indexes.flatMap(([kind, index]) => {
    const matches = index.current().find(applicantCompany(application)).filter(({ id, score }) => id !== application.id && score >= WORTH_SHOWING).slice(0, MOST_OF_A_KIND)
    const read = db.prepare(`${named[kind]} WHERE "id" = ? AND ${VISIBLE}`)
    return matches.flatMap(({ id, score, verdict, evidence }) => {
      const row = read.get(id) as Pick<Twin, 'id' | 'name' | 'country' | 'status'> | undefined
      return row === undefined ? [] : [{ ...row, kind, score, verdict, evidence: [...evidence] }]
    })
  })
}
