import { isForm, SCHEDULE } from '#shared/journal/actors.ts'
import { codedValue, type CodedColumn } from '#shared/journal/coded-column.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Client, ValueOf } from '../client/client.ts'

export type HistoryEntry = ValueOf<Client['journal']['history']>[number]

/** How a capability names its fields and says their values; fields without a title are the program's own and not shown. */
export interface FieldWords {
  title(field: string): string | undefined
  text(field: string, value: unknown): string
}

export interface EntryDescription {
  readonly title: string
  /** `before` is an empty text where there was nothing. */
  readonly lines: readonly { readonly field: string; readonly before: string; readonly after: string }[]
}

/** A journal entry as it concerns one record: what was done, and each field before and after. */
export function describeEntry(entry: HistoryEntry, id: string, fields: FieldWords, words: Words): EntryDescription {
  const { commands, events, noValue, otherChange } = words.journal
  const event = entry.notes.map((note) => events[note.event]).find((title) => title !== undefined)
  const lines = entry.changes.flatMap((change) => {
    const at = change.kind === 'update' ? change.ids.indexOf(id) : -1
    if (change.kind !== 'update' || at < 0) return []
    return change.columns.flatMap((column, position) => {
      const title = fields.title(column)
      const before = valueAt(change.before[position], at)
      const after = valueAt(change.after[position], at)
      if (title === undefined || JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return []
      return [{ field: title, before: fields.text(column, before), after: fields.text(column, after) || noValue }]
    })
  })
  return { title: event ?? commands[entry.command] ?? otherChange, lines }
}

/** Who made a change, be it a web form or the schedule, and “you” for one's own. Changes from before a desk was connected name nobody, and may have come from any desk. */
export function actorWords({ actorId, actorName }: Pick<HistoryEntry, 'actorId' | 'actorName'>, self: { readonly userId: string } | null, words: Words): string {
  if (isForm(actorId)) return words.journal.form(actorName)
  if (actorId === SCHEDULE.id) return words.journal.schedule
  return actorName !== '' && actorId === self?.userId ? words.journal.you : actorName
}

const valueAt = (column: CodedColumn | undefined, row: number): unknown => (column === undefined ? undefined : codedValue(column, row))
