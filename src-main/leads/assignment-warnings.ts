import type Database from 'better-sqlite3'
import { isClosed } from '#shared/leads/lead.ts'
import type { AssignmentWarning } from '#shared/leads/leads.contract.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { offers } from '#shared/leads/offer.table.ts'
import { normaliseCompanyName } from '#shared/imports/normalise-company-name.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { partnersOfRecord } from '#shared/assignment/gather-leads.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { selectRows } from '../workspace/rows.ts'

/** What is to be known before these leads are given to a partner by hand (field.md B2: 8, 15, 20). */
export function assignmentWarnings(db: Database.Database, ids: readonly string[], partnerId: string): AssignmentWarning[] {
  const [partner] = selectRows(db, partners, 'WHERE "id" = ?', partnerId)
  if (partner === undefined) return []
  const given = JSON.stringify(ids)
  const lost = Map.groupBy(selectRows(db, offers, `WHERE "partnerId" = ? AND "outcome" = 'lost' AND "leadId" IN (SELECT "value" FROM json_each(?)) ORDER BY "endedAt"`, partnerId, given), ({ leadId }) => leadId)
  const ofRecord = new Map(db.prepare(partnersOfRecord(' AND "leads"."id" IN (SELECT "value" FROM json_each(?))')).raw().all(given) as [string, string][])
  const ownName = normaliseCompanyName(partner.name)
  return selectRows(db, leads, `WHERE "id" IN (SELECT "value" FROM json_each(?)) AND ${VISIBLE}`, given).filter(({ stage }) => !isClosed(stage)).flatMap((lead) => {
    const { company, country, domain, firstTouchAt } = lead
    const warning = (kind: AssignmentWarning['kind'], of: string, at: string | null = null, lostReason: AssignmentWarning['lostReason'] = null): AssignmentWarning => ({ kind, company, partnerId: of, at, lostReason })
    const last = lost.get(lead.id)?.at(-1)
    const known = ofRecord.get(lead.id)
    const isItself = (domain !== null && domain === partner.domain) || (country === partner.country && normaliseCompanyName(company) === ownName)
    return [
      ...(isItself ? [warning('isTheCustomer', partnerId)] : []),
      ...(firstTouchAt !== null && lead.partnerId !== null && lead.partnerId !== partnerId ? [warning('touched', lead.partnerId, firstTouchAt)] : []),
      ...(known !== undefined && known !== partnerId ? [warning('ofRecord', known)] : []),
      ...(last === undefined ? [] : [warning('lostBefore', partnerId, last.endedAt, last.lostReason)]),
    ]
  })
}
