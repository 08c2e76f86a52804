/** Approvals of quotes, and how their documents look. */
export const approvals = `
CREATE TABLE "approvalPolicies" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "rules" text COLLATE "C" NOT NULL,
  "note" text COLLATE "C",
  "publishedByName" text COLLATE "C" NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "approvalPolicies_byState" ON "approvalPolicies" ("tenantId", "state");
ALTER TABLE "approvalPolicies" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "approvalPolicies" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "approvalPolicies" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "approvalPolicies" TO workbench_application;
CREATE CONSTRAINT TRIGGER "approvalPolicies_capture" AFTER INSERT OR UPDATE OR DELETE ON "approvalPolicies" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "approvalSeats" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "members" text COLLATE "C" NOT NULL,
  "aboveId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "approvalSeats_byAbove" ON "approvalSeats" ("tenantId", "aboveId");
ALTER TABLE "approvalSeats" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "approvalSeats" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "approvalSeats" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "approvalSeats" TO workbench_application;
CREATE CONSTRAINT TRIGGER "approvalSeats_capture" AFTER INSERT OR UPDATE OR DELETE ON "approvalSeats" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "approvalRequests" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "quoteId" text COLLATE "C" NOT NULL,
  "rootId" text COLLATE "C" NOT NULL,
  "territoryId" text COLLATE "C",
  "policyId" text COLLATE "C" NOT NULL,
  "contentHash" text COLLATE "C" NOT NULL,
  "content" text COLLATE "C" NOT NULL,
  "message" text COLLATE "C",
  "status" text COLLATE "C" NOT NULL,
  "askedBy" text COLLATE "C" NOT NULL,
  "askedByName" text COLLATE "C" NOT NULL,
  "askedAt" text COLLATE "C" NOT NULL,
  "decidedAt" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "approvalRequests_byQuote" ON "approvalRequests" ("tenantId", "quoteId", "status");
CREATE INDEX "approvalRequests_byRoot" ON "approvalRequests" ("tenantId", "rootId", "status");
CREATE INDEX "approvalRequests_byTerritory" ON "approvalRequests" ("tenantId", "territoryId");
ALTER TABLE "approvalRequests" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "approvalRequests" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "approvalRequests" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "approvalRequests" TO workbench_application;
CREATE CONSTRAINT TRIGGER "approvalRequests_capture" AFTER INSERT OR UPDATE OR DELETE ON "approvalRequests" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "approvalSteps" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "requestId" text COLLATE "C" NOT NULL,
  "quoteId" text COLLATE "C" NOT NULL,
  "territoryId" text COLLATE "C",
  "place" bigint NOT NULL,
  "seatId" text COLLATE "C" NOT NULL,
  "hours" bigint,
  "triggers" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "askedAt" text COLLATE "C",
  "delegateId" text COLLATE "C",
  "delegateName" text COLLATE "C",
  "delegatedByName" text COLLATE "C",
  "decidedBy" text COLLATE "C",
  "decidedByName" text COLLATE "C",
  "decidedAs" text COLLATE "C",
  "decidedAt" text COLLATE "C",
  "comment" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "approvalSteps_byRequest" ON "approvalSteps" ("tenantId", "requestId");
CREATE INDEX "approvalSteps_byStatus" ON "approvalSteps" ("tenantId", "status");
CREATE INDEX "approvalSteps_bySeat" ON "approvalSteps" ("tenantId", "seatId", "status");
CREATE INDEX "approvalSteps_byTerritory" ON "approvalSteps" ("tenantId", "territoryId");
ALTER TABLE "approvalSteps" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "approvalSteps" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "approvalSteps" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "approvalSteps" TO workbench_application;
CREATE CONSTRAINT TRIGGER "approvalSteps_capture" AFTER INSERT OR UPDATE OR DELETE ON "approvalSteps" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "documentTemplates" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "language" text COLLATE "C" NOT NULL,
  "preferred" boolean NOT NULL,
  "title" text COLLATE "C",
  "accent" text COLLATE "C" NOT NULL,
  "sender" text COLLATE "C" NOT NULL,
  "opening" text COLLATE "C",
  "closing" text COLLATE "C",
  "footer" text COLLATE "C",
  "era" boolean NOT NULL,
  "seal" boolean NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "documentTemplates_byKind" ON "documentTemplates" ("tenantId", "kind", "language");
ALTER TABLE "documentTemplates" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "documentTemplates" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "documentTemplates" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "documentTemplates" TO workbench_application;
CREATE CONSTRAINT TRIGGER "documentTemplates_capture" AFTER INSERT OR UPDATE OR DELETE ON "documentTemplates" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "documentClauses" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "heading" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "language" text COLLATE "C" NOT NULL,
  "kinds" text COLLATE "C" NOT NULL,
  "countries" text COLLATE "C" NOT NULL,
  "exceptCountries" text COLLATE "C" NOT NULL,
  "place" bigint NOT NULL,
  "enabled" boolean NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "documentClauses_byLanguage" ON "documentClauses" ("tenantId", "language", "place");
ALTER TABLE "documentClauses" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "documentClauses" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "documentClauses" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "documentClauses" TO workbench_application;
CREATE CONSTRAINT TRIGGER "documentClauses_capture" AFTER INSERT OR UPDATE OR DELETE ON "documentClauses" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
