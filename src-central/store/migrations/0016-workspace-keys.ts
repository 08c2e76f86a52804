import { ROLES } from '../store.ts'

/** The keys of people's workspaces, each for its person alone; the rows they seal are here anyway. */
export const workspaceKeys = `
CREATE TABLE "workspaceKey" (
  "tenantId" uuid NOT NULL,
  "personId" text NOT NULL,
  "workspaceId" text NOT NULL,
  "key" text NOT NULL,
  "keptAt" text NOT NULL,
  PRIMARY KEY ("tenantId", "personId", "workspaceId"),
  FOREIGN KEY ("tenantId", "personId") REFERENCES "person" ("tenantId", "id")
);
ALTER TABLE "workspaceKey" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "workspaceKey" FORCE ROW LEVEL SECURITY;
CREATE POLICY "registrar" ON "workspaceKey" TO ${ROLES.registrar} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "workspaceKey" TO ${ROLES.registrar};
`
