/** Taxes that the company publishes. */
export const priceLists: readonly string[] = [
  `CREATE TABLE "taxPolicies" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "country" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "validFrom" TEXT NOT NULL,
  "roundingScope" TEXT NOT NULL,
  "roundingMode" TEXT NOT NULL,
  "registrationNumber" TEXT,
  "rates" TEXT NOT NULL,
  "resaleCertificates" INTEGER NOT NULL,
  "union" TEXT,
  "toBeConfirmed" INTEGER NOT NULL,
  "source" TEXT,
  "publishedByName" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "taxPolicies_byCountry" ON "taxPolicies" ("country")`,
]
