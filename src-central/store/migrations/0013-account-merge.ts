/** Accounts that were found to be one, and the names and pairs of which people have said what they are. */
export const accountMerge = `
ALTER TABLE "accounts" ADD COLUMN "mergedInto" text COLLATE "C";
CREATE INDEX "accounts_byMerged" ON "accounts" ("tenantId", "mergedInto");
CREATE TABLE "accountsApart" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "accountId" text COLLATE "C" NOT NULL,
  "otherId" text COLLATE "C" NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "accountsApart_byAccount" ON "accountsApart" ("tenantId", "accountId");
CREATE INDEX "accountsApart_byOther" ON "accountsApart" ("tenantId", "otherId");
ALTER TABLE "accountsApart" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "accountsApart" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "accountsApart" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "accountsApart" TO workbench_application;
CREATE CONSTRAINT TRIGGER "accountsApart_capture" AFTER INSERT OR UPDATE OR DELETE ON "accountsApart" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "accountAliases" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "accountId" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "key" text COLLATE "C" NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "accountAliases_byKey" ON "accountAliases" ("tenantId", "key");
CREATE INDEX "accountAliases_byAccount" ON "accountAliases" ("tenantId", "accountId");
ALTER TABLE "accountAliases" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "accountAliases" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "accountAliases" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "accountAliases" TO workbench_application;
CREATE CONSTRAINT TRIGGER "accountAliases_capture" AFTER INSERT OR UPDATE OR DELETE ON "accountAliases" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
