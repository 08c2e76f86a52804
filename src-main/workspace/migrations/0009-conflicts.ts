/** Versions of the rules of engagement; the cases that are judged by them, with what is on record in each. */
export const conflicts: readonly string[] = [
  `CREATE TABLE "engagementRules" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "number" INTEGER,
  "clauses" TEXT NOT NULL,
  "times" TEXT NOT NULL,
  "notes" TEXT,
  "publishedAt" TEXT,
  "publishedBy" TEXT,
  "replacedAt" TEXT,
  "importId" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "engagementRules_byState" ON "engagementRules" ("state")`,
  `CREATE TABLE "conflictCases" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "customerKey" TEXT NOT NULL,
  "accountId" TEXT,
  "state" TEXT NOT NULL,
  "claims" TEXT NOT NULL,
  "asked" TEXT NOT NULL,
  "decisions" TEXT NOT NULL,
  "appeals" TEXT NOT NULL,
  "openedAt" TEXT NOT NULL,
  "dueAt" TEXT,
  "finalAt" TEXT,
  "territoryId" TEXT,
  "importId" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "conflictCases_byState" ON "conflictCases" ("state")`,
  `CREATE INDEX "conflictCases_byCustomer" ON "conflictCases" ("customerKey")`,
  `CREATE INDEX "conflictCases_byAccount" ON "conflictCases" ("accountId") WHERE "accountId" IS NOT NULL`,
  `CREATE INDEX "conflictCases_byTerritory" ON "conflictCases" ("territoryId") WHERE "territoryId" IS NOT NULL`,
  `CREATE VIRTUAL TABLE "_search_conflictCases" USING fts5("text", content='', contentless_delete=1, tokenize='trigram')`,
  `INSERT INTO "_searchWatermark" ("table", "upTo") VALUES ('conflictCases', 0)`,
  `CREATE TRIGGER "conflictCases_search_update" AFTER UPDATE OF "name" ON "conflictCases" WHEN old."_row" <= (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'conflictCases') BEGIN
  DELETE FROM "_search_conflictCases" WHERE rowid = old."_row";
  INSERT INTO "_search_conflictCases" (rowid, "text") VALUES (new."_row", fold_text(coalesce(new."name", '')));
END`,
  `CREATE TRIGGER "conflictCases_search_delete" AFTER DELETE ON "conflictCases" WHEN old."_row" <= (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'conflictCases') BEGIN
  DELETE FROM "_search_conflictCases" WHERE rowid = old."_row";
END`,
  `CREATE TABLE "caseEvidence" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "caseId" TEXT NOT NULL,
  "claimId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "identifier" TEXT,
  "saidBy" TEXT NOT NULL,
  "happenedAt" TEXT,
  "deviceAt" TEXT,
  "receivedAt" TEXT NOT NULL,
  "territoryId" TEXT,
  "importId" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "caseEvidence_byCase" ON "caseEvidence" ("caseId")`,
  `CREATE INDEX "caseEvidence_byTerritory" ON "caseEvidence" ("territoryId") WHERE "territoryId" IS NOT NULL`,
]
