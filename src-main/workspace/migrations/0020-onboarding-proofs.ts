/** By which acceptance or certificate a task of a checklist is done; and that the search index lets go of an erased applicant's letters. */
export const onboardingProofs: readonly string[] = [
  'ALTER TABLE "taskEvents" ADD COLUMN "acceptanceId" TEXT',
  'ALTER TABLE "taskEvents" ADD COLUMN "certificateId" TEXT',
  'CREATE INDEX "taskEvents_byAcceptance" ON "taskEvents" ("acceptanceId") WHERE "acceptanceId" IS NOT NULL',
  'CREATE INDEX "taskEvents_byCertificate" ON "taskEvents" ("certificateId") WHERE "certificateId" IS NOT NULL',
  'ALTER TABLE "_searchWatermark" ADD COLUMN "toForget" INTEGER NOT NULL DEFAULT 0',
  // What was erased before this step is let go of as well.
  `UPDATE "_searchWatermark" SET "toForget" = 1 WHERE "table" = 'applications'`,
  `CREATE TRIGGER "applications_search_forget" AFTER UPDATE OF "company", "companyEn", "city", "domain" ON "applications" BEGIN
  UPDATE "_searchWatermark" SET "toForget" = 1 WHERE "table" = 'applications';
END`,
]
