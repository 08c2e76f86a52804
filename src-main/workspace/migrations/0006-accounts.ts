/** Customers: accounts, their people and the business with them; what became of converted leads, and why leads were lost. */
export const accounts: readonly string[] = [
  'ALTER TABLE "leads" ADD COLUMN "lostReason" TEXT',
  'ALTER TABLE "leads" ADD COLUMN "recycledAt" TEXT',
  'ALTER TABLE "leads" ADD COLUMN "accountId" TEXT',
  'ALTER TABLE "leads" ADD COLUMN "opportunityId" TEXT',
  'ALTER TABLE "leads" ADD COLUMN "convertedAt" TEXT',
  'ALTER TABLE "leads" ADD COLUMN "convertedBy" TEXT',
  'ALTER TABLE "offers" ADD COLUMN "lostReason" TEXT',
  'CREATE INDEX "leads_byAccount" ON "leads" ("accountId") WHERE "accountId" IS NOT NULL',
  'CREATE INDEX "leads_byOpportunity" ON "leads" ("opportunityId") WHERE "opportunityId" IS NOT NULL',
  `CREATE TABLE "accounts" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "nameEn" TEXT,
  "nameKana" TEXT,
  "corporateNumber" TEXT,
  "website" TEXT,
  "domain" TEXT,
  "country" TEXT,
  "region" TEXT,
  "city" TEXT,
  "postcode" TEXT,
  "address" TEXT,
  "industry" TEXT,
  "employees" INTEGER,
  "partnerId" TEXT,
  "parentId" TEXT,
  "territoryId" TEXT,
  "duplicateKey" TEXT NOT NULL,
  "notes" TEXT,
  "importId" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "accounts_byDuplicateKey" ON "accounts" ("duplicateKey")`,
  `CREATE INDEX "accounts_byPartner" ON "accounts" ("partnerId") WHERE "partnerId" IS NOT NULL`,
  `CREATE INDEX "accounts_byParent" ON "accounts" ("parentId") WHERE "parentId" IS NOT NULL`,
  `CREATE INDEX "accounts_byTerritory" ON "accounts" ("territoryId") WHERE "territoryId" IS NOT NULL`,
  `CREATE VIRTUAL TABLE "_search_accounts" USING fts5("text", content='', contentless_delete=1, tokenize='trigram')`,
  `INSERT INTO "_searchWatermark" ("table", "upTo") VALUES ('accounts', 0)`,
  `CREATE TRIGGER "accounts_search_update" AFTER UPDATE OF "name", "nameEn", "nameKana", "city", "domain" ON "accounts" WHEN old."_row" <= (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'accounts') BEGIN
  DELETE FROM "_search_accounts" WHERE rowid = old."_row";
  INSERT INTO "_search_accounts" (rowid, "text") VALUES (new."_row", fold_text(coalesce(new."name", '') || ' ' || coalesce(new."nameEn", '') || ' ' || coalesce(new."nameKana", '') || ' ' || coalesce(new."city", '') || ' ' || coalesce(new."domain", '')));
END`,
  `CREATE TRIGGER "accounts_search_delete" AFTER DELETE ON "accounts" WHEN old."_row" <= (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'accounts') BEGIN
  DELETE FROM "_search_accounts" WHERE rowid = old."_row";
END`,
  `CREATE TABLE "contacts" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "accountId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "nameEn" TEXT,
  "nameKana" TEXT,
  "email" TEXT,
  "phone" TEXT,
  "role" TEXT,
  "language" TEXT,
  "notes" TEXT,
  "territoryId" TEXT,
  "importId" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "contacts_byAccount" ON "contacts" ("accountId")`,
  `CREATE INDEX "contacts_byTerritory" ON "contacts" ("territoryId") WHERE "territoryId" IS NOT NULL`,
  `CREATE VIRTUAL TABLE "_search_contacts" USING fts5("text", content='', contentless_delete=1, tokenize='trigram')`,
  `INSERT INTO "_searchWatermark" ("table", "upTo") VALUES ('contacts', 0)`,
  `CREATE TRIGGER "contacts_search_update" AFTER UPDATE OF "name", "nameEn", "nameKana", "email" ON "contacts" WHEN old."_row" <= (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'contacts') BEGIN
  DELETE FROM "_search_contacts" WHERE rowid = old."_row";
  INSERT INTO "_search_contacts" (rowid, "text") VALUES (new."_row", fold_text(coalesce(new."name", '') || ' ' || coalesce(new."nameEn", '') || ' ' || coalesce(new."nameKana", '') || ' ' || coalesce(new."email", '')));
END`,
  `CREATE TRIGGER "contacts_search_delete" AFTER DELETE ON "contacts" WHEN old."_row" <= (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'contacts') BEGIN
  DELETE FROM "_search_contacts" WHERE rowid = old."_row";
END`,
  `CREATE TABLE "opportunities" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "accountId" TEXT NOT NULL,
  "contactId" TEXT,
  "partnerId" TEXT,
  "influencedBy" TEXT NOT NULL,
  "leadId" TEXT,
  "territoryId" TEXT,
  "product" TEXT,
  "amount" INTEGER,
  "currency" TEXT,
  "expectedCloseOn" TEXT,
  "stage" TEXT NOT NULL,
  "lostReason" TEXT,
  "lostNote" TEXT,
  "closedAt" TEXT,
  "notes" TEXT,
  "importId" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "opportunities_byAccount" ON "opportunities" ("accountId", "stage")`,
  `CREATE INDEX "opportunities_byContact" ON "opportunities" ("contactId") WHERE "contactId" IS NOT NULL`,
  `CREATE INDEX "opportunities_byPartner" ON "opportunities" ("partnerId", "stage") WHERE "partnerId" IS NOT NULL`,
  `CREATE INDEX "opportunities_byLead" ON "opportunities" ("leadId") WHERE "leadId" IS NOT NULL`,
  `CREATE INDEX "opportunities_byTerritory" ON "opportunities" ("territoryId") WHERE "territoryId" IS NOT NULL`,
  `CREATE VIRTUAL TABLE "_search_opportunities" USING fts5("text", content='', contentless_delete=1, tokenize='trigram')`,
  `INSERT INTO "_searchWatermark" ("table", "upTo") VALUES ('opportunities', 0)`,
  `CREATE TRIGGER "opportunities_search_update" AFTER UPDATE OF "name", "product" ON "opportunities" WHEN old."_row" <= (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'opportunities') BEGIN
  DELETE FROM "_search_opportunities" WHERE rowid = old."_row";
  INSERT INTO "_search_opportunities" (rowid, "text") VALUES (new."_row", fold_text(coalesce(new."name", '') || ' ' || coalesce(new."product", '')));
END`,
  `CREATE TRIGGER "opportunities_search_delete" AFTER DELETE ON "opportunities" WHEN old."_row" <= (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'opportunities') BEGIN
  DELETE FROM "_search_opportunities" WHERE rowid = old."_row";
END`,
]
