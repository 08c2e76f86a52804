/** Deals that partners register: claims, their review, their windows, and the policies they stand on. */
export const deals = `
CREATE TABLE "registrationPolicies" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "priority" bigint NOT NULL,
  "countries" text COLLATE "C" NOT NULL,
  "products" text COLLATE "C" NOT NULL,
  "terms" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "registrationPolicies_byState" ON "registrationPolicies" ("tenantId", "state");
ALTER TABLE "registrationPolicies" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "registrationPolicies" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "registrationPolicies" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "registrationPolicies" TO workbench_application;
CREATE CONSTRAINT TRIGGER "registrationPolicies_capture" AFTER INSERT OR UPDATE OR DELETE ON "registrationPolicies" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "registrations" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "company" text COLLATE "C" NOT NULL,
  "companyEn" text COLLATE "C",
  "corporateNumber" text COLLATE "C",
  "website" text COLLATE "C",
  "domain" text COLLATE "C",
  "country" text COLLATE "C",
  "city" text COLLATE "C",
  "postcode" text COLLATE "C",
  "address" text COLLATE "C",
  "contactName" text COLLATE "C",
  "contactEmail" text COLLATE "C",
  "project" text COLLATE "C",
  "fiscalYear" text COLLATE "C",
  "products" text COLLATE "C" NOT NULL,
  "amount" bigint,
  "currency" text COLLATE "C",
  "expectedCloseOn" text COLLATE "C",
  "notes" text COLLATE "C",
  "customerKey" text COLLATE "C" NOT NULL,
  "accountId" text COLLATE "C",
  "opportunityId" text COLLATE "C",
  "territoryId" text COLLATE "C",
  "terms" text COLLATE "C",
  "deviceAt" text COLLATE "C",
  "receivedAt" text COLLATE "C",
  "completeDeviceAt" text COLLATE "C",
  "completeAt" text COLLATE "C",
  "submittedAt" text COLLATE "C",
  "resubmissionsLeft" bigint,
  "overlaps" bigint NOT NULL,
  "reviewer" text COLLATE "C",
  "reviewDueAt" text COLLATE "C",
  "reviewMissed" boolean NOT NULL,
  "asked" text COLLATE "C",
  "answerDueAt" text COLLATE "C",
  "reasonForPartner" text COLLATE "C",
  "reasonForHouse" text COLLATE "C",
  "decidedBy" text COLLATE "C",
  "decidedAt" text COLLATE "C",
  "approved" text COLLATE "C",
  "attribution" text COLLATE "C",
  "protectedFrom" text COLLATE "C",
  "protectedUntil" text COLLATE "C",
  "timeZone" text COLLATE "C",
  "clockFrom" text COLLATE "C",
  "reminded" bigint NOT NULL,
  "extensions" bigint NOT NULL,
  "extension" text COLLATE "C",
  "quoteSentAt" text COLLATE "C",
  "caseId" text COLLATE "C",
  "heldAt" text COLLATE "C",
  "activeAt" text COLLATE "C",
  "actAt" text COLLATE "C",
  "endedAt" text COLLATE "C",
  "endReason" text COLLATE "C",
  "priceLockedUntil" text COLLATE "C",
  "incumbentUntil" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "registrations_byPartner" ON "registrations" ("tenantId", "partnerId", "status");
CREATE INDEX "registrations_byStatus" ON "registrations" ("tenantId", "status");
CREATE INDEX "registrations_byCustomer" ON "registrations" ("tenantId", "customerKey");
CREATE INDEX "registrations_byAccount" ON "registrations" ("tenantId", "accountId");
CREATE INDEX "registrations_byOpportunity" ON "registrations" ("tenantId", "opportunityId");
CREATE INDEX "registrations_byCase" ON "registrations" ("tenantId", "caseId");
CREATE INDEX "registrations_byTerritory" ON "registrations" ("tenantId", "territoryId");
CREATE INDEX "registrations_byAct" ON "registrations" ("tenantId", "actAt");
ALTER TABLE "registrations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "registrations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "registrations" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "registrations" TO workbench_application;
CREATE CONSTRAINT TRIGGER "registrations_capture" AFTER INSERT OR UPDATE OR DELETE ON "registrations" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
