/** Recruiting, training and certificates, agreements. */
export const recruiting = `
CREATE TABLE "partnerProfiles" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "description" text COLLATE "C",
  "criteria" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "partnerProfiles_byState" ON "partnerProfiles" ("tenantId", "state");
ALTER TABLE "partnerProfiles" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "partnerProfiles" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "partnerProfiles" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "partnerProfiles" TO workbench_application;
CREATE CONSTRAINT TRIGGER "partnerProfiles_capture" AFTER INSERT OR UPDATE OR DELETE ON "partnerProfiles" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "applications" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "source" text COLLATE "C" NOT NULL,
  "company" text COLLATE "C" NOT NULL,
  "companyEn" text COLLATE "C",
  "corporateNumber" text COLLATE "C",
  "website" text COLLATE "C",
  "domain" text COLLATE "C",
  "country" text COLLATE "C",
  "region" text COLLATE "C",
  "city" text COLLATE "C",
  "postcode" text COLLATE "C",
  "address" text COLLATE "C",
  "employees" bigint,
  "partnerType" text COLLATE "C",
  "industries" text COLLATE "C" NOT NULL,
  "languages" text COLLATE "C" NOT NULL,
  "products" text COLLATE "C" NOT NULL,
  "referredBy" text COLLATE "C",
  "persons" text COLLATE "C" NOT NULL,
  "answers" text COLLATE "C" NOT NULL,
  "notes" text COLLATE "C",
  "profileId" text COLLATE "C",
  "receivedAt" text COLLATE "C" NOT NULL,
  "vetter" text COLLATE "C",
  "vettingAt" text COLLATE "C",
  "decidedBy" text COLLATE "C",
  "decidedAt" text COLLATE "C",
  "declineReason" text COLLATE "C",
  "reasonForApplicant" text COLLATE "C",
  "reasonForHouse" text COLLATE "C",
  "partnerId" text COLLATE "C",
  "retentionUntil" text COLLATE "C",
  "erasedAt" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "applications_byStatus" ON "applications" ("tenantId", "status");
CREATE INDEX "applications_byPartner" ON "applications" ("tenantId", "partnerId");
CREATE INDEX "applications_byProfile" ON "applications" ("tenantId", "profileId");
CREATE INDEX "applications_byRetention" ON "applications" ("tenantId", "retentionUntil");
ALTER TABLE "applications" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "applications" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "applications" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "applications" TO workbench_application;
CREATE CONSTRAINT TRIGGER "applications_capture" AFTER INSERT OR UPDATE OR DELETE ON "applications" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "partnerPeople" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "email" text COLLATE "C",
  "phone" text COLLATE "C",
  "role" text COLLATE "C",
  "language" text COLLATE "C",
  "country" text COLLATE "C",
  "region" text COLLATE "C",
  "city" text COLLATE "C",
  "status" text COLLATE "C" NOT NULL,
  "leftOn" text COLLATE "C",
  "notes" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "partnerPeople_byPartner" ON "partnerPeople" ("tenantId", "partnerId");
ALTER TABLE "partnerPeople" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "partnerPeople" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "partnerPeople" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "partnerPeople" TO workbench_application;
CREATE CONSTRAINT TRIGGER "partnerPeople_capture" AFTER INSERT OR UPDATE OR DELETE ON "partnerPeople" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "courses" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "description" text COLLATE "C",
  "languages" text COLLATE "C" NOT NULL,
  "validMonths" bigint,
  "atTestCentre" boolean NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "courses_byCode" ON "courses" ("tenantId", "code");
CREATE INDEX "courses_byState" ON "courses" ("tenantId", "state");
ALTER TABLE "courses" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "courses" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "courses" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "courses" TO workbench_application;
CREATE CONSTRAINT TRIGGER "courses_capture" AFTER INSERT OR UPDATE OR DELETE ON "courses" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "certificates" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "personId" text COLLATE "C" NOT NULL,
  "courseId" text COLLATE "C" NOT NULL,
  "issuedOn" text COLLATE "C" NOT NULL,
  "expiresOn" text COLLATE "C",
  "number" text COLLATE "C",
  "proof" text COLLATE "C",
  "revokedOn" text COLLATE "C",
  "revokedReason" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "certificates_byPerson" ON "certificates" ("tenantId", "personId");
CREATE INDEX "certificates_byCourse" ON "certificates" ("tenantId", "courseId");
CREATE INDEX "certificates_byExpiry" ON "certificates" ("tenantId", "expiresOn");
ALTER TABLE "certificates" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "certificates" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "certificates" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "certificates" TO workbench_application;
CREATE CONSTRAINT TRIGGER "certificates_capture" AFTER INSERT OR UPDATE OR DELETE ON "certificates" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "requirements" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "tier" text COLLATE "C",
  "gate" text COLLATE "C",
  "courseId" text COLLATE "C" NOT NULL,
  "count" bigint NOT NULL,
  "countries" text COLLATE "C" NOT NULL,
  "partnerTypes" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "requirements_byState" ON "requirements" ("tenantId", "state");
CREATE INDEX "requirements_byCourse" ON "requirements" ("tenantId", "courseId");
ALTER TABLE "requirements" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "requirements" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "requirements" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "requirements" TO workbench_application;
CREATE CONSTRAINT TRIGGER "requirements_capture" AFTER INSERT OR UPDATE OR DELETE ON "requirements" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "agreements" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "countries" text COLLATE "C" NOT NULL,
  "partnerTypes" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "agreements_byCode" ON "agreements" ("tenantId", "code");
CREATE INDEX "agreements_byState" ON "agreements" ("tenantId", "state");
ALTER TABLE "agreements" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agreements" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "agreements" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "agreements" TO workbench_application;
CREATE CONSTRAINT TRIGGER "agreements_capture" AFTER INSERT OR UPDATE OR DELETE ON "agreements" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "agreementVersions" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "agreementId" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "texts" text COLLATE "C" NOT NULL,
  "acceptAgain" boolean NOT NULL,
  "effectiveOn" text COLLATE "C",
  "note" text COLLATE "C",
  "publishedByName" text COLLATE "C",
  "publishedAt" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "agreementVersions_byAgreement" ON "agreementVersions" ("tenantId", "agreementId");
ALTER TABLE "agreementVersions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "agreementVersions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "agreementVersions" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "agreementVersions" TO workbench_application;
CREATE CONSTRAINT TRIGGER "agreementVersions_capture" AFTER INSERT OR UPDATE OR DELETE ON "agreementVersions" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "acceptances" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "agreementId" text COLLATE "C" NOT NULL,
  "versionId" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL,
  "language" text COLLATE "C" NOT NULL,
  "textHash" text COLLATE "C" NOT NULL,
  "personId" text COLLATE "C",
  "personName" text COLLATE "C" NOT NULL,
  "acceptedOn" text COLLATE "C" NOT NULL,
  "means" text COLLATE "C" NOT NULL,
  "proof" text COLLATE "C",
  "recordedByName" text COLLATE "C" NOT NULL,
  "recordedAt" text COLLATE "C" NOT NULL,
  "voidedAt" text COLLATE "C",
  "voidedReason" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "acceptances_byPartner" ON "acceptances" ("tenantId", "partnerId");
CREATE INDEX "acceptances_byVersion" ON "acceptances" ("tenantId", "versionId");
CREATE INDEX "acceptances_byAgreement" ON "acceptances" ("tenantId", "agreementId");
CREATE INDEX "acceptances_byPerson" ON "acceptances" ("tenantId", "personId");
ALTER TABLE "acceptances" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "acceptances" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "acceptances" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "acceptances" TO workbench_application;
CREATE CONSTRAINT TRIGGER "acceptances_capture" AFTER INSERT OR UPDATE OR DELETE ON "acceptances" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
