/**
 * Roles; who is who (the registrar reads and writes all of it; the application reads its own tenant's people and desks, and never
 * a code, a token or a key); versions: one number per tenant, taken at commit by the first deferred trigger of a transaction,
 * under a lock that lasts until the commit is done, so that whoever reads version n sees everything up to n; and the tables of the
 * ground. Drafted with `createTableSql`.
 */
export const ground = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'workbench_application') THEN CREATE ROLE workbench_application NOLOGIN NOSUPERUSER NOBYPASSRLS; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT workbench_application TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO workbench_application;

DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'workbench_registrar') THEN CREATE ROLE workbench_registrar NOLOGIN NOSUPERUSER NOBYPASSRLS; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT workbench_registrar TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO workbench_registrar;

CREATE TABLE "tenant" ("id" uuid PRIMARY KEY, "name" text NOT NULL, "createdAt" text NOT NULL);
CREATE TABLE "person" (
  "tenantId" uuid NOT NULL REFERENCES "tenant" ("id"), "id" text NOT NULL, "name" text NOT NULL, "email" text NOT NULL, "role" text NOT NULL,
  "territories" text[] NOT NULL, "suspendedAt" text, "createdAt" text NOT NULL,
  PRIMARY KEY ("tenantId", "id"), UNIQUE ("tenantId", "email"));
CREATE TABLE "device" (
  "tenantId" uuid NOT NULL, "id" text NOT NULL, "personId" text NOT NULL, "clientId" text NOT NULL, "name" text NOT NULL, "createdAt" text NOT NULL, "revokedAt" text,
  PRIMARY KEY ("tenantId", "id"), FOREIGN KEY ("tenantId", "personId") REFERENCES "person" ("tenantId", "id"));
CREATE INDEX "device_byClient" ON "device" ("tenantId", "clientId");
CREATE TABLE "enrolment" (
  "codeHash" text PRIMARY KEY, "tenantId" uuid NOT NULL, "personId" text NOT NULL, "createdAt" text NOT NULL, "expiresAt" text NOT NULL, "usedAt" text,
  FOREIGN KEY ("tenantId", "personId") REFERENCES "person" ("tenantId", "id"));
CREATE TABLE "refreshToken" (
  "tokenHash" text PRIMARY KEY, "tenantId" uuid NOT NULL, "deviceId" text NOT NULL, "createdAt" text NOT NULL, "expiresAt" text NOT NULL, "usedAt" text,
  FOREIGN KEY ("tenantId", "deviceId") REFERENCES "device" ("tenantId", "id"));
CREATE TABLE "signingKey" ("id" text PRIMARY KEY, "privateKey" text NOT NULL, "publicKey" text NOT NULL, "createdAt" text NOT NULL);
CREATE TABLE "secret" ("name" text PRIMARY KEY, "value" text NOT NULL);

ALTER TABLE "tenant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "tenant" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "tenant" TO workbench_registrar USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "tenant" TO workbench_registrar;
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "person" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "person" TO workbench_registrar USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "person" TO workbench_registrar;
ALTER TABLE "device" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "device" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "device" TO workbench_registrar USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "device" TO workbench_registrar;
ALTER TABLE "enrolment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "enrolment" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "enrolment" TO workbench_registrar USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "enrolment" TO workbench_registrar;
ALTER TABLE "refreshToken" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "refreshToken" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "refreshToken" TO workbench_registrar USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "refreshToken" TO workbench_registrar;
ALTER TABLE "signingKey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "signingKey" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "signingKey" TO workbench_registrar USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "signingKey" TO workbench_registrar;
ALTER TABLE "secret" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "secret" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "secret" TO workbench_registrar USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "secret" TO workbench_registrar;
CREATE POLICY "own" ON "tenant" TO workbench_application USING ("id" = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY "own" ON "person" TO workbench_application USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY "own" ON "device" TO workbench_application USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT ON "tenant", "person", "device" TO workbench_application;


CREATE TABLE "sync_tenant" ("tenantId" uuid PRIMARY KEY, "epoch" text NOT NULL, "v" bigint NOT NULL DEFAULT 0, "floor" bigint NOT NULL DEFAULT 0) WITH (fillfactor = 10);
CREATE TABLE "sync_change" (
  "tenantId" uuid NOT NULL, "v" bigint NOT NULL, "n" bigint GENERATED ALWAYS AS IDENTITY, "tbl" text NOT NULL, "pk" text COLLATE "C" NOT NULL, "scopes" text[] NOT NULL,
  PRIMARY KEY ("tenantId", "v", "n"));
CREATE TABLE "sync_client" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid, "clientId" text NOT NULL, "personId" text NOT NULL, "lastSeq" bigint NOT NULL DEFAULT 0, "lastCommand" text, "programVersion" text NOT NULL, "seenAt" text NOT NULL,
  PRIMARY KEY ("tenantId", "clientId"));
