/** How leads are scored and qualify, and which are one. */
export const qualification = `
ALTER TABLE "leads" ADD COLUMN "scoringId" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "qualifies" boolean;
ALTER TABLE "leads" ADD COLUMN "scoreGivenAt" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "scoreReason" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "mergedInto" text COLLATE "C";
CREATE INDEX "leads_byDomain" ON "leads" ("tenantId", "domain");
CREATE TABLE "criteria" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "condition" text COLLATE "C" NOT NULL,
  "points" bigint NOT NULL,
  "enabled" boolean NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "criteria_byKind" ON "criteria" ("tenantId", "kind");
ALTER TABLE "criteria" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "criteria" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "criteria" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "criteria" TO workbench_application;
CREATE CONSTRAINT TRIGGER "criteria_capture" AFTER INSERT OR UPDATE OR DELETE ON "criteria" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "distributionTerms" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "threshold" bigint,
  "onlyQualified" boolean NOT NULL,
  "holdDuplicates" boolean NOT NULL,
  "declines" bigint,
  "declineShare" bigint NOT NULL,
  "declinePeriod" bigint NOT NULL,
  "coolDown" bigint NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
ALTER TABLE "distributionTerms" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "distributionTerms" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "distributionTerms" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "distributionTerms" TO workbench_application;
CREATE CONSTRAINT TRIGGER "distributionTerms_capture" AFTER INSERT OR UPDATE OR DELETE ON "distributionTerms" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "scorings" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "explanation" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
ALTER TABLE "scorings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "scorings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "scorings" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "scorings" TO workbench_application;
CREATE CONSTRAINT TRIGGER "scorings_capture" AFTER INSERT OR UPDATE OR DELETE ON "scorings" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "leadsApart" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "leadId" text COLLATE "C" NOT NULL,
  "otherId" text COLLATE "C" NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "leadsApart_byLead" ON "leadsApart" ("tenantId", "leadId");
CREATE INDEX "leadsApart_byOther" ON "leadsApart" ("tenantId", "otherId");
ALTER TABLE "leadsApart" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "leadsApart" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "leadsApart" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "leadsApart" TO workbench_application;
CREATE CONSTRAINT TRIGGER "leadsApart_capture" AFTER INSERT OR UPDATE OR DELETE ON "leadsApart" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
