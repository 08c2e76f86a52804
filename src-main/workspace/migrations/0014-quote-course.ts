/** A quote's registration, who wrote it, what shows that it was accepted, and the company's logo. */
export const quoteCourse: readonly string[] = [
  `ALTER TABLE "quotes" ADD COLUMN "registrationId" TEXT`,
  `CREATE INDEX "quotes_byRegistration" ON "quotes" ("registrationId", "status") WHERE "registrationId" IS NOT NULL`,
  `ALTER TABLE "documentTemplates" ADD COLUMN "logoId" TEXT`,
  `CREATE TABLE "quoteAuthors" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "quoteId" TEXT NOT NULL,
  "personId" TEXT NOT NULL,
  "personName" TEXT NOT NULL,
  "since" TEXT,
  "territoryId" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "quoteAuthors_byQuote" ON "quoteAuthors" ("quoteId")`,
  `CREATE INDEX "quoteAuthors_byTerritory" ON "quoteAuthors" ("territoryId") WHERE "territoryId" IS NOT NULL`,
  `CREATE TABLE "acceptanceProofs" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "quoteId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "mediaType" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "sha256" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "addedByName" TEXT NOT NULL,
  "territoryId" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "acceptanceProofs_byQuote" ON "acceptanceProofs" ("quoteId")`,
  `CREATE INDEX "acceptanceProofs_byTerritory" ON "acceptanceProofs" ("territoryId") WHERE "territoryId" IS NOT NULL`,
  `CREATE TABLE "documentLogos" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "width" INTEGER NOT NULL,
  "height" INTEGER NOT NULL,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
]
