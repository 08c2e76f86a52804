import { ROLES } from '../store.ts'
import { CURRENT_TENANT, tenantSecuritySql } from '../table-sql.ts'

/* A form is found by its key before its tenant is known: the registrar's. Its submissions are the tenant's. */
const forms = `
CREATE TABLE "form" (
  "tenantId" uuid NOT NULL REFERENCES "tenant" ("id"), "id" text NOT NULL, "name" text NOT NULL, "keyHash" text NOT NULL UNIQUE, "source" text NOT NULL, "redirect" text,
  "origins" text[] NOT NULL, "createdAt" text NOT NULL, "revokedAt" text,
  PRIMARY KEY ("tenantId", "id"));
CREATE UNIQUE INDEX "form_byName" ON "form" ("tenantId", "name") WHERE "revokedAt" IS NULL;
CREATE TABLE "formSubmission" (
  "tenantId" uuid NOT NULL DEFAULT ${CURRENT_TENANT}, "id" text NOT NULL, "formId" text NOT NULL, "key" text, "contentHash" text NOT NULL, "outcome" text NOT NULL, "at" text NOT NULL,
  PRIMARY KEY ("tenantId", "id"), FOREIGN KEY ("tenantId", "formId") REFERENCES "form" ("tenantId", "id"));
CREATE UNIQUE INDEX "formSubmission_byKey" ON "formSubmission" ("tenantId", "formId", "key");
${tenantSecuritySql('formSubmission', 'SELECT, INSERT').join('\n')}`

/* Work to be done at an instant of the database's clock. Without a tenant it is the whole server's, and the registrar's. */
const schedule = `
CREATE TABLE "dueWork" (
  "tenantId" uuid REFERENCES "tenant" ("id"), "kind" text NOT NULL, "key" text NOT NULL, "dueAt" timestamptz NOT NULL, "tryAt" timestamptz NOT NULL,
  "failures" bigint NOT NULL DEFAULT 0, "lastError" text,
  UNIQUE NULLS NOT DISTINCT ("tenantId", "kind", "key"));
CREATE INDEX "dueWork_byTime" ON "dueWork" ("tryAt");
${tenantSecuritySql('dueWork', 'SELECT, INSERT, UPDATE, DELETE').join('\n')}`

/** The registrar sees all of these, and forgets what has expired. */
const registrar = `
${['form', 'formSubmission', 'dueWork'].map((name) => `
ALTER TABLE "${name}" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "${name}" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "${name}" TO ${ROLES.registrar} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "${name}" TO ${ROLES.registrar};`).join('')}
GRANT DELETE ON "formSubmission", "dueWork", "enrolment", "refreshToken" TO ${ROLES.registrar};`

export const formsAndSchedule: string = [forms, schedule, registrar].join('\n')
