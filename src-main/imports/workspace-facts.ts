import type Database from 'better-sqlite3'
import { noFacts, type WorkspaceFacts } from '#shared/imports/subjects/import-subject.ts'
import { VISIBLE } from '#shared/journal/visible.ts'

/** What the workspace holds already, as far as the subject needs it to tell duplicates and resolve codes. */
export function loadFacts(db: Database.Database, needs: readonly (keyof WorkspaceFacts)[]): WorkspaceFacts {
  const pairs = (table: string): Map<string, string> => new Map((db.prepare(`SELECT "code", "id" FROM "${table}" WHERE ${VISIBLE}`).raw().all() as [string, string][]))
  return {
    leadKeys: needs.includes('leadKeys') ? new Set(db.prepare(`SELECT "duplicateKey" FROM "leads" WHERE ${VISIBLE}`).pluck().all() as string[]) : noFacts.leadKeys,
    accountKeys: needs.includes('accountKeys') ? new Set(db.prepare(`SELECT "duplicateKey" FROM "accounts" WHERE ${VISIBLE}`).pluck().all() as string[]) : noFacts.accountKeys,
    partnerIds: needs.includes('partnerIds') ? pairs('partners') : noFacts.partnerIds,
    territoryIds: needs.includes('territoryIds') ? pairs('territories') : noFacts.territoryIds,
    ruleCodes: needs.includes('ruleCodes') ? new Set(pairs('territoryRules').keys()) : noFacts.ruleCodes,
    productIds: needs.includes('productIds') ? pairs('products') : noFacts.productIds,
    priceBooks: needs.includes('priceBooks') ? new Map((db.prepare(`SELECT "code", "id", "currency" FROM "priceBooks" WHERE ${VISIBLE}`).all() as { code: string; id: string; currency: string }[]).map(({ code, id, currency }) => [code, { id, currency }])) : noFacts.priceBooks,
    pricedProducts: needs.includes('pricedProducts') ? new Set(db.prepare(`SELECT "bookId" || ' ' || "productId" FROM "prices" WHERE ${VISIBLE}`).pluck().all() as string[]) : noFacts.pricedProducts,
  }
}
