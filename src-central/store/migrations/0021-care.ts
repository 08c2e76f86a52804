/** Care: the company’s terms, partners’ check-ins, quarterly reviews, coaching notes and joint plans; and when a partner last accepted a lead. */
export const care = `
CREATE TABLE "careTerms" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "checkInDays" bigint NOT NULL,
  "darkDays" bigint NOT NULL,
  "fiscalStart" bigint NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
ALTER TABLE "careTerms" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "careTerms" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "careTerms" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "careTerms" TO workbench_application;
CREATE CONSTRAINT TRIGGER "careTerms_capture" AFTER INSERT OR UPDATE OR DELETE ON "careTerms" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "partnerCare" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "everyDays" bigint,
  "pausedReason" text COLLATE "C",
  "pausedUntil" text COLLATE "C",
  "lastOn" text COLLATE "C",
  "lastHeldOn" text COLLATE "C",
  "mood" text COLLATE "C",
  "dueOn" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "partnerCare_byPartner" ON "partnerCare" ("tenantId", "partnerId");
CREATE INDEX "partnerCare_byDue" ON "partnerCare" ("tenantId", "dueOn");
ALTER TABLE "partnerCare" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "partnerCare" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "partnerCare" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "partnerCare" TO workbench_application;
CREATE CONSTRAINT TRIGGER "partnerCare_capture" AFTER INSERT OR UPDATE OR DELETE ON "partnerCare" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "checkIns" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "heldOn" text COLLATE "C" NOT NULL,
  "talkedAbout" text COLLATE "C",
  "mood" text COLLATE "C",
  "nextStep" text COLLATE "C",
  "nextStepOn" text COLLATE "C",
  "nextStepDoneOn" text COLLATE "C",
  "skippedReason" text COLLATE "C",
  "byName" text COLLATE "C" NOT NULL,
  "voidedAt" text COLLATE "C",
  "voidedReason" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "checkIns_byPartner" ON "checkIns" ("tenantId", "partnerId", "heldOn");
CREATE INDEX "checkIns_byStep" ON "checkIns" ("tenantId", "nextStepOn");
ALTER TABLE "checkIns" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "checkIns" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "checkIns" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "checkIns" TO workbench_application;
CREATE CONSTRAINT TRIGGER "checkIns_capture" AFTER INSERT OR UPDATE OR DELETE ON "checkIns" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "quarterlyReviews" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "quarter" text COLLATE "C" NOT NULL,
  "startsOn" text COLLATE "C" NOT NULL,
  "endsOn" text COLLATE "C" NOT NULL,
  "language" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "heldOn" text COLLATE "C",
  "agenda" text COLLATE "C" NOT NULL,
  "decisions" text COLLATE "C" NOT NULL,
  "actions" text COLLATE "C" NOT NULL,
  "houseNote" text COLLATE "C",
  "figures" text COLLATE "C",
  "byName" text COLLATE "C" NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "quarterlyReviews_byPartner" ON "quarterlyReviews" ("tenantId", "partnerId", "quarter");
CREATE INDEX "quarterlyReviews_byState" ON "quarterlyReviews" ("tenantId", "state");
ALTER TABLE "quarterlyReviews" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quarterlyReviews" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "quarterlyReviews" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "quarterlyReviews" TO workbench_application;
CREATE CONSTRAINT TRIGGER "quarterlyReviews_capture" AFTER INSERT OR UPDATE OR DELETE ON "quarterlyReviews" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "coachingNotes" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "competence" text COLLATE "C" NOT NULL,
  "notedOn" text COLLATE "C" NOT NULL,
  "text" text COLLATE "C" NOT NULL,
  "byName" text COLLATE "C" NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "coachingNotes_byPartner" ON "coachingNotes" ("tenantId", "partnerId", "notedOn");
ALTER TABLE "coachingNotes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "coachingNotes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "coachingNotes" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "coachingNotes" TO workbench_application;
CREATE CONSTRAINT TRIGGER "coachingNotes_capture" AFTER INSERT OR UPDATE OR DELETE ON "coachingNotes" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "jointPlans" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "language" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "startsOn" text COLLATE "C" NOT NULL,
  "endsOn" text COLLATE "C" NOT NULL,
  "goals" text COLLATE "C" NOT NULL,
  "contentHash" text COLLATE "C",
  "lockedByName" text COLLATE "C",
  "lockedAt" text COLLATE "C",
  "returnedReason" text COLLATE "C",
  "approvedPersonId" text COLLATE "C",
  "approvedByName" text COLLATE "C",
  "approvedOn" text COLLATE "C",
  "approvedMeans" text COLLATE "C",
  "approvalRecordedBy" text COLLATE "C",
  "activeFrom" text COLLATE "C",
  "closedReason" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "jointPlans_byPartner" ON "jointPlans" ("tenantId", "partnerId", "state");
CREATE INDEX "jointPlans_byPerson" ON "jointPlans" ("tenantId", "approvedPersonId");
ALTER TABLE "jointPlans" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "jointPlans" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "jointPlans" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "jointPlans" TO workbench_application;
CREATE CONSTRAINT TRIGGER "jointPlans_capture" AFTER INSERT OR UPDATE OR DELETE ON "jointPlans" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE INDEX "leads_byAcceptance" ON "leads" ("tenantId", "partnerId", "acceptedAt");
`
