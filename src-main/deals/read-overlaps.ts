import type Database from 'better-sqlite3'
import { accounts } from '#shared/accounts/account.table.ts'
import { claimedCompany } from '#shared/deals/ask-overlaps.ts'
import { findOverlaps, LINKED, SAME_GROUP, type Alike } from '#shared/deals/find-overlaps.ts'
import type { Overlap } from '#shared/deals/overlap.ts'
import { endedStatuses } from '#shared/deals/registration.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import type { RowOf, Table } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { leads } from '#shared/leads/lead.table.ts'
import type { FindCompanyOptions } from '#shared/matching/company-matcher.ts'
import type { PairScore } from '#shared/matching/score-pair.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { accountIndexOf } from '../matching/account-index.ts'
import { partnerDomains, registrationCompanies, type CompanyIndex } from '../matching/company-index.ts'
import { confirmedNames } from '../matching/confirmed-names.ts'
import { leadIndexOf } from '../matching/lead-index.ts'
import { selectRows } from '../workspace/rows.ts'

type Registration = RowOf<typeof registrations>
type Likenesses = ReadonlyMap<string, PairScore>

/** Below that it is more probable that it is another company. */
const WORTH_SHOWING = 0.5

/** How alike the companies that this desk has are to the customer of a claim, and to the account and group that it is linked to. */
export interface LikeCustomer {
  readonly accounts: Likenesses
  readonly registrations: Likenesses
  readonly leads: Likenesses
}

export function readLikenesses(db: Database.Database, claim: Registration): LikeCustomer {
  const sharedDomains = partnerDomains(db)
  return {
    accounts: new Map([...likenessesOf(claim, accountIndexOf(db).companies, { sharedDomains, decided: confirmedNames(db, claim) }), ...groupOf(db, claim.accountId)]),
    registrations: likenessesOf(claim, registrationCompanies(db), { sharedDomains }),
    leads: likenessesOf(claim, leadIndexOf(db).companies, { sharedDomains }),
  }
}

/** Who else is with the customer of a claim, of all that this desk has: claims, business, accounts, leads. */
export function readOverlaps(db: Database.Database, claim: Registration, { accounts: customers, ...like }: LikeCustomer): readonly Overlap[] {
  const ofCustomers = alikeRows(db, registrations, 'accountId', customers)
  const linked = new Set(ofCustomers.map(({ row }) => row.id))
  return findOverlaps(claim, {
    registrations: [...ofCustomers, ...alikeRows(db, registrations, 'id', like.registrations).filter(({ row }) => !linked.has(row.id))],
    opportunities: alikeRows(db, opportunities, 'accountId', customers),
    accounts: alikeRows(db, accounts, 'id', customers),
    leads: alikeRows(db, leads, 'id', like.leads),
  })
}

/** The accounts that the customer of a claim may be, the surest first. */
export function readCustomers(db: Database.Database, like: LikeCustomer): readonly Alike<RowOf<typeof accounts>>[] {
  return alikeRows(db, accounts, 'id', like.accounts).toSorted((one, other) => other.likeness.score - one.likeness.score)
}

/** The partner's own claims that ended and may have been of this customer: as `askEarlierClaim` finds them. */
export function readEnded(db: Database.Database, claim: Registration, like: LikeCustomer): readonly Registration[] {
  const alike = [...like.registrations].filter(([, { verdict }]) => verdict === 'same' || verdict === 'likely').map(([id]) => id)
  const ended = JSON.stringify(endedStatuses)
  return selectRows(db, registrations, `WHERE "partnerId" = $1 AND "status" IN (SELECT "value" FROM json_each($2)) AND ("customerKey" = $3 OR "id" IN (SELECT "value" FROM json_each($4))) AND ${VISIBLE}`, { 1: claim.partnerId, 2: ended, 3: claim.customerKey, 4: JSON.stringify(alike) })
}

/** Registrations with the customer of one, itself among them: of its account, of its number or name, or written so that they are surely one. */
export function readOfCustomer(db: Database.Database, registration: Registration): readonly Registration[] {
  const alike = [...likenessesOf(registration, registrationCompanies(db), { sharedDomains: partnerDomains(db) })].filter(([, { verdict }]) => verdict === 'same').map(([id]) => id)
  return selectRows(db, registrations, `WHERE ("id" = $1 OR "customerKey" = $2 OR "accountId" = $3 OR "id" IN (SELECT "value" FROM json_each($4))) AND ${VISIBLE}`, { 1: registration.id, 2: registration.customerKey, 3: registration.accountId, 4: JSON.stringify(alike) })
}

function likenessesOf(claim: Registration, index: CompanyIndex, options: FindCompanyOptions): Likenesses {
  if (claim.company === '') return new Map()
  const found = index.current().find(claimedCompany(claim), options).filter(({ score }) => score >= WORTH_SHOWING)
  return new Map(found.map(({ id, score, verdict, evidence }) => [id, { score, verdict, evidence }]))
}

/** The account it is linked to, and those above, beside and below. */
function groupOf(db: Database.Database, accountId: string | null): Likenesses {
  if (accountId === null) return new Map()
  const around = db.prepare('SELECT "id" FROM "accounts" WHERE "parentId" = $1 OR "parentId" = (SELECT "parentId" FROM "accounts" WHERE "id" = $1) OR "id" = (SELECT "parentId" FROM "accounts" WHERE "id" = $1)').pluck().all({ 1: accountId }) as string[]
  return new Map([...around.map((id): [string, PairScore] => [id, SAME_GROUP]), [accountId, LINKED]])
}

function alikeRows<Row extends object>(db: Database.Database, table: Table<Row>, column: keyof Row & string, likenesses: Likenesses): readonly Alike<Row>[] {
  if (likenesses.size === 0) return []
  return selectRows(db, table, `WHERE "${column}" IN (SELECT "value" FROM json_each(?)) AND ${VISIBLE}`, JSON.stringify([...likenesses.keys()])).flatMap((row) => {
    const likeness = likenesses.get(String(row[column]))
    return likeness === undefined ? [] : [{ row, likeness }]
  })
}
