/** Customers: accounts, their people and the business with them; what became of converted leads, and why leads were lost. */
export const accounts = `
ALTER TABLE "leads" ADD COLUMN "lostReason" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "recycledAt" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "accountId" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "opportunityId" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "convertedAt" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "convertedBy" text COLLATE "C";
ALTER TABLE "offers" ADD COLUMN "lostReason" text COLLATE "C";
CREATE INDEX "leads_byAccount" ON "leads" ("tenantId", "accountId");
CREATE INDEX "leads_byOpportunity" ON "leads" ("tenantId", "opportunityId");
CREATE TABLE "accounts" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "nameEn" text COLLATE "C",
  "nameKana" text COLLATE "C",
  "corporateNumber" text COLLATE "C",
  "website" text COLLATE "C",
  "domain" text COLLATE "C",
  "country" text COLLATE "C",
  "region" text COLLATE "C",
  "city" text COLLATE "C",
  "postcode" text COLLATE "C",
  "address" text COLLATE "C",
  "industry" text COLLATE "C",
  "employees" bigint,
  "partnerId" text COLLATE "C",
  "parentId" text COLLATE "C",
  "territoryId" text COLLATE "C",
  "duplicateKey" text COLLATE "C" NOT NULL,
  "notes" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "accounts_byDuplicateKey" ON "accounts" ("tenantId", "duplicateKey");
CREATE INDEX "accounts_byPartner" ON "accounts" ("tenantId", "partnerId");
CREATE INDEX "accounts_byParent" ON "accounts" ("tenantId", "parentId");
CREATE INDEX "accounts_byTerritory" ON "accounts" ("tenantId", "territoryId");
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "accounts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "accounts" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "accounts" TO workbench_application;
CREATE CONSTRAINT TRIGGER "accounts_capture" AFTER INSERT OR UPDATE OR DELETE ON "accounts" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "contacts" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "accountId" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "nameEn" text COLLATE "C",
  "nameKana" text COLLATE "C",
  "email" text COLLATE "C",
  "phone" text COLLATE "C",
  "role" text COLLATE "C",
  "language" text COLLATE "C",
  "notes" text COLLATE "C",
  "territoryId" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "contacts_byAccount" ON "contacts" ("tenantId", "accountId");
CREATE INDEX "contacts_byTerritory" ON "contacts" ("tenantId", "territoryId");
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contacts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "contacts" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "contacts" TO workbench_application;
CREATE CONSTRAINT TRIGGER "contacts_capture" AFTER INSERT OR UPDATE OR DELETE ON "contacts" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "opportunities" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "accountId" text COLLATE "C" NOT NULL,
  "contactId" text COLLATE "C",
  "partnerId" text COLLATE "C",
  "influencedBy" text COLLATE "C" NOT NULL,
  "leadId" text COLLATE "C",
  "territoryId" text COLLATE "C",
  "product" text COLLATE "C",
  "amount" bigint,
  "currency" text COLLATE "C",
  "expectedCloseOn" text COLLATE "C",
  "stage" text COLLATE "C" NOT NULL,
  "lostReason" text COLLATE "C",
  "lostNote" text COLLATE "C",
  "closedAt" text COLLATE "C",
  "notes" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "opportunities_byAccount" ON "opportunities" ("tenantId", "accountId", "stage");
CREATE INDEX "opportunities_byContact" ON "opportunities" ("tenantId", "contactId");
CREATE INDEX "opportunities_byPartner" ON "opportunities" ("tenantId", "partnerId", "stage");
CREATE INDEX "opportunities_byLead" ON "opportunities" ("tenantId", "leadId");
CREATE INDEX "opportunities_byTerritory" ON "opportunities" ("tenantId", "territoryId");
ALTER TABLE "opportunities" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "opportunities" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "opportunities" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "opportunities" TO workbench_application;
CREATE CONSTRAINT TRIGGER "opportunities_capture" AFTER INSERT OR UPDATE OR DELETE ON "opportunities" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
