import type Database from 'better-sqlite3'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { certificates } from '#shared/training/certificate.table.ts'
import { courses } from '#shared/training/course.table.ts'
import { nearestTestCentres, placeOf } from '#shared/training/nearest-test-centres.ts'
import { partnerPeople } from '#shared/training/partner-person.table.ts'
import { requirements } from '#shared/training/requirement.table.ts'
import { trainingContract } from '#shared/training/training.contract.ts'
import { hostCapability } from '../operations/capability.ts'
import { decodeRow, quoted, selectRows } from '../workspace/rows.ts'
import { certificateSource, withState } from './certificate-list.ts'
import { standingGaps, standingOf } from './read-standing.ts'

const NEAREST = 5

export const trainingHost = hostCapability(
  trainingContract,
  {
    certificates: (input, { lists }) => lists.list(certificateSource(today()), input) as never,
    certificate: ({ id }, { db }) => {
      const named = Object.entries(withState(today())).map(([name, sql]) => `${sql} AS "${name}"`).join(', ')
      const row = db.prepare(`SELECT ${quoted(certificates.columnNames)}, ${named} FROM "certificates" WHERE "id" = ? AND ${VISIBLE}`).get(id) as Record<string, unknown> | undefined
      if (row === undefined) throw new RefusedError('certificate.not-found', 'there is no such certificate')
      return decodeRow(certificates, row) as never
    },
    people: ({ partnerId }, { db }) => selectRows(db, partnerPeople, `WHERE "partnerId" = ? AND ${VISIBLE} ORDER BY "status" = 'left', "name" COLLATE NOCASE`, partnerId),
    certificatesOf: ({ partnerId }, { db }) => selectRows(db, certificates, `WHERE "personId" IN (SELECT "id" FROM "partnerPeople" WHERE "partnerId" = ?) AND ${VISIBLE} ORDER BY "issuedOn" DESC`, partnerId),
    courses: (_, { db }) => selectRows(db, courses, `WHERE ${VISIBLE} ORDER BY "state" = 'retired', "name" COLLATE NOCASE`),
    requirements: (_, { db }) => selectRows(db, requirements, `WHERE ${VISIBLE} ORDER BY "kind" DESC, "name" COLLATE NOCASE`),
    standing: ({ partnerId }, { db }) => standingOf(db, partnerOf(db, partnerId), today()) as never,
    gaps: (_, { db }) => standingGaps(db, today()) as never,
    testCentres: ({ personId }, { db }) => {
      const [person] = selectRows(db, partnerPeople, `WHERE "id" = ? AND ${VISIBLE}`, personId)
      if (person === undefined) throw new RefusedError('person.not-found', 'there is no such person')
      const found = placeOf(person, partnerOf(db, person.partnerId))
      if (found === null) return { from: null, centres: [] }
      return { from: found.by, centres: nearestTestCentres(found.place, NEAREST).map(({ code, city, country, languages, kilometres }) => ({ code, city, country, languages: [...languages], kilometres })) }
    },
  },
  {},
)

function partnerOf(db: Database.Database, id: string): RowOf<typeof partners> {
  const [partner] = selectRows(db, partners, `WHERE "id" = ? AND ${VISIBLE}`, id)
  if (partner === undefined) throw new RefusedError('partner.not-found', 'there is no such partner')
  return partner
}

const today = (): string => new Date().toISOString().slice(0, 10)
