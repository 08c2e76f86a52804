import { compileRuleSet, type CompiledRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { ANSWERS, answersSince, coolDownsOf, type Answer, type CoolDown } from '#shared/assignment/cool-down.ts'
import { knowledge } from '#shared/assignment/knowledge.ts'
import type { RowOf, Table } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { decodeRow, quoted, type Row } from '../store/rows.ts'
import type { Session } from '../store/store.ts'
import { readTerms } from './read-terms.ts'

/** Compiled rule sets held at once, the latest used. */
const MOST_KEPT = 32

const MARK = [partners, territories, territoryRules]
  .map(({ name }) => `coalesce((SELECT md5(string_agg("id" || ':' || "rev", ',' ORDER BY "id")) FROM "${name}" WHERE ${VISIBLE}), '')`)
  .join(` || ' ' || `)

/**
 * The compiled rules of each tenant, kept in this process. A kept one counts only for the mark it was made under: every id and
 * revision of partners, territories and rules as the caller's transaction sees them, who cools down, and the day. So nobody has to say that
 * something has changed, in whatever process.
 */
export class RuleSets {
  readonly #kept = new Map<string, { readonly mark: string; readonly compiled: CompiledRuleSet }>()

  /** @param today the date that decides which rules, absences and certifications are in force */
  async current(session: Session, tenantId: string, today: string): Promise<CompiledRuleSet> {
    const [found] = await session.query<{ mark: string }>(`SELECT ${MARK} AS "mark"`)
    const coolDowns = await readCoolDowns(session, today)
    const mark = `${today} ${found?.mark ?? ''} ${JSON.stringify([...coolDowns])}`
    const kept = this.#kept.get(tenantId)
    const compiled = kept?.mark === mark ? kept.compiled : compileRuleSet(await readRuleSet(session, today, coolDowns), knowledge)
    this.#kept.delete(tenantId)
    this.#kept.set(tenantId, { mark, compiled })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest)
    return compiled
  }
}

async function readRuleSet(session: Session, today: string, coolDowns: ReadonlyMap<string, CoolDown>) {
  const inPlace = (await readRows(session, partners)).map((partner) => ({ ...partner, coolDown: coolDowns.get(partner.id) ?? null }))
  return { partners: inPlace, territories: await readRows(session, territories), rules: await readRows(session, territoryRules), today }
}

async function readCoolDowns(session: Session, today: string): Promise<ReadonlyMap<string, CoolDown>> {
  const terms = await readTerms(session)
  const since = answersSince(terms, today)
  return coolDownsOf(since === null ? [] : await session.query<{ [K in keyof Answer]: Answer[K] }>(ANSWERS, [since]), terms, today)
}

async function readRows<R extends object>(session: Session, table: Table<R>): Promise<RowOf<Table<R>>[]> {
  const rows = await session.query<Row>(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE ${VISIBLE} ORDER BY "id"`)
  return rows.map((row) => decodeRow(table, row) as R)
}
