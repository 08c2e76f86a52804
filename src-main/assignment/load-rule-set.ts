import type Database from 'better-sqlite3'
import { ANSWERS, answersSince, coolDownsOf, type Answer, type CoolDown } from '#shared/assignment/cool-down.ts'
import type { RuleSet } from '#shared/assignment/rule-set.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { loadTerms } from '../qualification/load-terms.ts'
import { selectRows } from '../workspace/rows.ts'

export interface LoadedRuleSet extends RuleSet {
  /** Codes and names, for summaries and for the command line. */
  readonly nameOf: (id: string) => { readonly code: string; readonly name: string }
}

/** The rules, territories and partners as they are at this instant. @param today local date */
export function loadRuleSet(db: Database.Database, today: string): LoadedRuleSet {
  const inOrder = `WHERE ${VISIBLE} ORDER BY "id"`
  const coolDowns = loadCoolDowns(db, today)
  const loaded = {
    partners: selectRows(db, partners, inOrder).map((partner) => ({ ...partner, coolDown: coolDowns.get(partner.id) ?? null })),
    territories: selectRows(db, territories, inOrder),
    rules: selectRows(db, territoryRules, inOrder),
    today,
  }
  const names = new Map([...loaded.partners, ...loaded.territories, ...loaded.rules].map(({ id, code, name }) => [id, { code, name }]))
  return { ...loaded, nameOf: (id) => names.get(id) ?? { code: '', name: '' } }
}

function loadCoolDowns(db: Database.Database, today: string): ReadonlyMap<string, CoolDown> {
  const terms = loadTerms(db)
  const since = answersSince(terms, today)
  return coolDownsOf(since === null ? [] : (db.prepare(ANSWERS).all({ 1: since }) as Answer[]), terms, today)
}
