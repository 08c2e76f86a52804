import { contentId } from '../foundation/content-id.ts'
import { defineTable, text } from '../foundation/table.ts'
import { normaliseCompanyName } from '../imports/normalise-company-name.ts'

/** Pairs of accounts that look alike and of which a person has said that they are not the same. */
export const accountsApart = defineTable(
  'accountsApart',
  {
    /** The lower of the two ids, and the other. */
    accountId: text().notNull(),
    otherId: text().notNull(),
    createdAt: text().notNull(),
  },
  { indexes: { byAccount: ['accountId'], byOther: ['otherId'] }, visibility: 'everyone' },
)

/** Names of which a person has said that they mean an account: those of accounts that were merged into it. */
export const accountAliases = defineTable(
  'accountAliases',
  {
    accountId: text().notNull(),
    name: text().notNull(),
    /** The name without what does not tell companies apart: see imports/normalise-company-name.ts. */
    key: text().notNull(),
    createdAt: text().notNull(),
  },
  { indexes: { byKey: ['key'], byAccount: ['accountId'] }, visibility: 'everyone' },
)

/** A pair in its one order, with the id that it has on every desk: two desks that say the same say it once. */
export function accountPairOf(one: string, other: string): { readonly id: string; readonly accountId: string; readonly otherId: string } {
  const [accountId, otherId] = one < other ? [one, other] : [other, one]
  return { id: contentId(`${accountId} ${otherId}`), accountId, otherId }
}

/** A name that means an account, with the id that it has on every desk. @param of the account that bore it */
export function aliasOf(of: string, name: string): { readonly id: string; readonly name: string; readonly key: string } {
  const key = normaliseCompanyName(name)
  return { id: contentId(`${of} ${key}`), name, key }
}
