import { acceptances, agreements, agreementVersions } from '#shared/agreements/agreement.table.ts'
import { agreementsContract } from '#shared/agreements/agreements.contract.ts'
import { agreementStanding } from '#shared/agreements/agreement-standing.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { hostCapability } from '../operations/capability.ts'
import { selectRows } from '../workspace/rows.ts'

export const agreementsHost = hostCapability(
  agreementsContract,
  {
    list: (_, { db }) => {
      const versions = Map.groupBy(selectRows(db, agreementVersions, `WHERE ${VISIBLE} ORDER BY "version" DESC`), ({ agreementId }) => agreementId)
      const count = db.prepare(`SELECT count(*) FROM "acceptances" WHERE "agreementId" = ? AND "voidedAt" IS NULL AND ${VISIBLE}`).pluck()
      return selectRows(db, agreements, `WHERE ${VISIBLE} ORDER BY "name" COLLATE NOCASE`).map((agreement) => ({ agreement, versions: versions.get(agreement.id) ?? [], acceptances: count.get(agreement.id) as number }))
    },
    standing: ({ partnerId }, { db }) => {
      const [partner] = selectRows(db, partners, `WHERE "id" = ? AND ${VISIBLE}`, partnerId)
      if (partner === undefined) throw new RefusedError('partner.not-found', 'there is no such partner')
      const facts = { partner, agreements: selectRows(db, agreements, `WHERE ${VISIBLE} ORDER BY "name" COLLATE NOCASE`), versions: selectRows(db, agreementVersions, `WHERE ${VISIBLE}`), acceptances: selectRows(db, acceptances, `WHERE "partnerId" = ? AND ${VISIBLE}`, partnerId) }
      return [...agreementStanding(facts, new Date().toISOString().slice(0, 10))]
    },
    acceptancesOf: ({ partnerId }, { db }) => selectRows(db, acceptances, `WHERE "partnerId" = ? AND ${VISIBLE} ORDER BY "recordedAt" DESC`, partnerId),
  },
  {},
)
