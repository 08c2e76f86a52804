import { ROLES } from '../store.ts'

const registrarAlone = (name: string, rights: string): string => `
ALTER TABLE "${name}" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "${name}" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "${name}" TO ${ROLES.registrar} USING (true) WITH CHECK (true);
GRANT ${rights} ON "${name}" TO ${ROLES.registrar};`

/*
 * Where the company signs in (one row at most), and the id_tokens that were used. What a refresh token was traded for, so that
 * a lost answer can be told from a copy. What became of a command that was set aside.
 */
export const companySignIn = `
CREATE TABLE "companySignIn" ("only" boolean PRIMARY KEY DEFAULT true CHECK ("only"), "issuer" text NOT NULL, "clientId" text NOT NULL, "address" text);
CREATE TABLE "spentIdToken" ("tokenHash" text PRIMARY KEY, "expiresAt" text NOT NULL);
${registrarAlone('companySignIn', 'SELECT, INSERT, UPDATE, DELETE')}
${registrarAlone('spentIdToken', 'SELECT, INSERT, DELETE')}
ALTER TABLE "refreshToken" ADD COLUMN "successor" text;
ALTER TABLE "sync_quarantine" ADD COLUMN "batchId" text, ADD COLUMN "closedAt" text, ADD COLUMN "closedBecause" text, ADD COLUMN "retriedAs" text;
GRANT UPDATE ON "sync_quarantine" TO ${ROLES.application};
`
