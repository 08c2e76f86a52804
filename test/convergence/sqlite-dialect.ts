import { syncedTables } from '#central/store/synced-tables.ts'
import { CURRENT_TENANT } from '#central/store/table-sql.ts'

type Rules = readonly (readonly [pattern: RegExp, twin: string | ((...found: string[]) => string)])[]

const booleans = new Set(syncedTables.flatMap((table) => [...table.booleanColumns]))

/** Arrays are JSON texts here; what PostgreSQL says of arrays is said of JSON. */
const queryRules: Rules = [
  // No page of a seed has so many bytes that its rows would have to be weighed.
  [/json_agg\((json_build_array\(.*?\)) ORDER BY "id"\)::text AS "text" FROM \(\s*SELECT \*, .* AS "bytesBefore" FROM \(\s*SELECT .*? FROM (.*?)\) AS candidates\) AS weighed\s*WHERE "bytesBefore" <= \$3/gs,
    `nullif(json_group_array(json("row")), '[]') AS "text" FROM (SELECT "id", $1 AS "row" FROM $2) WHERE $3 > 0`],
  [/SELECT unnest\(\$(\d+)::text\[\]\) COLLATE "C" AS "(\w+)"/g, 'SELECT "value" AS "$2" FROM json_each($$$1)'],
  [/ROWS FROM \(unnest\(([^()]*)\), unnest\(([^()]*)\)\)/g, 'unnest($1, $2)'],
  [/unnest\((\$\d+::\w+(?: \w+)?\[\](?:, \$\d+::\w+(?: \w+)?\[\])*)\)(?: AS given\(([^)]*)\))?/g, (_, arrays = '', names) => rowsOf(arrays, names)],
  [/unnest\((\w+\.)?"(\w+)"\) AS (\w+)/g, 'json_each($1"$2") AS $3'],
  [/array_agg\(DISTINCT (\w+)\)/g, 'json_group_array(DISTINCT $1."value")'],
  [/"scopes"::text\[\]/g, `'[' || substr("scopes", 2, length("scopes") - 2) || ']'`],
  [/"scopes" && \$(\d+)::text\[\]/g, 'EXISTS (SELECT 1 FROM json_each("scopes") AS own, json_each($$$1) AS asked WHERE own."value" = asked."value")'],
  [/= ANY\(\$(\d+)::\w+\[\]\)/g, 'IN (SELECT "value" FROM json_each($$$1))'],
  // Of nothing PostgreSQL makes null.
  [/json_agg\((json_build_array\([^()]*\)[^()]*)\)::text/g, `nullif(json_group_array($1), '[]')`],
  [/json_build_array\(([^()]*)\)/g, (_, columns = '') => `json_array(${columns.split(', ').map(jsonOf).join(', ')})`],
  [/array_agg\(/g, 'json_group_array('],
  [/left\((md5\(.*?\)\)), 8\)|left\((md5\(.*?\)), 8\)/g, 'substr($1$2, 1, 8)'],
  [/right\("id", 2\)/g, 'substr("id", -2)'],
  [/\bgreatest\(/g, 'max('],
  [/\bleast\(/g, 'min('],
  [/DELETE FROM "(\w+)" c USING (.*?) WHERE (.*?)( RETURNING c\."n")?$/gs, 'DELETE FROM "$1" AS c WHERE EXISTS (SELECT 1 FROM $2 WHERE $3)$4'],
  [/UPDATE "(\w+)" (\w) SET/g, 'UPDATE "$1" AS $2 SET'],
  [/RETURNING c\./g, 'RETURNING '],
  [/::(text|bigint)\b/g, ''],
  [/current_setting\('app\.tenant', true\)/g, `''`],
  // A plain variable in a join has SQLite make a new plan for each value.
  [/\$(\d+)/g, '+?$1'],
]

const schemaRules: Rules = [
  // There is one tenant, and no statement names it where row-level security does: what is sought comes first.
  [/\("tenantId", ([^()]*)\)/g, '($1, "tenantId")'],
  [/\bARRAY\[(.*?)\]/g, 'json_array($1)'],
  [/\b(uuid|text)\[\]/g, 'text'],
  [/\buuid\b/g, 'text'],
  [/ COLLATE "C"/g, ''],
  [/ GENERATED ALWAYS AS IDENTITY/g, ''],
  [/ STORED\b/g, ' VIRTUAL'],
  [/ WITH \(fillfactor = \d+\)/g, ''],
  [/ NULLS NOT DISTINCT/g, ''],
  [/DEFAULT (now\(\)|json_array\(.*?\))/g, 'DEFAULT ($1)'],
]

/** Who may do what is PostgreSQL’s to say, and is tested on it. */
const notForSqlite = /^(DO \$\$|GRANT |CREATE POLICY |ALTER TABLE "\w+" (ENABLE|FORCE) ROW LEVEL SECURITY|CREATE FUNCTION \w+\(.*\)|CREATE TRIGGER )/

/** The SQLite statements that together do what one of PostgreSQL does: those that only read come first, for there all parts see the same rows. */
export function queryTwins(sql: string): readonly string[] {
  return parted(sql).map((part) => apply(queryRules, part))
}

/** The SQLite twins of a script that shapes the database. @param capture the triggers of a table whose changes are captured */
export function schemaTwins(script: string, capture: (table: string) => readonly string[]): readonly string[] {
  return statementsOf(script).flatMap(oneColumnEach).flatMap((statement) => {
    if (notForSqlite.test(statement)) return []
    const captured = /^CREATE CONSTRAINT TRIGGER "\w+_capture" .* ON "(\w+)"/.exec(statement)?.[1]
    return captured === undefined ? [apply(schemaRules, statement.replaceAll(CURRENT_TENANT, '(current_tenant())'))] : capture(captured)
  })
}

/** SQLite adds one column at a time. */
function oneColumnEach(statement: string): readonly string[] {
  const [, table, columns] = /^(ALTER TABLE "\w+" )(ADD COLUMN .*)$/s.exec(statement) ?? []
  return table === undefined || columns === undefined ? [statement] : columns.split(/,\s*(?=ADD COLUMN )/).map((column) => table + column)
}

function apply(rules: Rules, sql: string): string {
  return rules.reduce((text, [pattern, twin]) => (typeof twin === 'string' ? text.replaceAll(pattern, twin) : text.replaceAll(pattern, twin)), sql)
}

/** `$1::text[], $2::bigint[]` as rows: the element of each at the same place. */
function rowsOf(arrays: string, names: string | undefined): string {
  const places = arrays.split(', ').map((array) => array.slice(1, array.indexOf('::')))
  const columns = names?.split(', ') ?? []
  return `(SELECT ${places.map((place, at) => `$${place} ->> "key"${columns[at] === undefined ? '' : ` AS ${columns[at]}`}`).join(', ')} FROM json_each($${places[0] ?? ''}))${names === undefined ? '' : ' AS given'}`
}

function jsonOf(column: string): string {
  return booleans.has(column.slice(1, -1)) ? `json(CASE ${column} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END)` : column
}

/** Takes a statement whose WITH changes something apart. */
function parted(sql: string): readonly string[] {
  if (!/\bAS \((UPDATE|DELETE|INSERT) /.test(sql)) return [sql]
  const reading: string[] = []
  const changing: string[] = []
  let rest = sql.trim().replace(/^WITH /, '')
  for (let named = /^"?\w+"? AS \(/.exec(rest); named !== null; named = /^"?\w+"? AS \(/.exec(rest)) {
    const end = closing(rest, named[0].length - 1)
    const body = rest.slice(named[0].length, end)
    if (/^(UPDATE|DELETE|INSERT) /.test(body)) changing.push(`${withReading()}${body}`)
    else reading.push(rest.slice(0, end + 1))
    rest = rest.slice(end + 1).replace(/^,?\s*/, '')
  }
  return rest.startsWith('SELECT') ? [`${withReading()}${rest}`, ...changing] : [...changing, `${withReading()}${rest}`]

  function withReading(): string {
    return reading.length === 0 ? '' : `WITH ${reading.join(', ')} `
  }
}

function closing(text: string, opening: number): number {
  let depth = 0
  for (let at = opening; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')' && (depth -= 1) === 0) return at
  }
  throw new Error(`no closing bracket: ${text}`)
}

function statementsOf(script: string): readonly string[] {
  const parts = script.split(/(\$\$[\s\S]*?\$\$)/).flatMap((part) => (part.startsWith('$$') ? [part] : part.split(/(;)/)))
  const statements: string[] = ['']
  for (const part of parts) {
    if (part === ';') statements.push('')
    else statements.push((statements.pop() ?? '') + part)
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '')
}
