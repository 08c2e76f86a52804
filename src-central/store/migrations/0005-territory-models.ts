/** Territory models, and leads pinned to their partner. */
export const territoryModels = `
ALTER TABLE "leads" ADD COLUMN "pinReason" text COLLATE "C";
CREATE TABLE "territoryModels" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "notes" text COLLATE "C",
  "state" text COLLATE "C" NOT NULL,
  "basedOn" text COLLATE "C",
  "effectiveFrom" text COLLATE "C",
  "heldUpBy" text COLLATE "C",
  "holdOver" text COLLATE "C" NOT NULL,
  "holdOverUntil" text COLLATE "C",
  "activatedAt" text COLLATE "C",
  "activatedBy" text COLLATE "C",
  "archivedAt" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "territoryModels_byState" ON "territoryModels" ("tenantId", "state");
ALTER TABLE "territoryModels" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "territoryModels" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "territoryModels" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "territoryModels" TO workbench_application;
CREATE CONSTRAINT TRIGGER "territoryModels_capture" AFTER INSERT OR UPDATE OR DELETE ON "territoryModels" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "modelEdits" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "modelId" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "subjectId" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "fields" text COLLATE "C" NOT NULL,
  "base" text COLLATE "C" NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "modelEdits_byModel" ON "modelEdits" ("tenantId", "modelId");
ALTER TABLE "modelEdits" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "modelEdits" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "modelEdits" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "modelEdits" TO workbench_application;
CREATE CONSTRAINT TRIGGER "modelEdits_capture" AFTER INSERT OR UPDATE OR DELETE ON "modelEdits" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
