/** Versions of the rules of engagement; the cases that are judged by them, with what is on record in each. */
export const conflicts = `
CREATE TABLE "engagementRules" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "number" bigint,
  "clauses" text COLLATE "C" NOT NULL,
  "times" text COLLATE "C" NOT NULL,
  "notes" text COLLATE "C",
  "publishedAt" text COLLATE "C",
  "publishedBy" text COLLATE "C",
  "replacedAt" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "engagementRules_byState" ON "engagementRules" ("tenantId", "state");
ALTER TABLE "engagementRules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "engagementRules" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "engagementRules" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "engagementRules" TO workbench_application;
CREATE CONSTRAINT TRIGGER "engagementRules_capture" AFTER INSERT OR UPDATE OR DELETE ON "engagementRules" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "conflictCases" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "customerKey" text COLLATE "C" NOT NULL,
  "accountId" text COLLATE "C",
  "state" text COLLATE "C" NOT NULL,
  "claims" text COLLATE "C" NOT NULL,
  "asked" text COLLATE "C" NOT NULL,
  "decisions" text COLLATE "C" NOT NULL,
  "appeals" text COLLATE "C" NOT NULL,
  "openedAt" text COLLATE "C" NOT NULL,
  "dueAt" text COLLATE "C",
  "finalAt" text COLLATE "C",
  "territoryId" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "conflictCases_byState" ON "conflictCases" ("tenantId", "state");
CREATE INDEX "conflictCases_byCustomer" ON "conflictCases" ("tenantId", "customerKey");
CREATE INDEX "conflictCases_byAccount" ON "conflictCases" ("tenantId", "accountId");
CREATE INDEX "conflictCases_byTerritory" ON "conflictCases" ("tenantId", "territoryId");
ALTER TABLE "conflictCases" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conflictCases" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "conflictCases" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "conflictCases" TO workbench_application;
CREATE CONSTRAINT TRIGGER "conflictCases_capture" AFTER INSERT OR UPDATE OR DELETE ON "conflictCases" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "caseEvidence" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "caseId" text COLLATE "C" NOT NULL,
  "claimId" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "identifier" text COLLATE "C",
  "saidBy" text COLLATE "C" NOT NULL,
  "happenedAt" text COLLATE "C",
  "deviceAt" text COLLATE "C",
  "receivedAt" text COLLATE "C" NOT NULL,
  "territoryId" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "caseEvidence_byCase" ON "caseEvidence" ("tenantId", "caseId");
CREATE INDEX "caseEvidence_byTerritory" ON "caseEvidence" ("tenantId", "territoryId");
ALTER TABLE "caseEvidence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "caseEvidence" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "caseEvidence" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "caseEvidence" TO workbench_application;
CREATE CONSTRAINT TRIGGER "caseEvidence_capture" AFTER INSERT OR UPDATE OR DELETE ON "caseEvidence" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
