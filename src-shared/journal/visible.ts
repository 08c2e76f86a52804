/** Rows of an import are there for everybody once the import is done, and for nobody before or after its undoing. */
export const VISIBLE = `("importId" IS NULL OR "importId" NOT IN (SELECT "id" FROM "batches" WHERE "kind" = 'import' AND "state" <> 'done'))`

/** The same of rows that a statement knows by another name. */
export function visibleAs(name: string): string {
  return VISIBLE.replaceAll('"importId"', `"${name}"."importId"`)
}
