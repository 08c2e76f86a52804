/** Working calendars, deadlines, and what became of offers. */
export const distribution = `
ALTER TABLE "leads" ADD COLUMN "openedAt" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "acceptedAt" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "firstTouchAt" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "lastTouchAt" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "pauses" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "dueKind" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "dueFrom" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "dueAt" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "duePolicyId" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "dueStep" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "actAt" text COLLATE "C";
ALTER TABLE "leads" ADD COLUMN "endReason" text COLLATE "C";
CREATE INDEX "leads_byAct" ON "leads" ("tenantId", "actAt");
CREATE TABLE "calendars" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "week" text COLLATE "C" NOT NULL,
  "specialDays" text COLLATE "C" NOT NULL,
  "publishedFrom" bigint,
  "publishedTo" bigint,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "calendars_byCode" ON "calendars" ("tenantId", "code");
ALTER TABLE "calendars" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "calendars" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "calendars" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "calendars" TO workbench_application;
CREATE CONSTRAINT TRIGGER "calendars_capture" AFTER INSERT OR UPDATE OR DELETE ON "calendars" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "deadlinePolicies" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "priority" bigint NOT NULL,
  "countries" text COLLATE "C" NOT NULL,
  "sources" text COLLATE "C" NOT NULL,
  "minutes" bigint NOT NULL,
  "warnAt" bigint,
  "breach" text COLLATE "C" NOT NULL,
  "grace" bigint NOT NULL,
  "enabled" boolean NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "deadlinePolicies_byKind" ON "deadlinePolicies" ("tenantId", "kind");
ALTER TABLE "deadlinePolicies" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "deadlinePolicies" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "deadlinePolicies" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "deadlinePolicies" TO workbench_application;
CREATE CONSTRAINT TRIGGER "deadlinePolicies_capture" AFTER INSERT OR UPDATE OR DELETE ON "deadlinePolicies" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "offers" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "leadId" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "territoryId" text COLLATE "C",
  "decisionId" text COLLATE "C",
  "offeredAt" text COLLATE "C" NOT NULL,
  "openedAt" text COLLATE "C",
  "acceptedAt" text COLLATE "C",
  "firstTouchAt" text COLLATE "C",
  "endedAt" text COLLATE "C" NOT NULL,
  "outcome" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C",
  "score" bigint,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "offers_byLead" ON "offers" ("tenantId", "leadId");
CREATE INDEX "offers_byPartner" ON "offers" ("tenantId", "partnerId", "endedAt");
CREATE INDEX "offers_byTerritory" ON "offers" ("tenantId", "territoryId");
ALTER TABLE "offers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "offers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "offers" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "offers" TO workbench_application;
CREATE CONSTRAINT TRIGGER "offers_capture" AFTER INSERT OR UPDATE OR DELETE ON "offers" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
