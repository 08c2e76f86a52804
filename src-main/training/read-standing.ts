import type Database from 'better-sqlite3'
import type { RowOf } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { certificates } from '#shared/training/certificate.table.ts'
import { companyStanding, type RequirementStanding } from '#shared/training/company-standing.ts'
import { courses } from '#shared/training/course.table.ts'
import { partnerPeople } from '#shared/training/partner-person.table.ts'
import { requirements } from '#shared/training/requirement.table.ts'
import { selectRows } from '../workspace/rows.ts'

type Partner = RowOf<typeof partners>

export function standingOf(db: Database.Database, partner: Partner, today: string): readonly RequirementStanding[] {
  const people = selectRows(db, partnerPeople, `WHERE "partnerId" = ? AND ${VISIBLE}`, partner.id)
  const held = selectRows(db, certificates, `WHERE "personId" IN (SELECT "id" FROM "partnerPeople" WHERE "partnerId" = ?) AND ${VISIBLE}`, partner.id)
  return companyStanding({ partner, ...program(db), people, certificates: held }, today)
}

/** What partners that work miss, or soon will; those that miss something first. */
export function standingGaps(db: Database.Database, today: string): readonly { readonly partnerId: string; readonly standing: RequirementStanding }[] {
  const asked = program(db)
  if (asked.requirements.length === 0) return []
  const people = Map.groupBy(selectRows(db, partnerPeople, `WHERE ${VISIBLE}`), ({ partnerId }) => partnerId)
  const held = Map.groupBy(selectRows(db, certificates, `WHERE ${VISIBLE}`), ({ personId }) => personId)
  return selectRows(db, partners, `WHERE "status" IN ('approved', 'onboarding', 'active', 'suspended') AND ${VISIBLE} ORDER BY "name" COLLATE NOCASE`)
    .flatMap((partner) => {
      const theirs = people.get(partner.id) ?? []
      return companyStanding({ partner, ...asked, people: theirs, certificates: theirs.flatMap(({ id }) => held.get(id) ?? []) }, today).map((standing) => ({ partnerId: partner.id, standing }))
    })
    .filter(({ standing }) => standing.state !== 'met')
    .toSorted((a, b) => Number(a.standing.state === 'expiring') - Number(b.standing.state === 'expiring'))
}

function program(db: Database.Database) {
  return { requirements: selectRows(db, requirements, `WHERE "state" = 'inForce' AND ${VISIBLE} ORDER BY "kind" DESC, "name"`), courses: selectRows(db, courses, `WHERE ${VISIBLE}`) }
}
