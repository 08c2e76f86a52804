import { syncedTables } from '../synced-tables.ts'
import { ROLES } from '../store.ts'
import { createTableSql, CURRENT_TENANT, tenantSecuritySql } from '../table-sql.ts'

/** Roles belong to all databases of a server, so they may be there already. */
const roles = Object.values(ROLES).map((role) => `
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT ${role} TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO ${role};`).join('\n')

/*
 * Who is who. The registrar reads and writes all of it; the application reads its own tenant's people and desks,
 * and never a code, a token or a key.
 */
const people = `
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
${['tenant', 'person', 'device', 'enrolment', 'refreshToken', 'signingKey', 'secret'].map((name) => `
ALTER TABLE "${name}" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "${name}" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "${name}" TO ${ROLES.registrar} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "${name}" TO ${ROLES.registrar};`).join('')}
CREATE POLICY "own" ON "tenant" TO ${ROLES.application} USING ("id" = ${CURRENT_TENANT});
CREATE POLICY "own" ON "person" TO ${ROLES.application} USING ("tenantId" = ${CURRENT_TENANT});
CREATE POLICY "own" ON "device" TO ${ROLES.application} USING ("tenantId" = ${CURRENT_TENANT});
GRANT SELECT ON "tenant", "person", "device" TO ${ROLES.application};
`

/*
 * Versions: one number per tenant, taken at commit by the first deferred trigger of a transaction. The row it is kept in stays
 * locked until the commit is done, so whoever reads version n sees everything up to n.
 */
const sync = `
CREATE TABLE "sync_tenant" ("tenantId" uuid PRIMARY KEY, "epoch" text NOT NULL, "v" bigint NOT NULL DEFAULT 0, "floor" bigint NOT NULL DEFAULT 0) WITH (fillfactor = 10);
CREATE TABLE "sync_change" (
  "tenantId" uuid NOT NULL, "v" bigint NOT NULL, "n" bigint GENERATED ALWAYS AS IDENTITY, "tbl" text NOT NULL, "pk" text COLLATE "C" NOT NULL, "scopes" text[] NOT NULL,
  PRIMARY KEY ("tenantId", "v", "n"));
CREATE TABLE "sync_client" (
  "tenantId" uuid NOT NULL DEFAULT ${CURRENT_TENANT}, "clientId" text NOT NULL, "personId" text NOT NULL, "lastSeq" bigint NOT NULL DEFAULT 0, "lastCommand" text, "programVersion" text NOT NULL, "seenAt" text NOT NULL,
  PRIMARY KEY ("tenantId", "clientId"));
CREATE TABLE "sync_command" (
  "tenantId" uuid NOT NULL DEFAULT ${CURRENT_TENANT}, "clientId" text NOT NULL, "seq" bigint NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "version" bigint NOT NULL, "personId" text NOT NULL, "inputHash" text NOT NULL,
  "issuedAt" text NOT NULL, "receivedAt" text NOT NULL, "status" text NOT NULL, "code" text, "message" text, "details" text,
  PRIMARY KEY ("tenantId", "clientId", "seq"));
CREATE INDEX "sync_command_byId" ON "sync_command" ("tenantId", "id");
CREATE TABLE "sync_quarantine" (
  "tenantId" uuid NOT NULL DEFAULT ${CURRENT_TENANT}, "clientId" text NOT NULL, "seq" bigint NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "version" bigint NOT NULL, "personId" text NOT NULL, "input" text NOT NULL,
  "issuedAt" text NOT NULL, "at" text NOT NULL, "programVersion" text NOT NULL, "attempts" bigint NOT NULL, "error" text NOT NULL, "stack" text NOT NULL,
  PRIMARY KEY ("tenantId", "clientId", "seq"));
${[
  ...tenantSecuritySql('sync_tenant', 'SELECT, UPDATE'),
  ...tenantSecuritySql('sync_change', 'SELECT, INSERT, UPDATE, DELETE'),
  ...tenantSecuritySql('sync_client', 'SELECT, INSERT, UPDATE'),
  ...tenantSecuritySql('sync_command', 'SELECT, INSERT'),
  ...tenantSecuritySql('sync_quarantine', 'SELECT, INSERT'),
].join('\n')}
CREATE POLICY "registrar" ON "sync_tenant" TO ${ROLES.registrar} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "sync_tenant" TO ${ROLES.registrar};

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
`

export const ground: string = [roles, people, sync, ...syncedTables.map(createTableSql)].join('\n')
