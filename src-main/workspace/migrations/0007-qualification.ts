/** How leads are scored and qualify, and which are one. */
export const qualification: readonly string[] = [
  'ALTER TABLE "leads" ADD COLUMN "scoringId" TEXT',
  'ALTER TABLE "leads" ADD COLUMN "qualifies" INTEGER',
  'ALTER TABLE "leads" ADD COLUMN "scoreGivenAt" TEXT',
  'ALTER TABLE "leads" ADD COLUMN "scoreReason" TEXT',
  'ALTER TABLE "leads" ADD COLUMN "mergedInto" TEXT',
  'CREATE INDEX "leads_byDomain" ON "leads" ("domain") WHERE "domain" IS NOT NULL',
  `CREATE TABLE "criteria" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "condition" TEXT NOT NULL,
  "points" INTEGER NOT NULL,
  "enabled" INTEGER NOT NULL,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "criteria_byKind" ON "criteria" ("kind")`,
  `CREATE TABLE "distributionTerms" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "threshold" INTEGER,
  "onlyQualified" INTEGER NOT NULL,
  "holdDuplicates" INTEGER NOT NULL,
  "declines" INTEGER,
  "declineShare" INTEGER NOT NULL,
  "declinePeriod" INTEGER NOT NULL,
  "coolDown" INTEGER NOT NULL,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE TABLE "scorings" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "explanation" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE TABLE "leadsApart" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "leadId" TEXT NOT NULL,
  "otherId" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "leadsApart_byLead" ON "leadsApart" ("leadId")`,
  `CREATE INDEX "leadsApart_byOther" ON "leadsApart" ("otherId")`,
]
