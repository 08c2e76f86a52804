import type Database from 'better-sqlite3'
import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { findRivals } from '#shared/conflicts/find-rivals.ts'
import { claimedCompany } from '#shared/deals/ask-overlaps.ts'
import { findOverlaps } from '#shared/deals/find-overlaps.ts'
import { claimingStatuses } from '#shared/deals/registration.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { EFFORT } from '#shared/matching/find-matches.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { partnerDomains, registrationCompanies } from '../matching/company-index.ts'
import { selectRows } from '../workspace/rows.ts'

const STANDS = `"status" IN (${claimingStatuses.map((status) => `'${status}'`).join(', ')}) AND ${VISIBLE}`

/**
 * All claims that stand compared with each other: pairs of two partners on the same business that no case holds or has decided between.
 * `contested` are surely, or likely and not by name alone, of one customer; of `alike` a person has to look.
 */
export function contestedClaims(db: Database.Database): { readonly contested: readonly (readonly [string, string])[]; readonly alike: number } {
  const matcher = registrationCompanies(db).current()
  const sharedDomains = partnerDomains(db)
  const standing = new Map(selectRows(db, registrations, `WHERE ${STANDS} ORDER BY "id"`).map((row) => [row.id, row]))
  const decided = selectRows(db, conflictCases, `WHERE "state" = 'final'`).map(({ claims }) => new Set(claims.map(({ id }) => id)))
  const contested: (readonly [string, string])[] = []
  let alike = 0
  for (const claim of standing.values()) {
    const rivals = matcher.find(claimedCompany(claim), { effort: EFFORT.everyPair, sharedDomains }).flatMap(({ id, ...likeness }) => {
      const row = standing.get(id)
      const isOpen = row !== undefined && id > claim.id && (claim.caseId === null || row.caseId === null) && !decided.some((claims) => claims.has(id) && claims.has(claim.id))
      return isOpen ? [{ row, likeness }] : []
    })
    const overlaps = findOverlaps(claim, { registrations: rivals, opportunities: [], accounts: [], leads: [] }).filter(({ isOwn, verdict }) => !isOwn && verdict !== 'look')
    const surely = findRivals(overlaps).registrations
    contested.push(...surely.map(({ id }) => [claim.id, id] as const))
    alike += overlaps.length - surely.length
  }
  return { contested, alike }
}
