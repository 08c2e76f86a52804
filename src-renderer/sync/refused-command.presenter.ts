import { codedValue } from '#shared/journal/coded-column.ts'
import type { RefusedCommand } from '#shared/sync/sync.contract.ts'
import type { HistoryEntry } from '../journal/describe-entry.ts'
import type { RecordKind } from '../shell/descriptor.ts'
import { refusalWords } from '../shell/refusal-words.ts'
import { fieldText, fieldTitle, type Speaker } from './record-words.ts'
import { fieldsOf, staleOf, subjectOf, takesOtherValues, type Subject, type SubjectKind } from './refused-input.ts'

/** Kinds of records that only their pages load. */
export const listedKinds = ['lead', 'account', 'opportunity', 'registration', 'case', 'quote', 'application'] as const
export type ListedKind = (typeof listedKinds)[number]

/** Names of records that are not loaded everywhere. `undefined` for one that is not here. */
export interface RecordNames {
  record(kind: ListedKind, id: string): string | undefined
  rule(id: string): { readonly name: string; readonly territoryId: string } | undefined
}

export interface RefusedLine {
  readonly field: string
  readonly label: string
  readonly yours: string
  /** Only of the field that somebody else had changed. */
  readonly theirs: string | undefined
  /** What the person had seen; only where it says more than the rest. */
  readonly saw: string
}

export interface RefusedDescription {
  readonly id: string
  readonly what: string
  /** The record by its name; an empty text where the command is about none, or its record is gone. */
  readonly record: string
  /** Where the record is shown. */
  readonly link: { readonly kind: RecordKind; readonly id: string } | undefined
  readonly why: string
  readonly isQuarantined: boolean
  readonly code: string
  readonly lines: readonly RefusedLine[]
  /** The field that two people changed. */
  readonly conflict: { readonly field: string; readonly theirs: unknown; readonly id: string } | undefined
  readonly canChange: boolean
}

/** A refused command in words: what was wanted, of which record, and why not. */
export function describeRefused(refused: RefusedCommand, names: RecordNames, speaker: Speaker): RefusedDescription {
  const words = speaker.language.words.value
  const formats = speaker.language.formats.value
  const subject = subjectOf(refused)
  const stale = staleOf(refused)
  const kind = subject?.kind ?? 'import'
  const empty = words.journal.noValue
  const text = (field: string, value: unknown): string => fieldText(kind, field, value, speaker) || empty
  const isQuarantined = refused.status === 'quarantined'
  const found = subject === undefined ? undefined : recordOf(subject, names, speaker)
  return {
    id: refused.id,
    what: words.sync.commands[refused.command] ?? words.sync.otherCommand,
    record: found?.name ?? '',
    link: found?.link,
    why: isQuarantined ? words.sync.inbox.quarantined : refusalWords(refused, words, formats),
    isQuarantined,
    code: refused.code,
    lines: fieldsOf(refused).map(({ field, value, was }) => {
      const theirs = stale?.field === field ? text(field, stale.theirs) : undefined
      const saw = was === undefined ? '' : text(field, was)
      return { field, label: fieldTitle(kind, field, speaker), yours: text(field, value), theirs, saw: saw === theirs ? '' : saw }
    }),
    conflict: stale === undefined || subject?.ids[0] === undefined ? undefined : { field: stale.field, theirs: stale.theirs, id: subject.ids[0] },
    canChange: takesOtherValues(refused),
  }
}

/** The record that a command is about: its name, and where it is shown. */
export function recordOf({ ids, kind, name }: Subject, names: RecordNames, { language, names: common }: Speaker): { readonly name: string; readonly link: RefusedDescription['link'] } {
  const { inbox } = language.words.value.sync
  const [id] = ids
  if (id === undefined) return { name, link: undefined }
  const rule = kind === 'rule' ? names.rule(id) : undefined
  const here = isListed(kind) ? names.record(kind, id) : kind === 'rule' ? rule?.name : named(kind === 'partner' ? common.partners.value : common.territories.value, id)
  const one = here ?? name
  const link = here === undefined || kind === 'import' ? undefined : kind === 'rule' ? ({ kind: 'territory', id: rule?.territoryId ?? '' } as const) : { kind, id }
  return { name: ids.length > 1 && one !== '' ? inbox.andMore(one, ids.length - 1) : one, link }
}

function isListed(kind: SubjectKind): kind is ListedKind {
  return (listedKinds as readonly SubjectKind[]).includes(kind)
}

function named(rows: readonly { readonly id: string; readonly name: string }[], id: string): string | undefined {
  return rows.find((row) => row.id === id)?.name
}

/** Who gave the field the value that stands, as far as the record's history on this desk tells; newest entry first. */
export function whoWon(history: readonly HistoryEntry[], conflict: NonNullable<RefusedDescription['conflict']>): { readonly name: string; readonly at: string } | undefined {
  const entry = history.find(({ changes }) =>
    changes.some((change) => {
      if (change.kind !== 'update') return false
      const column = change.columns.indexOf(conflict.field)
      const row = change.ids.indexOf(conflict.id)
      const after = change.after[column]
      return row >= 0 && after !== undefined && JSON.stringify(codedValue(after, row) ?? null) === JSON.stringify(conflict.theirs)
    }),
  )
  return entry === undefined || entry.actorName === '' ? undefined : { name: entry.actorName, at: entry.at }
}
