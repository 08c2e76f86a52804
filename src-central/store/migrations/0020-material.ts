/** Local material: what partners are given to read and to show, and what their files hold. */
export const material = `
CREATE TABLE "materials" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "en" text COLLATE "C",
  "ja" text COLLATE "C",
  "es" text COLLATE "C",
  "places" text COLLATE "C" NOT NULL,
  "territoryId" text COLLATE "C",
  "partnerTypes" text COLLATE "C" NOT NULL,
  "tiers" text COLLATE "C" NOT NULL,
  "products" text COLLATE "C" NOT NULL,
  "validFrom" text COLLATE "C",
  "validTo" text COLLATE "C",
  "pinned" boolean NOT NULL,
  "place" bigint NOT NULL,
  "headings" text COLLATE "C" NOT NULL,
  "publishedAt" text COLLATE "C",
  "publishedByName" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "materials_byState" ON "materials" ("tenantId", "state");
CREATE INDEX "materials_byTerritory" ON "materials" ("tenantId", "territoryId");
ALTER TABLE "materials" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "materials" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "materials" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "materials" TO workbench_application;
CREATE CONSTRAINT TRIGGER "materials_capture" AFTER INSERT OR UPDATE OR DELETE ON "materials" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "materialFiles" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "mediaType" text COLLATE "C" NOT NULL,
  "size" bigint NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "content" text COLLATE "C" NOT NULL,
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
ALTER TABLE "materialFiles" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "materialFiles" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "materialFiles" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "materialFiles" TO workbench_application;
CREATE CONSTRAINT TRIGGER "materialFiles_capture" AFTER INSERT OR UPDATE OR DELETE ON "materialFiles" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
