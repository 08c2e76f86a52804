import { RefusedError } from '#shared/foundation/outcome.ts'
import type { Session, Store } from '../store/store.ts'
import { migrate } from '../store/migrate.ts'

/** Rows that go over at once. */
const PAGE = 500

export interface Moved {
  readonly tables: number
  readonly rows: number
}

interface MovedTable {
  readonly name: string
  /** Quoted; those that the database itself computes are left out. */
  readonly columns: string
}

/**
 * Copies all of a central API's rows to another, empty database: in one transaction there, read in one snapshot here, and compared
 * table by table before it counts. Triggers rest meanwhile, so that numbers, versions and the chain of the journal arrive as they were.
 * Refuses with `central.empty`, `central.not-empty` and `central.move-differs`; the other database is then as it was before its tables were made.
 */
export async function moveStore(from: Store, to: Store): Promise<Moved> {
  await migrate(from)
  await migrate(to)
  return from.asOwner(async (source) => to.asOwner(async (target) => {
    await source.script('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    const tables = await tablesInOrder(target)
    if (!(await holdsCompany(source))) throw new RefusedError('central.empty', 'there is no company whose rows could be moved')
    if (await holdsCompany(target)) throw new RefusedError('central.not-empty', 'the other database holds a central API’s rows already')
    for (const { name } of tables) await target.script(`ALTER TABLE "${name}" DISABLE TRIGGER USER; ALTER TABLE "${name}" NO FORCE ROW LEVEL SECURITY; DELETE FROM "${name}"`)
    let rows = 0
    for (const table of tables) rows += await moveTable(source, target, table)
    for (const table of tables) await compare(source, target, table)
    await moveSequences(source, target)
    for (const { name, forced } of await securityOf(source, tables)) await target.script(`ALTER TABLE "${name}" ENABLE TRIGGER USER${forced ? `; ALTER TABLE "${name}" FORCE ROW LEVEL SECURITY` : ''}`)
    return { tables: tables.length, rows }
  }))
}

async function holdsCompany(session: Session): Promise<boolean> {
  return (await session.query('SELECT 1 FROM "tenant" LIMIT 1')).length > 0
}

/** All tables but the migrations' own, each after those that it points at. */
async function tablesInOrder(session: Session): Promise<readonly MovedTable[]> {
  const found = await session.query<{ name: string; columns: string }>(
    `SELECT c.relname AS "name", (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS "columns"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> 'centralMigration' ORDER BY c.relname`,
  )
  const pointers = await session.query<{ from: string; to: string }>(
    `SELECT c.relname AS "from", p.relname AS "to" FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid WHERE k.contype = 'f' AND c.relname <> p.relname`,
  )
  const placed: MovedTable[] = []
  let left = found
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name))
    const free = left.filter(({ name }) => !pointers.some(({ from, to }) => from === name && names.has(to)))
    if (free.length === 0) throw new Error(`the tables ${[...names].join(', ')} point at one another`)
    placed.push(...free)
    left = left.filter((table) => !free.includes(table))
  }
  return placed
}

/** Rows pass through as the databases write them in JSON; nothing here reads them. */
async function moveTable(source: Session, target: Session, { name, columns }: MovedTable): Promise<number> {
  let moved = 0
  await source.script(`DECLARE "moving" NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS "row" FROM "${name}" t`)
  for (;;) {
    const page = await source.query<{ row: string }>(`FETCH ${PAGE} FROM "moving"`)
    if (page.length === 0) break
    await target.query(`INSERT INTO "${name}" (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${name}", $1::jsonb)`, [`[${page.map(({ row }) => row).join(',')}]`])
    moved += page.length
  }
  await source.script('CLOSE "moving"')
  return moved
}

async function compare(source: Session, target: Session, { name }: MovedTable): Promise<void> {
  const digest = `SELECT count(*)::text || ' ' || coalesce(sum(('x' || substr(md5(to_jsonb(t)::text), 1, 15))::bit(60)::bigint), 0)::text AS "sum" FROM "${name}" t`
  const [here, there] = await Promise.all([source.query<{ sum: string }>(digest), target.query<{ sum: string }>(digest)])
  if (here[0]?.sum !== there[0]?.sum) throw new RefusedError('central.move-differs', `the rows of ${name} did not arrive as they were`, { table: name })
}

async function moveSequences(source: Session, target: Session): Promise<void> {
  const sequences = await source.query<{ name: string }>(`SELECT c.relname AS "name" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'S'`)
  for (const { name } of sequences) {
    const [at] = await source.query<{ last: string; called: boolean }>(`SELECT last_value::text AS "last", is_called AS "called" FROM "${name}"`)
    if (at !== undefined) await target.query('SELECT setval($1::regclass, $2::bigint, $3)', [`"${name}"`, at.last, at.called])
  }
}

async function securityOf(source: Session, tables: readonly MovedTable[]): Promise<readonly { readonly name: string; readonly forced: boolean }[]> {
  const forced = await source.query<{ name: string; forced: boolean }>(`SELECT c.relname AS "name", c.relforcerowsecurity AS "forced" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'`)
  return tables.map(({ name }) => ({ name, forced: forced.find((each) => each.name === name)?.forced === true }))
}
