import type Database from 'better-sqlite3'
import { claimKey } from '#shared/deals/claim-key.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { normaliseCompanyName } from '#shared/imports/normalise-company-name.ts'
import { noFacts, type KnownAccount, type WorkspaceFacts } from '#shared/imports/subjects/import-subject.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { overlapsOf } from '../deals/check-claim.ts'
import { selectRows } from '../workspace/rows.ts'

/** What the workspace holds already, as far as the subject needs it to tell duplicates and resolve codes. */
export function loadFacts(db: Database.Database, needs: readonly (keyof WorkspaceFacts)[]): WorkspaceFacts {
  const pairs = (table: string): Map<string, string> => new Map((db.prepare(`SELECT "code", "id" FROM "${table}" WHERE ${VISIBLE}`).raw().all() as [string, string][]))
  return {
    leadKeys: needs.includes('leadKeys') ? new Set(db.prepare(`SELECT "duplicateKey" FROM "leads" WHERE ${VISIBLE}`).pluck().all() as string[]) : noFacts.leadKeys,
    accountKeys: needs.includes('accountKeys') ? new Set(db.prepare(`SELECT "duplicateKey" FROM "accounts" WHERE ${VISIBLE}`).pluck().all() as string[]) : noFacts.accountKeys,
    claimKeys: needs.includes('claimKeys') ? new Set(selectRows(db, registrations, `WHERE ${VISIBLE}`).map(claimKey)) : noFacts.claimKeys,
    partnerIds: needs.includes('partnerIds') ? pairs('partners') : noFacts.partnerIds,
    territoryIds: needs.includes('territoryIds') ? pairs('territories') : noFacts.territoryIds,
    ruleCodes: needs.includes('ruleCodes') ? new Set(pairs('territoryRules').keys()) : noFacts.ruleCodes,
    products: needs.includes('products') ? (db.prepare(`SELECT "code", "name" FROM "products" WHERE ${VISIBLE}`).all() as WorkspaceFacts['products']) : noFacts.products,
    accountsByName: needs.includes('accountsByName') ? accountsByName(db) : noFacts.accountsByName,
    opportunityReferences: needs.includes('opportunityReferences') ? new Set(db.prepare(`SELECT coalesce("reference", "id") FROM "opportunities" WHERE ${VISIBLE}`).pluck().all() as string[]) : noFacts.opportunityReferences,
    overlapsOf: needs.includes('overlapsOf') ? (claim) => overlapsOf(db, claim) : noFacts.overlapsOf,
    productIds: needs.includes('productIds') ? pairs('products') : noFacts.productIds,
    priceBooks: needs.includes('priceBooks') ? new Map((db.prepare(`SELECT "code", "id", "currency" FROM "priceBooks" WHERE ${VISIBLE}`).all() as { code: string; id: string; currency: string }[]).map(({ code, id, currency }) => [code, { id, currency }])) : noFacts.priceBooks,
    pricedProducts: needs.includes('pricedProducts') ? new Set(db.prepare(`SELECT "bookId" || ' ' || "productId" FROM "prices" WHERE ${VISIBLE}`).pluck().all() as string[]) : noFacts.pricedProducts,
  }
}

/** One that was merged into another is that other, under whichever of their names. */
function accountsByName(db: Database.Database): ReadonlyMap<string, KnownAccount | null> {
  const rows = db.prepare(`SELECT "id", "name", "territoryId", "mergedInto" FROM "accounts" WHERE ${VISIBLE}`).all() as (KnownAccount & { readonly mergedInto: string | null })[]
  const standing = new Map(rows.filter(({ mergedInto }) => mergedInto === null).map(({ id, name, territoryId }) => [id, { id, name, territoryId }]))
  const named = new Map<string, KnownAccount | null>()
  for (const { id, name, mergedInto } of rows) {
    const account = standing.get(mergedInto ?? id)
    if (account === undefined) continue
    const key = normaliseCompanyName(name)
    const isAmbiguous = named.has(key) && named.get(key) !== account
    named.set(key, isAmbiguous ? null : account)
  }
  return named
}
