import { insert, type Change } from '../foundation/command.ts'
import { fieldsOf, sameValue, type ModelEdit, type TerritoryMap } from './apply-model.ts'
import { modelEdits } from './territory-model.table.ts'

/** The edits that make of the live map what an archived model was. @param kept its rows */
export function editsFrom(kept: readonly ModelEdit[], live: TerritoryMap, modelId: string, id: () => string): readonly Change[] {
  const was = new Map(kept.map((row) => [row.subjectId, row]))
  const changes: Change[] = []
  const write = (edit: Pick<ModelEdit, 'subject' | 'subjectId' | 'kind' | 'name' | 'fields' | 'base'>): void => {
    changes.push(insert(modelEdits, { ...edit, id: id(), modelId }))
  }
  for (const subject of ['territory', 'rule'] as const) {
    for (const row of subject === 'territory' ? live.territories : live.rules) {
      const then = was.get(row.id)
      const now = fieldsOf(subject, row)
      was.delete(row.id)
      if (then === undefined) {
        write({ subject, subjectId: row.id, kind: 'remove', name: row.name, fields: {}, base: now })
        continue
      }
      const columns = Object.keys(now).filter((column) => column in then.fields && !sameValue(now[column], then.fields[column]))
      const of = (values: ModelEdit['fields']) => Object.fromEntries(columns.map((column) => [column, values[column] ?? null]))
      if (columns.length > 0) write({ subject, subjectId: row.id, kind: 'change', name: then.name, fields: of(then.fields), base: of(now) })
    }
  }
  for (const { subject, subjectId, name, fields } of was.values()) write({ subject, subjectId, kind: 'add', name, fields, base: {} })
  return changes
}
