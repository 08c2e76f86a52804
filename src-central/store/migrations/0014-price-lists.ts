/** Taxes that the company publishes. */
export const priceLists = `
CREATE TABLE "taxPolicies" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "country" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL,
  "validFrom" text COLLATE "C" NOT NULL,
  "roundingScope" text COLLATE "C" NOT NULL,
  "roundingMode" text COLLATE "C" NOT NULL,
  "registrationNumber" text COLLATE "C",
  "rates" text COLLATE "C" NOT NULL,
  "resaleCertificates" boolean NOT NULL,
  "union" text COLLATE "C",
  "toBeConfirmed" boolean NOT NULL,
  "source" text COLLATE "C",
  "publishedByName" text COLLATE "C" NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "taxPolicies_byCountry" ON "taxPolicies" ("tenantId", "country");
ALTER TABLE "taxPolicies" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "taxPolicies" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "taxPolicies" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "taxPolicies" TO workbench_application;
CREATE CONSTRAINT TRIGGER "taxPolicies_capture" AFTER INSERT OR UPDATE OR DELETE ON "taxPolicies" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
