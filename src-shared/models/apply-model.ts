import type { RowOf } from '../foundation/table.ts'
import { ruleEditableFields, territoryEditableFields } from '../territories/editable-fields.ts'
import { newRule, newTerritory } from '../territories/new-territory.ts'
import type { territories, territoryRules } from '../territories/territory.table.ts'
import type { SubjectMark } from './model-problem.ts'
import type { modelEdits } from './territory-model.table.ts'
import type { ModelSubject } from './territory-model.ts'

export type Territory = RowOf<typeof territories>
export type Rule = RowOf<typeof territoryRules>
export type ModelEdit = RowOf<typeof modelEdits>

/** Territories and rules, as they are live or were once. */
export interface TerritoryMap {
  readonly territories: readonly Territory[]
  readonly rules: readonly Rule[]
}

export interface Drafted<Row> {
  readonly row: Row
  readonly mark: SubjectMark
  /** The row as it is live, where the draft has it otherwise; null where it does not, or adds it. */
  readonly live: Row | null
}

/** A map with what a draft makes of it; what is removed is still in it, and marked. */
export interface DraftedMap {
  readonly territories: readonly Drafted<Territory>[]
  readonly rules: readonly Drafted<Rule>[]
  /** Edits of what is not there any more. */
  readonly gone: readonly ModelEdit[]
}

const SAME: SubjectMark = { kind: 'same', fields: [], stale: [] }
/** Of what is not live yet. */
const UNSTAMPED = { importId: null, createdAt: '', updatedAt: '', rev: 0 }

/** The map as a draft would have it: what has changed live since shows through, except where the draft says otherwise. */
export function applyModel(live: TerritoryMap, edits: readonly ModelEdit[]): DraftedMap {
  const territoryEdits = edits.filter(({ subject }) => subject === 'territory')
  const ruleEdits = edits.filter(({ subject }) => subject === 'rule')
  const one = applyTo(live.territories, territoryEdits, (edit) => ({ ...UNSTAMPED, ...(newTerritory(edit.subjectId, edit.fields as never) as Territory) }))
  const other = applyTo(live.rules, ruleEdits, (edit) => ({ ...UNSTAMPED, ...(newRule(edit.subjectId, edit.fields as never) as Rule) }))
  return { territories: one.drafted, rules: other.drafted, gone: [...one.gone, ...other.gone] }
}

/** What a draft leaves in force, or an archived model was. */
export function mapOf(drafted: Pick<DraftedMap, 'territories' | 'rules'>): TerritoryMap {
  const left = <Row>(all: readonly Drafted<Row>[]): readonly Row[] => all.filter(({ mark }) => mark.kind !== 'removed').map(({ row }) => row)
  return { territories: left(drafted.territories), rules: left(drafted.rules) }
}

/** The columns in which a value of `base` is not live any more, nor is what the edit makes of it. */
export function staleColumns({ kind, base, fields }: Pick<ModelEdit, 'kind' | 'base' | 'fields'>, live: object): readonly string[] {
  const now = live as Readonly<Record<string, unknown>>
  return Object.keys(base).filter((column) => !sameValue(now[column], base[column]) && (kind === 'remove' || !sameValue(now[column], fields[column])))
}

export function columnsOf(subject: ModelSubject): readonly string[] {
  return subject === 'territory' ? territoryEditableFields : ruleEditableFields
}

/** The columns that a draft may name, of one row. */
export function fieldsOf(subject: ModelSubject, row: object): Record<string, never> {
  return Object.fromEntries(columnsOf(subject).map((column) => [column, (row as Record<string, never>)[column] ?? (null as never)]))
}

export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

function applyTo<Row extends { readonly id: string }>(live: readonly Row[], edits: readonly ModelEdit[], make: (edit: ModelEdit) => Row) {
  const byId = new Map(edits.map((edit) => [edit.subjectId, edit]))
  const drafted: Drafted<Row>[] = []
  for (const row of live) {
    const edit = byId.get(row.id)
    drafted.push(edit === undefined ? { row, mark: SAME, live: null } : draftOf(row, edit))
    byId.delete(row.id)
  }
  const gone: ModelEdit[] = []
  for (const edit of byId.values()) {
    if (edit.kind === 'change') gone.push(edit)
    else if (edit.kind !== 'remove') drafted.push({ row: make(edit), mark: { kind: 'added', fields: Object.keys(edit.fields), stale: [] }, live: null })
  }
  return { drafted, gone }
}

function draftOf<Row extends object>(row: Row, edit: ModelEdit): Drafted<Row> {
  const stale = [...staleColumns(edit, row)]
  if (edit.kind === 'remove') return { row, mark: { kind: 'removed', fields: [], stale }, live: row }
  const fields = Object.keys(edit.fields).filter((column) => !sameValue((row as Readonly<Record<string, unknown>>)[column], edit.fields[column]))
  return fields.length === 0 ? { row, mark: SAME, live: null } : { row: { ...row, ...edit.fields }, mark: { kind: 'changed', fields, stale }, live: row }
}
