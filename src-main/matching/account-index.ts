import { accountPairOf } from '#shared/accounts/account-pair.table.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { COMPANIES, keptFor } from './company-index.ts'
import { DuplicateIndex } from './duplicate-index.ts'

/** The index of the accounts of a workspace, which lives as long as whoever reads it. */
export const accountIndexOf = keptFor((db) => new DuplicateIndex(db, { table: accounts, companies: COMPANIES.accounts, apart: 'accountsApart', pairId: (one, other) => accountPairOf(one, other).id }))
