import { accept, command, insert, many, one, refuse, update, type Actor, type Change, type Decision, type Question } from '../foundation/command.ts'
import type { JsonValue } from '../foundation/json.ts'
import { indexColumns, type RowOf, type Table } from '../foundation/table.ts'
import { batches, type BatchState } from './batch.table.ts'
import { batchStamp } from './batch-stamp.ts'
import { belowThemselves, withoutThose } from './below-themselves.ts'
import { codedValue, type CodedColumn } from './coded-column.ts'
import { journalContract } from './journal.contract.ts'
import { journal, type RecordedChange } from './journal.table.ts'
import { idsOf } from './recorded-ids.ts'

const { operations } = journalContract

const nextStates: Readonly<Record<BatchState, readonly BatchState[]>> = { running: ['done', 'undoing'], done: ['undoing'], undoing: ['undone', 'done'], undone: [] }

/** Where rows point at others: whoever takes back the making of a row must not leave these pointing at nothing. */
const pointers: Readonly<Record<string, readonly (readonly [table: string, index: string])[]>> = {
  partners: [['leads', 'byPartner'], ['accounts', 'byPartner'], ['opportunities', 'byPartner'], ['registrations', 'byPartner'], ['quotes', 'byPartner'], ['attributions', 'byPartner'], ['projects', 'byPartner'], ['applications', 'byPartner'], ['partnerPeople', 'byPartner'], ['acceptances', 'byPartner'], ['checklists', 'byPartner'], ['activations', 'byPartner'], ['activations', 'bySuccessor'], ['partnerCare', 'byPartner'], ['checkIns', 'byPartner'], ['quarterlyReviews', 'byPartner'], ['coachingNotes', 'byPartner'], ['jointPlans', 'byPartner']],
  territoryModels: [['modelEdits', 'byModel']],
  territories: [['leads', 'byTerritory'], ['territories', 'byParent'], ['territoryRules', 'byTerritory'], ['materials', 'byTerritory']],
  accounts: [['accounts', 'byMerged'], ['accountAliases', 'byAccount'], ['contacts', 'byAccount'], ['opportunities', 'byAccount'], ['accounts', 'byParent'], ['leads', 'byAccount'], ['registrations', 'byAccount'], ['quotes', 'byAccount'], ['specialPrices', 'byAccount'], ['conflictCases', 'byAccount']],
  contacts: [['opportunities', 'byContact'], ['quotes', 'byContact'], ['activities', 'byContact']],
  opportunities: [['leads', 'byOpportunity'], ['registrations', 'byOpportunity'], ['quotes', 'byOpportunity'], ['activities', 'byOpportunity'], ['attributions', 'byOpportunity'], ['projects', 'byOpportunity']],
  products: [['prices', 'byProduct'], ['quoteLines', 'byProduct']],
  priceBooks: [['prices', 'byBook']],
  quotes: [['quoteLines', 'byQuote'], ['approvalRequests', 'byQuote'], ['acceptanceProofs', 'byQuote']],
  registrations: [['quotes', 'byRegistration']],
  partnerProfiles: [['applications', 'byProfile']],
  partnerPeople: [['certificates', 'byPerson'], ['acceptances', 'byPerson'], ['jointPlans', 'byPerson']],
  courses: [['certificates', 'byCourse'], ['requirements', 'byCourse']],
  certificates: [['taskEvents', 'byCertificate']],
  agreements: [['agreementVersions', 'byAgreement']],
  acceptances: [['taskEvents', 'byAcceptance']],
  checklistTemplates: [['checklists', 'byTemplate']],
  checklists: [['taskEvents', 'byChecklist'], ['activations', 'byChecklist']],
  conflictCases: [['caseEvidence', 'byCase'], ['registrations', 'byCase']],
}

/** Tables whose rows of one owner are decided as a whole, with the index of the owner: none is brought back beside others. */
const wholes: Readonly<Record<string, string>> = { attributions: 'byOpportunity', projects: 'byOpportunity' }

/** What these decide holds for rows that came since, too: once taken back it is done anew, not brought back. */
const doneAnew: ReadonlySet<string> = new Set(['accounts.merge'])

const openBatch = command(operations.openBatch, function* ({ basedOn, ...input }, { id, now }) {
  if (basedOn !== null) {
    const others = (yield* many(batches, 'byKind', [input.kind])).filter(({ subject }) => subject === input.subject)
    const running = others.some(({ state }) => state === 'running')
    if (running || batchStamp(others) !== basedOn) return refuse('import.running', 'another import of this kind runs or has just ended', { subject: input.subject })
  }
  const batchId = id()
  return accept({ id: batchId }, [insert(batches, { ...input, id: batchId, state: 'running', startedAt: now })])
})

