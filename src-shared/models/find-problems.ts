import { columnsOf, type Drafted, type DraftedMap, type Rule, type Territory } from './apply-model.ts'
import type { ModelProblem } from './model-problem.ts'
import type { ModelSubject } from './territory-model.ts'

/** What a draft may hurt besides the map. */
export interface MapFacts {
  /** How many leads lie in a territory, closed ones too. */
  readonly leadsIn: (territoryId: string) => number
  readonly hasPartner: (partnerId: string) => boolean
}

type Named = Pick<Territory, 'id' | 'code' | 'name'>

/** All that keeps a draft from becoming active. Nothing that it does not touch is held against it. */
export function findProblems({ territories, rules, gone }: DraftedMap, facts: MapFacts): readonly ModelProblem[] {
  const found: ModelProblem[] = gone.map(({ subject, subjectId, name }) => ({ code: 'model.subject-gone', subject, subjectId, name, details: { name } }))
  const tell = (code: string, subject: ModelSubject, { id, name }: Pick<Named, 'id' | 'name'>, details: ModelProblem['details'] = {}): void => {
    found.push({ code, subject, subjectId: id, name, details: { name, ...details } })
  }
  const byId = new Map(territories.map((drafted) => [drafted.row.id, drafted]))
  const isLeft = (id: string): boolean => byId.get(id) !== undefined && byId.get(id)?.mark.kind !== 'removed'

  for (const drafted of territories) {
    const { row, mark } = drafted
    tellStale('territory', drafted)
    if (mark.kind === 'removed') {
      const children = territories.filter((other) => other.row.parentId === row.id && other.mark.kind !== 'removed')
      if (children.length > 0) tell('territory.has-children', 'territory', row, { children: children.map((child) => child.row.name) })
      const leads = facts.leadsIn(row.id)
      if (leads > 0) tell('territory.has-leads', 'territory', row, { leads })
    } else if (mark.kind !== 'same') {
      if (row.name.trim() === '') tell('territory.name-missing', 'territory', row)
      if (row.code === '') tell('territory.code-missing', 'territory', row)
      if (row.parentId !== null && byId.get(row.parentId) === undefined) tell('territory.parent-not-found', 'territory', row)
      if (liesBelowItself(row, byId)) tell('territory.own-ancestor', 'territory', row)
      const gonePartners = mark.fields.includes('candidates') ? row.candidates.filter(({ partnerId }) => !facts.hasPartner(partnerId)).length : 0
      if (gonePartners > 0) tell('model.candidate-gone', 'territory', row, { candidates: gonePartners })
    }
  }
  for (const drafted of rules) {
    const { row, mark } = drafted
    tellStale('rule', drafted)
    if (mark.kind === 'removed') continue
    if (!isLeft(row.territoryId)) tell('model.rule-without-territory', 'rule', row)
    if (mark.kind === 'same') continue
    if (row.code === '') tell('rule.code-missing', 'rule', row)
    if (row.priority < 1 || row.priority > 9999) tell('rule.priority-range', 'rule', row)
    if (row.effectiveFrom !== null && row.effectiveTo !== null && row.effectiveFrom > row.effectiveTo) tell('rule.dates-reversed', 'rule', row)
  }
  tellTwins('territory', territories)
  tellTwins('rule', rules)
  return found

  function tellStale(subject: ModelSubject, { row, mark }: Drafted<Named>): void {
    if (mark.stale.length > 0) tell('model.edit-stale', subject, row, { fields: columnsOf(subject).filter((column) => mark.stale.includes(column)) })
  }

  function tellTwins(subject: ModelSubject, all: readonly Drafted<Territory | Rule>[]): void {
    const left = all.filter(({ mark }) => mark.kind !== 'removed')
    for (const twins of Map.groupBy(left, ({ row }) => row.code).values()) {
      for (const { row, mark } of twins) {
        const other = twins.find((each) => each.row.id !== row.id)?.row
        if (mark.kind !== 'same' && other !== undefined) tell(`${subject}.code-taken`, subject, row, { id: other.id, name: other.name })
      }
    }
  }
}

function liesBelowItself({ id, parentId }: Territory, byId: ReadonlyMap<string, Drafted<Territory>>): boolean {
  const passed = new Set<string>()
  for (let above = parentId; above !== null && !passed.has(above); above = byId.get(above)?.row.parentId ?? null) {
    if (above === id) return true
    passed.add(above)
  }
  return false
}
