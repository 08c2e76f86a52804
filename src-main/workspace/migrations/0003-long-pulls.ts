/** How far a pull of many pages has come, when the rows were compared with the server's, and what of them only a newer program knows. */
export const longPulls: readonly string[] = [
  `CREATE TABLE "_pull" (
  "one" INTEGER PRIMARY KEY CHECK ("one" = 1),
  "requestId" INTEGER NOT NULL,
  "clientId" TEXT NOT NULL,
  "cursor" TEXT,
  "acknowledged" INTEGER NOT NULL,
  "reset" TEXT,
  "epoch" TEXT NOT NULL,
  "token" TEXT NOT NULL,
  "done" INTEGER NOT NULL
)`,
  `CREATE TABLE "_parked" ("tbl" TEXT NOT NULL, "pk" TEXT NOT NULL, "row" TEXT NOT NULL, PRIMARY KEY ("tbl", "pk")) WITHOUT ROWID`,
  `ALTER TABLE "_sync" ADD COLUMN "comparedAt" TEXT`,
  `ALTER TABLE "_sync" ADD COLUMN "differing" TEXT`,
]
