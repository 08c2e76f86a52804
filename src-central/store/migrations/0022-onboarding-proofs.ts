/** By which acceptance or certificate a task of a checklist is done. */
export const onboardingProofs = `
ALTER TABLE "taskEvents" ADD COLUMN "acceptanceId" text COLLATE "C";
ALTER TABLE "taskEvents" ADD COLUMN "certificateId" text COLLATE "C";
CREATE INDEX "taskEvents_byAcceptance" ON "taskEvents" ("tenantId", "acceptanceId");
CREATE INDEX "taskEvents_byCertificate" ON "taskEvents" ("tenantId", "certificateId");
`
