/** Accounts that were found to be one, and the names and pairs of which people have said what they are. */
export const accountMerge: readonly string[] = [
  'ALTER TABLE "accounts" ADD COLUMN "mergedInto" TEXT',
  `CREATE INDEX "accounts_byMerged" ON "accounts" ("mergedInto") WHERE "mergedInto" IS NOT NULL`,
  `CREATE TABLE "accountsApart" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "accountId" TEXT NOT NULL,
  "otherId" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "accountsApart_byAccount" ON "accountsApart" ("accountId")`,
  `CREATE INDEX "accountsApart_byOther" ON "accountsApart" ("otherId")`,
  `CREATE TABLE "accountAliases" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "accountId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "accountAliases_byKey" ON "accountAliases" ("key")`,
  `CREATE INDEX "accountAliases_byAccount" ON "accountAliases" ("accountId")`,
]