CREATE TABLE "sync_command" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid, "clientId" text NOT NULL, "seq" bigint NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "version" bigint NOT NULL, "personId" text NOT NULL, "inputHash" text NOT NULL,
  "issuedAt" text NOT NULL, "receivedAt" text NOT NULL, "status" text NOT NULL, "code" text, "message" text, "details" text,
  PRIMARY KEY ("tenantId", "clientId", "seq"));
CREATE INDEX "sync_command_byId" ON "sync_command" ("tenantId", "id");
CREATE TABLE "sync_quarantine" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid, "clientId" text NOT NULL, "seq" bigint NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "version" bigint NOT NULL, "personId" text NOT NULL, "input" text NOT NULL,
  "issuedAt" text NOT NULL, "at" text NOT NULL, "programVersion" text NOT NULL, "attempts" bigint NOT NULL, "error" text NOT NULL, "stack" text NOT NULL,
  PRIMARY KEY ("tenantId", "clientId", "seq"));
ALTER TABLE "sync_tenant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sync_tenant" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "sync_tenant" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, UPDATE ON "sync_tenant" TO workbench_application;
ALTER TABLE "sync_change" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sync_change" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "sync_change" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "sync_change" TO workbench_application;
ALTER TABLE "sync_client" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sync_client" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "sync_client" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON "sync_client" TO workbench_application;
ALTER TABLE "sync_command" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sync_command" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "sync_command" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON "sync_command" TO workbench_application;
ALTER TABLE "sync_quarantine" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sync_quarantine" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "sync_quarantine" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON "sync_quarantine" TO workbench_application;
CREATE POLICY "registrar" ON "sync_tenant" TO workbench_registrar USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "sync_tenant" TO workbench_registrar;

CREATE FUNCTION sync_capture() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  tenant uuid; key text; seen text[]; version bigint;
  held text := current_setting('sync.version', true);
BEGIN
  IF TG_OP = 'INSERT' THEN
    tenant := NEW."tenantId"; key := NEW."id"; seen := NEW."scopes";
  ELSIF TG_OP = 'DELETE' THEN
    tenant := OLD."tenantId"; key := OLD."id"; seen := OLD."scopes";
  ELSIF OLD."scopes" = NEW."scopes" THEN
    tenant := NEW."tenantId"; key := NEW."id"; seen := NEW."scopes";
  ELSE
    tenant := NEW."tenantId"; key := NEW."id"; seen := ARRAY(SELECT unnest(OLD."scopes") UNION SELECT unnest(NEW."scopes"));
  END IF;
  IF held IS NULL OR held = '' THEN
    UPDATE "sync_tenant" SET "v" = "v" + 1 WHERE "tenantId" = tenant RETURNING "v" INTO version;
    IF version IS NULL THEN RAISE EXCEPTION 'tenant % has no version', tenant; END IF;
    PERFORM set_config('sync.version', tenant || ':' || version, true);
  ELSE
    IF left(held, 36) <> tenant::text THEN RAISE EXCEPTION 'one transaction changes one tenant'; END IF;
    version := substr(held, 38)::bigint;
  END IF;
  INSERT INTO "sync_change" ("tenantId", "v", "tbl", "pk", "scopes") VALUES (tenant, version, TG_TABLE_NAME, key, seen);
  RETURN NULL;
END $$;

CREATE TABLE "partners" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "type" text COLLATE "C" NOT NULL,
  "tier" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "country" text COLLATE "C" NOT NULL,
  "region" text COLLATE "C",
  "city" text COLLATE "C",
  "latitude" double precision,
  "longitude" double precision,
  "domain" text COLLATE "C",
  "regions" text COLLATE "C" NOT NULL,
  "languages" text COLLATE "C" NOT NULL,
  "products" text COLLATE "C" NOT NULL,
  "industries" text COLLATE "C" NOT NULL,
  "certifications" text COLLATE "C" NOT NULL,
  "capacity" bigint,
  "timeZone" text COLLATE "C" NOT NULL,
  "calendar" text COLLATE "C" NOT NULL,
  "absences" text COLLATE "C" NOT NULL,
  "contacts" text COLLATE "C" NOT NULL,
  "notes" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "partners_byCode" ON "partners" ("tenantId", "code");
CREATE INDEX "partners_byStatus" ON "partners" ("tenantId", "status");
CREATE INDEX "partners_byName" ON "partners" ("tenantId", "name");
ALTER TABLE "partners" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "partners" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "partners" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "partners" TO workbench_application;
CREATE CONSTRAINT TRIGGER "partners_capture" AFTER INSERT OR UPDATE OR DELETE ON "partners" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "territories" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "parentId" text COLLATE "C",
  "strategy" text COLLATE "C" NOT NULL,
  "tieBreak" text COLLATE "C" NOT NULL,
  "candidates" text COLLATE "C" NOT NULL,
  "requirements" text COLLATE "C" NOT NULL,
  "notes" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "territories_byCode" ON "territories" ("tenantId", "code");
