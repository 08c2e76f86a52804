import { update, type Change, type Question } from '../foundation/command.ts'
import { askChecklist, summaryOf } from './ask-checklist.ts'
import { checklists } from './checklist.table.ts'

/** What is kept of checklists once changes that were taken back are applied: by the log of now, not of the moment before what is undone. */
export function* reckonTakenBack(changes: readonly Change[]): Generator<Question, readonly Change[], unknown> {
  const reckoned: Change[] = []
  for (const change of changes) {
    if (change.table !== checklists || change.kind !== 'update') continue
    for (const [at, id] of change.ids.entries()) {
      const gathered = yield* askChecklist(id, Object.fromEntries(change.columns.map((column, place) => [column, change.rows[at]?.[place]])))
      if (gathered !== undefined) reckoned.push(update(checklists, id, summaryOf(gathered.facts)))
    }
  }
  return reckoned
}
