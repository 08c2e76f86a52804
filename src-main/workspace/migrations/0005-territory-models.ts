/** Territory models, and leads pinned to their partner. */
export const territoryModels: readonly string[] = [
  'ALTER TABLE "leads" ADD COLUMN "pinReason" TEXT',
  `CREATE TABLE "territoryModels" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "notes" TEXT,
  "state" TEXT NOT NULL,
  "basedOn" TEXT,
  "effectiveFrom" TEXT,
  "heldUpBy" TEXT,
  "holdOver" TEXT NOT NULL,
  "holdOverUntil" TEXT,
  "activatedAt" TEXT,
  "activatedBy" TEXT,
  "archivedAt" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "territoryModels_byState" ON "territoryModels" ("state")`,
  `CREATE TABLE "modelEdits" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "modelId" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "subjectId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "fields" TEXT NOT NULL,
  "base" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "modelEdits_byModel" ON "modelEdits" ("modelId")`,
]
