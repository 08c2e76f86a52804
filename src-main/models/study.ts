import type Database from 'better-sqlite3'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { knowledge } from '#shared/assignment/knowledge.ts'
import type { LeadColumns } from '#shared/assignment/lead-columns.ts'
import { Realignment } from '#shared/assignment/realignment.ts'
import type { RuleSet } from '#shared/assignment/rule-set.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { mapOf, type TerritoryMap } from '#shared/models/apply-model.ts'
import type { Coverage } from '#shared/models/coverage.ts'
import { findCoverage } from '#shared/models/find-coverage.ts'
import type { LeadWeights } from '#shared/models/lead-weights.ts'
import { EffectScale } from '#shared/models/weigh-effects.ts'
import type { WhatIf } from '#shared/models/what-if.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { loadLeads } from '../assignment/load-leads.ts'
import type { QueryContext } from '../operations/capability.ts'
import { selectRows } from '../workspace/rows.ts'
import { draftedMap, liveMap, readModel, type TerritoryModel } from './read-model.ts'
import { weighLeads } from './weigh-leads.ts'

interface Studied {
  readonly realignment: Realignment
  readonly scale: EffectScale
}

/** The workspace as it was read once, for asking what models would make of it. */
class Study {
  readonly #today: string
  readonly #live: TerritoryMap
  readonly #leads: LeadColumns
  readonly #partners: ReturnType<typeof readPartners>
  readonly #weights: LeadWeights
  /** By what it does with offers. */
  readonly #studied = new Map<TerritoryModel['holdOver'], Studied>()

  constructor(db: Database.Database, today: string) {
    this.#today = today
    this.#live = liveMap(db)
    this.#partners = readPartners(db)
    this.#leads = loadLeads(db, today, '').columns
    this.#weights = weighLeads(db, this.#leads.count, this.#partners, Date.now())
  }

  whatIf(db: Database.Database, modelId: string): WhatIf {
    const began = performance.now()
    const model = readModel(db, modelId)
    const ruleSet: RuleSet = { ...this.#mapOf(db, model), partners: this.#partners, today: this.#today }
    const holdsOffers = model.holdOver === 'held' && (model.holdOverUntil === null || model.holdOverUntil >= this.#today)
    const known = this.#studied.get(holdsOffers ? 'held' : 'worked')
    const isWhole = known?.realignment.follow(ruleSet) !== true
    const { realignment, scale } = known ?? this.#begin(ruleSet, holdsOffers)
    const effects = scale.weigh(realignment)
    return { ...effects, ms: Math.round(10 * (performance.now() - began)) / 10, isWhole }
  }

  coverage(db: Database.Database, modelId: string | null): Coverage {
    const map = modelId === null ? this.#live : this.#mapOf(db, readModel(db, modelId))
    return findCoverage(compileRuleSet({ ...map, partners: this.#partners, today: this.#today }, knowledge), this.#leads, this.#partners)
  }

  #begin(ruleSet: RuleSet, holdsOffers: boolean): Studied {
    const realignment = new Realignment(this.#leads, ruleSet, knowledge, holdsOffers)
    const studied = { realignment, scale: new EffectScale(this.#leads, realignment.standings, this.#weights) }
    this.#studied.set(holdsOffers ? 'held' : 'worked', studied)
    return studied
  }

  #mapOf(db: Database.Database, model: TerritoryModel): TerritoryMap {
    return mapOf(draftedMap(db, model, () => this.#live))
  }
}

let kept: { readonly study: Study; readonly changes: number; readonly today: string; readonly directory: string } | undefined

/** What has been read and reckoned already, unless rows have changed since. */
export function studyOf({ db, changes, today, directory }: QueryContext): Study {
  const now = { changes: changes(), today: today(), directory }
  if (kept === undefined || kept.changes !== now.changes || kept.today !== now.today || kept.directory !== directory) {
    kept = { study: db.transaction(() => new Study(db, now.today))(), ...now }
  }
  return kept.study
}

function readPartners(db: Database.Database) {
  return selectRows(db, partners, `WHERE ${VISIBLE} ORDER BY "id"`)
}
