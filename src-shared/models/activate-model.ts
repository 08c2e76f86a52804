import { insert, remove, update, type Change } from '../foundation/command.ts'
import type { Table } from '../foundation/table.ts'
import { territories, territoryRules } from '../territories/territory.table.ts'
import { applyModel, columnsOf, fieldsOf, type Drafted, type ModelEdit, type Rule, type Territory, type TerritoryMap } from './apply-model.ts'
import type { Draft } from './draft-facts.ts'
import { modelEdits, territoryModels } from './territory-model.table.ts'
import type { ModelSubject } from './territory-model.ts'

interface Moment {
  readonly now: string
  readonly id: () => string
  readonly by: string
}

/**
 * All that makes a draft the map that counts: what it changes of the live map, its own state, and that of the one before, which keeps
 * every territory and rule as it was.
 * @param active the model that counted until now; null where there was none
 */
export function activateModel({ model, edits, live }: Draft, active: Draft['model'] | null, { now, id, by }: Moment): { readonly changes: readonly Change[]; readonly archived: string } {
  const archived = active?.id ?? id()
  const { territories: territoriesThen, rules: rulesThen } = applyModel(live, edits)
  const past: Change = active === null
    ? insert(territoryModels, { id: archived, name: '', state: 'archived', holdOver: 'worked', archivedAt: now })
    : update(territoryModels, archived, { state: 'archived', archivedAt: now })
  const changes = [
    past,
    keepMap(archived, live, id),
    ...liveChanges<Territory>(territories, 'territory', territoriesThen),
    ...liveChanges<Rule>(territoryRules, 'rule', rulesThen),
    remove(modelEdits, ...edits.map((edit) => edit.id)),
    update(territoryModels, model.id, { state: 'active', activatedAt: now, activatedBy: by, heldUpBy: null }),
  ]
  return { changes: changes.filter((change) => change.kind !== 'insert' || change.rows.length > 0), archived }
}

/** What a map is, as rows of an archived model. */
function keepMap(modelId: string, { territories: kept, rules }: TerritoryMap, id: () => string): Change {
  const rowsOf = (subject: ModelSubject, all: readonly (Territory | Rule)[]) => all.map((row) => [id(), modelId, subject, row.id, 'kept', row.name, fieldsOf(subject, row), {}])
  return { kind: 'insert', table: modelEdits, columns: ['id', 'modelId', 'subject', 'subjectId', 'kind', 'name', 'fields', 'base'], rows: [...rowsOf('territory', kept), ...rowsOf('rule', rules)] }
}

function liveChanges<Row extends Territory | Rule>(table: Table<Row>, subject: ModelSubject, drafted: readonly Drafted<Row>[]): readonly Change[] {
  const added = drafted.filter(({ mark }) => mark.kind === 'added')
  const columns = ['id', ...columnsOf(subject)]
  const insertion: Change = { kind: 'insert', table, columns, rows: added.map(({ row }) => [row.id, ...Object.values(fieldsOf(subject, row))]) }
  const changed = drafted.flatMap(({ row, mark }): readonly Change[] => {
    if (mark.kind === 'removed') return [remove(table, row.id)]
    const values: ModelEdit['fields'] = fieldsOf(subject, row)
    return mark.kind === 'changed' ? [{ kind: 'update', table, columns: mark.fields, ids: [row.id], rows: [mark.fields.map((column) => values[column])] }] : []
  })
  return [insertion, ...changed]
}