const moveBatch = command(operations.moveBatch, function* (input, { now }) {
  const batch = yield* one(batches, input.id)
  if (batch === undefined) return refuse('batch.not-found', 'there is no such import or run')
  if (!nextStates[batch.state].includes(input.state)) return refuse('batch.state-not-reachable', 'it is not in a state for that', { from: batch.state, to: input.state })
  const { state, total = batch.total, details = batch.details } = input
  return accept({ id: batch.id }, [update(batches, batch.id, { state, total, details, finishedAt: state === 'running' ? null : now })])
})

/**
 * @param tableNamed finds a table by the name the journal keeps; handed in, because the list of tables names this capability
 * @param reckonAnew what else follows from changes that somebody takes back
 */
export function journalCommands(tableNamed: (name: string) => Table, reckonAnew: (changes: readonly Change[], actor: Actor) => Generator<Question, readonly Change[], unknown>) {
  const undo = command(operations.undo, function* (input, { actor, commandId, mayGive }) {
    const entry = yield* one(journal, input.entry)
    if (entry === undefined) return refuse('journal.not-found', 'there is no such change')
    if (entry.undoneBy !== null) return refuse('journal.undone-already', 'this was taken back already')
    if (entry.batchId !== null || entry.changes.some((change) => change.table === batches.name)) return refuse('journal.part-of-batch', 'this is part of an import or a run; take that back as a whole')
    const binding = entry.changes.find((change) => binds(change, tableNamed(change.table)))
    if (binding !== undefined) return refuse('journal.binding', 'this binds others; decide it anew', { table: binding.table })
    const original = yield* takenBackBy(entry)
    if (original !== entry.command && doneAnew.has(original)) return refuse('journal.binding', 'it was taken back; do it anew', { command: original })
    if (!mayGive(original)) return refuse('permission.denied', 'your role may not take back what it may not do', { command: original })
    const own = new Set(entry.changes.flatMap(idsOf))
    const reversed: Change[] = []
    for (const change of takenBack(entry.changes, ({ lasting, onRecord }) => lasting ?? onRecord)) {
      const wrong = yield* changedSince(change, own)
      if (wrong !== undefined) return wrong
      reversed.push(reverse(change))
    }
    for (const [id, { name: table }] of yield* belowThemselves(reversed)) return refuse('journal.own-ancestor', 'it would lie below itself', { table, id })
    return accept({ entry: commandId, undone: entry.changes.reduce((sum, change) => sum + sizeOf(change), 0) }, [...reversed, ...(yield* reckonAnew(reversed, actor)), update(journal, entry.id, { undoneBy: commandId })], [{ event: 'change.undone', details: { command: entry.command } }])
  })

  const undoPart = command(operations.undoPart, function* (input, { commandId }) {
    const entry = yield* one(journal, input.entry)
    if (entry === undefined || entry.batchId === null) return refuse('journal.not-found', 'there is no such part of a batch')
    if (entry.undoneBy !== null) return refuse('journal.undone-already', 'this was taken back already')
    const batch = yield* one(batches, entry.batchId)
    if (batch?.state !== 'undoing') return refuse('batch.state-not-reachable', 'it is not being undone')
    const reversed: Change[] = []
    for (const change of takenBack(entry.changes, ({ lasting }) => lasting)) reversed.push(reverse(change.kind === 'update' ? yield* unchangedPart(change) : change))
    const kept = withoutThose(reversed, yield* belowThemselves(reversed))
    return accept({ undone: kept.reduce((sum, change) => sum + sizeOf(change), 0) }, [...kept, update(journal, entry.id, { undoneBy: commandId })])
  })

  function binds(change: RecordedChange, { options: { binding } }: Table): boolean {
    if (binding === undefined || binding === true) return binding ?? false
    return change.kind === 'update' && binding.some((column) => change.columns.includes(column))
  }

  /** Last first, without rows that stay: those that others have come to share, and what is on record. */
  const takenBack = (changes: readonly RecordedChange[], stays: (options: Table['options']) => boolean | undefined): readonly RecordedChange[] => changes.filter(({ table }) => stays(tableNamed(table).options) !== true).toReversed()

  /** The refusal when a row no longer holds what the change wrote, or others have come to point at it. @param own the rows that are taken back with it */
  function* changedSince(change: RecordedChange, own: ReadonlySet<string>): Generator<Question, Decision<never> | undefined, unknown> {
    const table = tableNamed(change.table)
    const refusal = (id: string) => refuse('journal.changed-since', 'the record was changed in the meantime; take that back first', { table: table.name, id })
    if (change.kind === 'remove') return yield* joinedSince(change, own)
    for (const [position, id] of change.ids.entries()) {
      const row = (yield { kind: 'one', table, id }) as AnyRow | undefined
      if (change.kind === 'update') {
        if (row === undefined || !holds(table, row, change, position)) return refusal(id)
        continue
      }
      if (row === undefined) continue
      if (change.columns?.some((column, at) => !isDerived(table, column) && !same(row[column] ?? null, (change.rows?.[position]?.[at] ?? null) as JsonValue))) return refusal(id)
      for (const [name, index] of pointers[table.name] ?? []) {
        const held = (yield { kind: 'many', table: tableNamed(name), index, keys: [[id]] }) as readonly { readonly id: string }[]
        const others = held.filter((each) => !own.has(each.id)).length
        if (others > 0) return refuse('journal.still-used', 'other records refer to it', { table: name, records: others })
      }
    }
    return undefined
  }

  /** The refusal when a row would come back beside others of its owner, which were decided without it. */
  function* joinedSince({ table: name, columns, rows }: RecordedRemove, own: ReadonlySet<string>): Generator<Question, Decision<never> | undefined, unknown> {
    const [table, index] = [tableNamed(name), wholes[name]]
    if (index === undefined) return undefined
    const keys = indexColumns(table, index).map((column) => columns.indexOf(column))
    for (const row of rows) {
      const there = (yield { kind: 'many', table, index, keys: [keys.map((at) => row[at] as string)] }) as readonly { readonly id: string }[]
      const other = there.find(({ id }) => !own.has(id))
      if (other !== undefined) return refuse('journal.changed-since', 'others were decided in the meantime; take that back first', { table: name, id: other.id })
    }
    return undefined
  }

  function* unchangedPart(change: RecordedUpdate): Generator<Question, RecordedUpdate, unknown> {
    const table = tableNamed(change.table)
    const positions: number[] = []
    for (const [position, id] of change.ids.entries()) {
      const row = (yield { kind: 'one', table, id }) as AnyRow | undefined
      if (row !== undefined && holds(table, row, change, position)) positions.push(position)
    }
    if (positions.length === change.ids.length) return change
    const part = (columns: readonly CodedColumn[]): CodedColumn[] => columns.map((column) => ({ each: positions.map((position) => codedValue(column, position) as never) }))
    return { ...change, ids: positions.map((position) => change.ids[position] ?? ''), before: part(change.before), after: part(change.after) }
  }

  function reverse(change: RecordedChange): Change {
    const table = tableNamed(change.table)
    switch (change.kind) {
      case 'insert':
        return { kind: 'remove', table, ids: change.ids }
      case 'update':
        return { kind: 'update', table, columns: change.columns, ids: change.ids, rows: change.ids.map((_, position) => change.before.map((column) => codedValue(column, position))) }
      case 'remove':
        return { kind: 'insert', table, columns: change.columns, rows: change.rows }
    }
  }

  return [openBatch, moveBatch, undo, undoPart]
}

/** The command that an entry is about: where one took back another, that other. */
function* takenBackBy(entry: RowOf<typeof journal>): Generator<Question, string, unknown> {
  let about = entry
  while (about.command === operations.undo.name) {
    const before = yield* one(journal, operations.undo.input.parse(about.input).entry)
    if (before === undefined) break
    about = before
  }
  return about.command
}

type AnyRow = Readonly<Record<string, JsonValue>>
type RecordedUpdate = Extract<RecordedChange, { kind: 'update' }>
type RecordedRemove = Extract<RecordedChange, { kind: 'remove' }>

function isDerived(table: Table, column: string): boolean {
  return table.options.derived?.includes(column) === true
}

function holds(table: Table, row: AnyRow, change: RecordedUpdate, position: number): boolean {
  return change.columns.every((column, at) => isDerived(table, column) || same(row[column] ?? null, codedValue(change.after[at] ?? { all: null }, position)))
}

function sizeOf(change: RecordedChange | Change): number {
  return 'ids' in change ? change.ids.length : change.rows.length
}

function same(a: JsonValue, b: JsonValue): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