CREATE INDEX "territories_byParent" ON "territories" ("tenantId", "parentId");
ALTER TABLE "territories" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "territories" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "territories" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "territories" TO workbench_application;
CREATE CONSTRAINT TRIGGER "territories_capture" AFTER INSERT OR UPDATE OR DELETE ON "territories" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "territoryRules" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "territoryId" text COLLATE "C" NOT NULL,
  "priority" bigint NOT NULL,
  "condition" text COLLATE "C" NOT NULL,
  "effectiveFrom" text COLLATE "C",
  "effectiveTo" text COLLATE "C",
  "enabled" boolean NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "territoryRules_byCode" ON "territoryRules" ("tenantId", "code");
CREATE INDEX "territoryRules_byTerritory" ON "territoryRules" ("tenantId", "territoryId");
ALTER TABLE "territoryRules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "territoryRules" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "territoryRules" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "territoryRules" TO workbench_application;
CREATE CONSTRAINT TRIGGER "territoryRules_capture" AFTER INSERT OR UPDATE OR DELETE ON "territoryRules" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "leads" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "company" text COLLATE "C" NOT NULL,
  "companyEn" text COLLATE "C",
  "companyKana" text COLLATE "C",
  "corporateNumber" text COLLATE "C",
  "website" text COLLATE "C",
  "domain" text COLLATE "C",
  "country" text COLLATE "C",
  "region" text COLLATE "C",
  "city" text COLLATE "C",
  "postcode" text COLLATE "C",
  "address" text COLLATE "C",
  "latitude" double precision,
  "longitude" double precision,
  "industry" text COLLATE "C",
  "employees" bigint,
  "product" text COLLATE "C",
  "source" text COLLATE "C",
  "language" text COLLATE "C",
  "contactName" text COLLATE "C",
  "contactEmail" text COLLATE "C",
  "contactPhone" text COLLATE "C",
  "notes" text COLLATE "C",
  "stage" text COLLATE "C" NOT NULL,
  "score" bigint,
  "arrivedAt" text COLLATE "C" NOT NULL,
  "duplicateKey" text COLLATE "C" NOT NULL,
  "territoryId" text COLLATE "C",
  "partnerId" text COLLATE "C",
  "ruleId" text COLLATE "C",
  "assignmentOrigin" text COLLATE "C",
  "manualReason" text COLLATE "C",
  "manualUntil" text COLLATE "C",
  "decisionId" text COLLATE "C",
  "runId" text COLLATE "C",
  "assignedAt" text COLLATE "C",
  "declinedBy" text COLLATE "C" NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "leads_byDuplicateKey" ON "leads" ("tenantId", "duplicateKey");
CREATE INDEX "leads_byPartner" ON "leads" ("tenantId", "partnerId", "stage");
CREATE INDEX "leads_byTerritory" ON "leads" ("tenantId", "territoryId", "stage");
ALTER TABLE "leads" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "leads" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "leads" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "leads" TO workbench_application;
CREATE CONSTRAINT TRIGGER "leads_capture" AFTER INSERT OR UPDATE OR DELETE ON "leads" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "decisions" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "runId" text COLLATE "C" NOT NULL,
  "ruleVersion" text COLLATE "C" NOT NULL,
  "explanation" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "decisions_byRun" ON "decisions" ("tenantId", "runId");
ALTER TABLE "decisions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "decisions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "decisions" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "decisions" TO workbench_application;
CREATE CONSTRAINT TRIGGER "decisions_capture" AFTER INSERT OR UPDATE OR DELETE ON "decisions" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "batches" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "subject" text COLLATE "C" NOT NULL,
  "label" text COLLATE "C" NOT NULL,
  "total" bigint NOT NULL,
  "details" text COLLATE "C" NOT NULL,
  "startedAt" text COLLATE "C" NOT NULL,
  "finishedAt" text COLLATE "C",
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "batches_byState" ON "batches" ("tenantId", "state");
CREATE INDEX "batches_byKind" ON "batches" ("tenantId", "kind", "startedAt");
ALTER TABLE "batches" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "batches" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "batches" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "batches" TO workbench_application;
CREATE CONSTRAINT TRIGGER "batches_capture" AFTER INSERT OR UPDATE OR DELETE ON "batches" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "journal" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL DEFAULT ARRAY['g'],
  "id" text COLLATE "C" NOT NULL,
  "command" text COLLATE "C" NOT NULL,
  "version" bigint NOT NULL,
  "actorId" text COLLATE "C" NOT NULL,
  "actorName" text COLLATE "C" NOT NULL,
  "at" text COLLATE "C" NOT NULL,
  "batchId" text COLLATE "C",
  "input" text COLLATE "C" NOT NULL,
  "changes" text COLLATE "C" NOT NULL,
  "notes" text COLLATE "C" NOT NULL,
  "output" text COLLATE "C",
  "firstId" text COLLATE "C",
  "lastId" text COLLATE "C",
  "undoneBy" text COLLATE "C",
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "journal_byBatch" ON "journal" ("tenantId", "batchId");
CREATE INDEX "journal_byRange" ON "journal" ("tenantId", "firstId", "lastId");
ALTER TABLE "journal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "journal" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "journal" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "journal" TO workbench_application;
CREATE CONSTRAINT TRIGGER "journal_capture" AFTER INSERT OR UPDATE OR DELETE ON "journal" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
