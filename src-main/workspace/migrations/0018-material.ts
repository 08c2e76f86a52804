/** Local material: what partners are given to read and to show, and what their files hold. */
export const material: readonly string[] = [
  `CREATE TABLE "materials" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "kind" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "en" TEXT,
  "ja" TEXT,
  "es" TEXT,
  "places" TEXT NOT NULL,
  "territoryId" TEXT,
  "partnerTypes" TEXT NOT NULL,
  "tiers" TEXT NOT NULL,
  "products" TEXT NOT NULL,
  "validFrom" TEXT,
  "validTo" TEXT,
  "pinned" INTEGER NOT NULL,
  "place" INTEGER NOT NULL,
  "headings" TEXT NOT NULL,
  "publishedAt" TEXT,
  "publishedByName" TEXT,
  "importId" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
  `CREATE INDEX "materials_byState" ON "materials" ("state")`,
  `CREATE INDEX "materials_byTerritory" ON "materials" ("territoryId") WHERE "territoryId" IS NOT NULL`,
  `CREATE VIRTUAL TABLE "_search_materials" USING fts5("text", content='', contentless_delete=1, tokenize='trigram')`,
  `INSERT INTO "_searchWatermark" ("table", "upTo") VALUES ('materials', 0)`,
  `CREATE TRIGGER "materials_search_update" AFTER UPDATE OF "headings" ON "materials" WHEN old."_row" <= (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'materials') BEGIN
  DELETE FROM "_search_materials" WHERE rowid = old."_row";
  INSERT INTO "_search_materials" (rowid, "text") VALUES (new."_row", fold_text(coalesce(new."headings", '')));
END`,
  `CREATE TRIGGER "materials_search_delete" AFTER DELETE ON "materials" WHEN old."_row" <= (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'materials') BEGIN
  DELETE FROM "_search_materials" WHERE rowid = old."_row";
END`,
  `CREATE TABLE "materialFiles" (
  "_row" INTEGER PRIMARY KEY AUTOINCREMENT,
  "id" TEXT NOT NULL UNIQUE,
  "mediaType" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "sha256" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "rev" INTEGER NOT NULL DEFAULT 1
)`,
]
