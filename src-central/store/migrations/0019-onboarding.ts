/** Onboarding: checklist templates, partners’ checklists with the log of their tasks, and the decisions on activation. */
export const onboarding = `
CREATE TABLE "checklistTemplates" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "key" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "number" bigint,
  "appliesTo" text COLLATE "C" NOT NULL,
  "stages" text COLLATE "C" NOT NULL,
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
CREATE INDEX "checklistTemplates_byKey" ON "checklistTemplates" ("tenantId", "key");
CREATE INDEX "checklistTemplates_byState" ON "checklistTemplates" ("tenantId", "state");
ALTER TABLE "checklistTemplates" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "checklistTemplates" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "checklistTemplates" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "checklistTemplates" TO workbench_application;
CREATE CONSTRAINT TRIGGER "checklistTemplates_capture" AFTER INSERT OR UPDATE OR DELETE ON "checklistTemplates" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "checklists" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "templateId" text COLLATE "C" NOT NULL,
  "templateKey" text COLLATE "C" NOT NULL,
  "templateNumber" bigint NOT NULL,
  "language" text COLLATE "C" NOT NULL,
  "coordinator" text COLLATE "C" NOT NULL,
  "startedOn" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "closedReason" text COLLATE "C",
  "traits" text COLLATE "C" NOT NULL,
  "stageKey" text COLLATE "C",
  "stagesDone" bigint NOT NULL,
  "done" bigint NOT NULL,
  "total" bigint NOT NULL,
  "percent" bigint NOT NULL,
  "waitingFor" text COLLATE "C" NOT NULL,
  "nextDueOn" text COLLATE "C",
  "openTasks" text COLLATE "C" NOT NULL,
  "actionRequired" bigint NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "checklists_byPartner" ON "checklists" ("tenantId", "partnerId");
CREATE INDEX "checklists_byTemplate" ON "checklists" ("tenantId", "templateId");
CREATE INDEX "checklists_byState" ON "checklists" ("tenantId", "state", "nextDueOn");
ALTER TABLE "checklists" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "checklists" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "checklists" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "checklists" TO workbench_application;
CREATE CONSTRAINT TRIGGER "checklists_capture" AFTER INSERT OR UPDATE OR DELETE ON "checklists" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "taskEvents" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "checklistId" text COLLATE "C" NOT NULL,
  "taskKey" text COLLATE "C" NOT NULL,
  "number" bigint NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "seen" text COLLATE "C",
  "side" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C",
  "evidence" text COLLATE "C",
  "assignee" text COLLATE "C",
  "dueOn" text COLLATE "C",
  "by" text COLLATE "C" NOT NULL,
  "deviceAt" text COLLATE "C",
  "receivedAt" text COLLATE "C" NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "taskEvents_byChecklist" ON "taskEvents" ("tenantId", "checklistId");
ALTER TABLE "taskEvents" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "taskEvents" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "taskEvents" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "taskEvents" TO workbench_application;
CREATE CONSTRAINT TRIGGER "taskEvents_capture" AFTER INSERT OR UPDATE OR DELETE ON "taskEvents" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "activations" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "checklistId" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "reason" text COLLATE "C" NOT NULL,
  "gate" text COLLATE "C" NOT NULL,
  "handedOn" text COLLATE "C" NOT NULL,
  "successorId" text COLLATE "C",
  "decidedBy" text COLLATE "C" NOT NULL,
  "decidedAt" text COLLATE "C" NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "activations_byPartner" ON "activations" ("tenantId", "partnerId");
CREATE INDEX "activations_byChecklist" ON "activations" ("tenantId", "checklistId");
CREATE INDEX "activations_bySuccessor" ON "activations" ("tenantId", "successorId");
ALTER TABLE "activations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "activations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "activations" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "activations" TO workbench_application;
CREATE CONSTRAINT TRIGGER "activations_capture" AFTER INSERT OR UPDATE OR DELETE ON "activations" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
