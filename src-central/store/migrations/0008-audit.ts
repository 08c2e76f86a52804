import { ROLES } from '../store.ts'

const kept = ['id', 'command', 'version', 'actorId', 'actorName', 'at', 'batchId', 'input', 'changes', 'notes', 'output', 'firstId', 'lastId']
const entry = kept.map((column) => `coalesce(octet_length(entry."${column}"::text) || ':' || entry."${column}", '-')`).join(' || ')
const row = (name: string): string => `(${kept.map((column) => `${name}."${column}"`).join(', ')})`

/*
 * The audit chain: each entry of the journal is numbered as it comes, with a digest of itself and of the link before it (read by
 * audit/verify-audit.ts). Entries stay as they were written; only that one was undone is noted in it later.
 */
export const audit = `
CREATE TABLE "audit" (
  "tenantId" uuid NOT NULL, "n" bigint NOT NULL, "entryId" text COLLATE "C" NOT NULL, "at" timestamptz NOT NULL, "digest" text NOT NULL,
  PRIMARY KEY ("tenantId", "n"));
ALTER TABLE "audit" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "audit" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON "audit" TO ${ROLES.application};

CREATE FUNCTION audit_append(entry "journal") RETURNS void LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(entry."tenantId"::text, 0));
  SELECT "n", "digest" INTO last FROM "audit" WHERE "tenantId" = entry."tenantId" ORDER BY "n" DESC LIMIT 1;
  INSERT INTO "audit" ("tenantId", "n", "entryId", "at", "digest") VALUES (entry."tenantId", coalesce(last."n", 0) + 1, entry."id", date_trunc('milliseconds', clock_timestamp()),
    encode(sha256(convert_to(coalesce(last."digest", '') || ${entry}, 'UTF8')), 'hex'));
END $$;

CREATE FUNCTION audit_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit_append(NEW);
  RETURN NULL;
END $$;

CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was written in % stays as it was', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

DO $$
DECLARE entry "journal";
BEGIN
  ALTER TABLE "journal" NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE "audit" NO FORCE ROW LEVEL SECURITY;
  FOR entry IN SELECT * FROM "journal" ORDER BY "tenantId", "at", "id" LOOP
    PERFORM audit_append(entry);
  END LOOP;
  ALTER TABLE "journal" FORCE ROW LEVEL SECURITY;
  ALTER TABLE "audit" FORCE ROW LEVEL SECURITY;
END $$;

CREATE TRIGGER "journal_audit" AFTER INSERT ON "journal" FOR EACH ROW EXECUTE FUNCTION audit_added();
CREATE TRIGGER "journal_kept" BEFORE UPDATE ON "journal" FOR EACH ROW WHEN (${row('OLD')} IS DISTINCT FROM ${row('NEW')}) EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER "journal_not_removed" BEFORE DELETE ON "journal" FOR EACH ROW EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER "journal_not_emptied" BEFORE TRUNCATE ON "journal" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER "audit_kept" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER "audit_not_emptied" BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses();
`
