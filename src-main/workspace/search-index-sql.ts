import type { Table } from '#shared/foundation/table.ts'

/**
 * Full-text search of a table: a trigram index filled behind the writers' backs (see search-index.ts),
 * so that an import does not wait for it. Rows above the watermark are not indexed yet and are searched by scanning.
 */
export function createSearchSql(table: Table): readonly string[] {
  const searched = table.options.searched
  if (searched === undefined) return []
  const index = searchTable(table)
  const indexed = `(SELECT "upTo" FROM "_searchWatermark" WHERE "table" = '${table.name}')`
  return [
    `CREATE VIRTUAL TABLE "${index}" USING fts5("text", content='', contentless_delete=1, tokenize='trigram')`,
    `INSERT INTO "_searchWatermark" ("table", "upTo") VALUES ('${table.name}', 0)`,
    `CREATE TRIGGER "${table.name}_search_update" AFTER UPDATE OF ${searched.map((column) => `"${column}"`).join(', ')} ON "${table.name}" WHEN old."_row" <= ${indexed} BEGIN
  DELETE FROM "${index}" WHERE rowid = old."_row";
  INSERT INTO "${index}" (rowid, "text") VALUES (new."_row", ${searchedText(table, 'new.')});
END`,
    `CREATE TRIGGER "${table.name}_search_delete" AFTER DELETE ON "${table.name}" WHEN old."_row" <= ${indexed} BEGIN
  DELETE FROM "${index}" WHERE rowid = old."_row";
END`,
    ...(table.options.personal === undefined ? [] : [forgetSql(table, searched)]),
  ]
}

/** The index only marks a row as gone, and keeps its letters until it merges: where they are personal, that is asked for. */
function forgetSql({ name }: Table, searched: readonly string[]): string {
  return `CREATE TRIGGER "${name}_search_forget" AFTER UPDATE OF ${searched.map((column) => `"${column}"`).join(', ')} ON "${name}" BEGIN
  UPDATE "_searchWatermark" SET "toForget" = 1 WHERE "table" = '${name}';
END`
}

export function searchTable(table: Table): string {
  return `_search_${table.name}`
}

/** The folded text of a row's searched columns; `fold_text` is ours (fold-text.ts) and must be known to the connection. */
export function searchedText(table: Table, row = ''): string {
  return `fold_text(${(table.options.searched ?? []).map((column) => `coalesce(${row}"${column}", '')`).join(` || ' ' || `)})`
}
