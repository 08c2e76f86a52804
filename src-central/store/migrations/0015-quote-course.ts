/** A quote's registration, who wrote it, what shows that it was accepted, and the company's logo. */
export const quoteCourse = `
ALTER TABLE "quotes" ADD COLUMN "registrationId" text COLLATE "C";
CREATE INDEX "quotes_byRegistration" ON "quotes" ("tenantId", "registrationId", "status");
ALTER TABLE "documentTemplates" ADD COLUMN "logoId" text COLLATE "C";
CREATE TABLE "quoteAuthors" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "quoteId" text COLLATE "C" NOT NULL,
  "personId" text COLLATE "C" NOT NULL,
  "personName" text COLLATE "C" NOT NULL,
  "since" text COLLATE "C",
  "territoryId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "quoteAuthors_byQuote" ON "quoteAuthors" ("tenantId", "quoteId");
CREATE INDEX "quoteAuthors_byTerritory" ON "quoteAuthors" ("tenantId", "territoryId");
ALTER TABLE "quoteAuthors" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quoteAuthors" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "quoteAuthors" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "quoteAuthors" TO workbench_application;
CREATE CONSTRAINT TRIGGER "quoteAuthors_capture" AFTER INSERT OR UPDATE OR DELETE ON "quoteAuthors" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "acceptanceProofs" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "quoteId" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "mediaType" text COLLATE "C" NOT NULL,
  "size" bigint NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "content" text COLLATE "C" NOT NULL,
  "addedByName" text COLLATE "C" NOT NULL,
  "territoryId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "acceptanceProofs_byQuote" ON "acceptanceProofs" ("tenantId", "quoteId");
CREATE INDEX "acceptanceProofs_byTerritory" ON "acceptanceProofs" ("tenantId", "territoryId");
ALTER TABLE "acceptanceProofs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "acceptanceProofs" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "acceptanceProofs" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "acceptanceProofs" TO workbench_application;
CREATE CONSTRAINT TRIGGER "acceptanceProofs_capture" AFTER INSERT OR UPDATE OR DELETE ON "acceptanceProofs" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "documentLogos" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "content" text COLLATE "C" NOT NULL,
  "width" bigint NOT NULL,
  "height" bigint NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
ALTER TABLE "documentLogos" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "documentLogos" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "documentLogos" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "documentLogos" TO workbench_application;
CREATE CONSTRAINT TRIGGER "documentLogos_capture" AFTER INSERT OR UPDATE OR DELETE ON "documentLogos" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
