/** The partner pipeline: how long opportunities are at their stage and what is thought of them, activities, credits, delivered projects. */
export const pipeline = `
ALTER TABLE "opportunities" ADD COLUMN "stageSince" text COLLATE "C";
ALTER TABLE "opportunities" ADD COLUMN "judgement" text COLLATE "C";
ALTER TABLE "opportunities" ADD COLUMN "openedOn" text COLLATE "C";
ALTER TABLE "opportunities" ADD COLUMN "reference" text COLLATE "C";
ALTER TABLE "opportunities" ADD COLUMN "salesAgent" text COLLATE "C";
ALTER TABLE "opportunities" ADD COLUMN "salesTeam" text COLLATE "C";
CREATE TABLE "activities" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "opportunityId" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C",
  "contactId" text COLLATE "C",
  "address" text COLLATE "C",
  "happenedAt" text COLLATE "C" NOT NULL,
  "deviceAt" text COLLATE "C" NOT NULL,
  "dueOn" text COLLATE "C",
  "doneAt" text COLLATE "C",
  "byName" text COLLATE "C" NOT NULL,
  "territoryId" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "activities_byOpportunity" ON "activities" ("tenantId", "opportunityId");
CREATE INDEX "activities_byContact" ON "activities" ("tenantId", "contactId");
CREATE INDEX "activities_byDue" ON "activities" ("tenantId", "dueOn");
CREATE INDEX "activities_byTerritory" ON "activities" ("tenantId", "territoryId");
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "activities" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "activities" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "activities" TO workbench_application;
CREATE CONSTRAINT TRIGGER "activities_capture" AFTER INSERT OR UPDATE OR DELETE ON "activities" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "attributions" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "opportunityId" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "percent" bigint NOT NULL,
  "territoryId" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "attributions_byOpportunity" ON "attributions" ("tenantId", "opportunityId");
CREATE INDEX "attributions_byPartner" ON "attributions" ("tenantId", "partnerId");
CREATE INDEX "attributions_byTerritory" ON "attributions" ("tenantId", "territoryId");
ALTER TABLE "attributions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "attributions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "attributions" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "attributions" TO workbench_application;
CREATE CONSTRAINT TRIGGER "attributions_capture" AFTER INSERT OR UPDATE OR DELETE ON "attributions" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "projects" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "opportunityId" text COLLATE "C" NOT NULL,
  "accountId" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C",
  "name" text COLLATE "C" NOT NULL,
  "deliveredOn" text COLLATE "C" NOT NULL,
  "proof" text COLLATE "C" NOT NULL,
  "byName" text COLLATE "C" NOT NULL,
  "territoryId" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "projects_byOpportunity" ON "projects" ("tenantId", "opportunityId");
CREATE INDEX "projects_byAccount" ON "projects" ("tenantId", "accountId");
CREATE INDEX "projects_byPartner" ON "projects" ("tenantId", "partnerId");
CREATE INDEX "projects_byTerritory" ON "projects" ("tenantId", "territoryId");
ALTER TABLE "projects" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "projects" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "projects" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "projects" TO workbench_application;
CREATE CONSTRAINT TRIGGER "projects_capture" AFTER INSERT OR UPDATE OR DELETE ON "projects" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
