import { insert, refuse, remove, update, type Change, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit, type Edit } from '../foundation/edit.ts'
import { applyModel, fieldsOf, sameValue, type Drafted, type ModelEdit, type Rule, type Territory } from './apply-model.ts'
import { askProblems, refusalFor, type Draft } from './draft-facts.ts'
import { modelEdits } from './territory-model.table.ts'
import type { ModelSubject } from './territory-model.ts'

type Fields = ModelEdit['fields']
type NewEdit = Pick<ModelEdit, 'subject' | 'subjectId' | 'kind' | 'name' | 'fields' | 'base'>
type Decided = Generator<Question, readonly Change[] | Decision<never>, unknown>

/** Adds a territory or rule to a draft, under the id that it will keep. */
export function* addSubject(draft: Draft, subject: ModelSubject, row: Pick<Territory, 'id' | 'code' | 'name'>, id: () => string): Decided {
  return yield* settle(draft, row.id, [{ subject, subjectId: row.id, kind: 'add', name: row.name, fields: fieldsOf(subject, { ...row, code: row.code.trim() }), base: {} }], id)
}

/** Changes fields of a territory or rule in a draft; what others have edited of it stays. What is live again is no edit any more. */
export function* changeSubject(draft: Draft, subject: ModelSubject, subjectId: string, edits: readonly Edit[], id: () => string): Decided {
  const present = findSubject(draft, subject, subjectId)
  if (present === undefined) return refuse(`${subject}.not-found`, 'it is not in the draft')
  const decided = decideEdit<object>(subject, present.row, edits)
  if (!('patch' in decided)) return decided
  const patch = { ...decided.patch } as Fields
  if (typeof patch['code'] === 'string') patch['code'] = patch['code'].trim()
  const made = draft.edits.find((edit) => edit.subjectId === subjectId)
  const named = { subject, subjectId, name: String(patch['name'] ?? present.row.name) }
  if (made?.kind === 'add') return yield* settle(draft, subjectId, [{ ...named, kind: 'add', fields: { ...made.fields, ...patch }, base: {} }], id)
  const live = fieldsOf(subject, present.live ?? present.row)
  const fields = { ...made?.fields, ...patch }
  const different = Object.keys(fields).filter((column) => !sameValue(fields[column], live[column]))
  const base = { ...made?.base, ...pick(live, Object.keys(patch)) }
  return yield* settle(draft, subjectId, [different.length === 0 ? subjectId : { ...named, kind: 'change', fields: pick(fields, different), base: pick(base, different) }], id)
}

/** Removes a territory or rule in a draft; with a territory go its rules. */
export function* removeSubject(draft: Draft, subject: ModelSubject, subjectId: string, id: () => string): Decided {
  const present = findSubject(draft, subject, subjectId)
  if (present === undefined) return refuse(`${subject}.not-found`, 'it is not in the draft')
  const { territories, rules } = applyModel(draft.live, draft.edits)
  const children = territories.filter(({ row, mark }) => row.parentId === subjectId && mark.kind !== 'removed')
  if (children.length > 0) return refuse('territory.has-children', 'other territories lie below it', { name: present.row.name, children: children.map(({ row }) => row.name) })
  const itsRules = subject === 'rule' ? [] : rules.filter(({ row, mark }) => row.territoryId === subjectId && mark.kind !== 'removed')
  return yield* settle(draft, subjectId, [...itsRules.map((rule) => removal('rule', rule)), removal(subject, present)], id)
}

/** Takes back what a draft does to these; a territory that comes back brings the rules that went with it. */
export function revertSubjects({ edits }: Draft, subjectIds: readonly string[]): readonly Change[] {
  const returning = new Set(edits.filter(({ kind, subjectId }) => kind === 'remove' && subjectIds.includes(subjectId)).map(({ subjectId }) => subjectId))
  const went = ({ kind, base }: ModelEdit): boolean => kind === 'remove' && returning.has(String(base['territoryId']))
  const reverted = edits.filter((edit) => subjectIds.includes(edit.subjectId) || went(edit))
  return reverted.length === 0 ? [] : [remove(modelEdits, ...reverted.map((edit) => edit.id))]
}

/** Takes what is live now for what the edits of these were made on: they are stale no more. */
export function holdOn({ live, edits }: Draft, subjectIds: readonly string[]): readonly Change[] {
  const rows = new Map<string, object>([...live.territories, ...live.rules].map((row) => [row.id, row]))
  return edits.flatMap(({ id, subject, subjectId, base }) => {
    const row = rows.get(subjectId)
    if (row === undefined || !subjectIds.includes(subjectId)) return []
    const now = pick(fieldsOf(subject, row), Object.keys(base))
    return sameValue(now, base) ? [] : [update(modelEdits, id, { base: now })]
  })
}

/** Writes edits unless something speaks against one of them. @param next the edits as they are to be; an id stands for one that is to be no more */
function* settle(draft: Draft, subjectId: string, next: readonly (NewEdit | string)[], id: () => string): Decided {
  const before = new Map(draft.edits.map((edit) => [edit.subjectId, edit]))
  const after = new Map(before)
  const changes: Change[] = []
  for (const each of next) {
    const edit = typeof each === 'string' ? undefined : each
    const about = typeof each === 'string' ? each : each.subjectId
    const made = before.get(about)
    if (edit === undefined) {
      after.delete(about)
      if (made !== undefined) changes.push(remove(modelEdits, made.id))
    } else if (made === undefined) {
      const row = { ...edit, id: id(), modelId: draft.model.id }
      after.set(about, { ...row, createdAt: '', updatedAt: '', rev: 1 })
      changes.push(insert(modelEdits, row))
    } else {
      after.set(about, { ...made, ...edit })
      changes.push(update(modelEdits, made.id, { kind: edit.kind, name: edit.name, fields: edit.fields, base: edit.base }))
    }
  }
  return refusalFor(yield* askProblems(applyModel(draft.live, [...after.values()])), subjectId) ?? changes
}

function removal(subject: ModelSubject, { row, mark, live }: Drafted<Territory> | Drafted<Rule>): NewEdit | string {
  return mark.kind === 'added' ? row.id : { subject, subjectId: row.id, kind: 'remove', name: row.name, fields: {}, base: fieldsOf(subject, live ?? row) }
}

function findSubject({ live, edits }: Draft, subject: ModelSubject, subjectId: string): Drafted<Territory> | Drafted<Rule> | undefined {
  const drafted = applyModel(live, edits)
  const all: readonly (Drafted<Territory> | Drafted<Rule>)[] = subject === 'territory' ? drafted.territories : drafted.rules
  return all.find(({ row, mark }) => row.id === subjectId && mark.kind !== 'removed')
}

function pick(values: Fields, columns: readonly string[]): Fields {
  return Object.fromEntries(columns.map((column) => [column, values[column] ?? null]))
}
