import type { RefusedCommand } from '#shared/sync/sync.contract.ts'
import type { RecordKind } from '../shell/descriptor.ts'

type Json = RefusedCommand['input']

/** What kind of record a command is about; a rule is shown with its territory. */
export type SubjectKind = RecordKind | 'rule'

export interface Subject {
  readonly kind: SubjectKind
  /** Several for commands about many; none for what was to be created, or cannot be told. */
  readonly ids: readonly string[]
  /** The name that the command itself carries. */
  readonly name: string
}

/** One field that a command sets. */
export interface SetField {
  readonly field: string
  readonly value: Json
  /** What its giver had seen, where the command says so. */
  readonly was: Json | undefined
}

/** Two people changed one field: whose value stands is `theirs`. */
export interface Stale {
  readonly field: string
  readonly yours: Json
  readonly theirs: Json
}

const RULES: ReadonlySet<string> = new Set(['territories.createRule', 'territories.updateRule', 'territories.removeRule'])
const KINDS: Readonly<Record<string, SubjectKind>> = { leads: 'lead', accounts: 'account', opportunities: 'opportunity', deals: 'registration', conflicts: 'case', quotes: 'quote', partners: 'partner', recruiting: 'application', territories: 'territory' }
/** Which of the input's members say what is to become of the record, beside `edits` and a new record's fields. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'leads.setStage': ['stage', 'lostReason'],
  'opportunities.setStage': ['stage', 'lostReason'],
  'partners.setStatus': ['status'],
  'leads.assignManually': ['partnerId', 'reason', 'until'],
}
/** `leads.assignManually` calls these by the names that the lead's own fields have. */
const FIELDS: Readonly<Record<string, string>> = { reason: 'manualReason', until: 'manualUntil' }

export function subjectOf({ command, input }: Pick<RefusedCommand, 'command' | 'input'>): Subject | undefined {
  const kind = RULES.has(command) ? 'rule' : KINDS[command.split('.', 1)[0] ?? '']
  if (kind === undefined || !isObject(input)) return undefined
  // Of commands about the lines of a quote, the quote.
  const quoteId = typeof input['quoteId'] === 'string' ? [input['quoteId']] : undefined
  const ids = quoteId ?? (Array.isArray(input['ids']) ? input['ids'].map(String) : typeof input['id'] === 'string' ? [input['id']] : [])
  const name = input['company'] ?? input['name']
  return { kind, ids, name: typeof name === 'string' ? name : '' }
}

/** The fields that a command sets, in its own order. */
export function fieldsOf({ command, input }: Pick<RefusedCommand, 'command' | 'input'>): readonly SetField[] {
  if (!isObject(input)) return []
  const { edits } = input
  if (Array.isArray(edits)) {
    return edits.flatMap((edit) => (isObject(edit) && typeof edit['field'] === 'string' ? [{ field: edit['field'], value: edit['value'] ?? null, was: edit['was'] }] : []))
  }
  const names = SAID[command] ?? (isCreation(command) ? Object.keys(input) : [])
  return names.flatMap((name) => {
    const value = input[name] ?? null
    return value === null || value === '' || (Array.isArray(value) && value.length === 0) ? [] : [{ field: FIELDS[name] ?? name, value, was: undefined }]
  })
}

/** The field that somebody else had changed, of a command refused for that. */
export function staleOf({ code, details }: Pick<RefusedCommand, 'code' | 'details'>): Stale | undefined {
  if (!code.endsWith('.stale') || !isObject(details) || typeof details['field'] !== 'string') return undefined
  return { field: details['field'], yours: details['yours'] ?? null, theirs: details['theirs'] ?? null }
}

/** Whether the command can be given again with other values: it edits fields, or makes a new record out of them. */
export function takesOtherValues(command: Pick<RefusedCommand, 'command' | 'input'>): boolean {
  return (isCreation(command.command) || (isObject(command.input) && Array.isArray(command.input['edits']))) && fieldsOf(command).length > 0
}

/**
 * The command's input with other values, meant against what stands now: a field that was stale is written over, and every
 * other is still refused if somebody has changed it.
 */
export function withValues(refused: Pick<RefusedCommand, 'command' | 'input' | 'code' | 'details'>, values: Readonly<Record<string, Json>>): Json {
  const { input } = refused
  if (!isObject(input)) return input
  const stale = staleOf(refused)
  if (!Array.isArray(input['edits'])) return { ...input, ...values, ...(stale === undefined ? {} : seenAsItStands(refused, stale)) }
  const edits = input['edits'].map((edit) => {
    if (!isObject(edit) || typeof edit['field'] !== 'string') return edit
    const { field } = edit
    return { ...edit, ...(field in values ? { value: values[field] ?? null } : {}), ...(stale?.field === field ? { was: stale.theirs } : {}) }
  })
  return { ...input, edits }
}

/** Of leads that were given to a partner: who had each, with the one that was stale as it is. */
function seenAsItStands({ input, details }: Pick<RefusedCommand, 'input' | 'details'>, { theirs }: Stale): { readonly [key: string]: Json } {
  if (!isObject(input) || !Array.isArray(input['ids']) || !Array.isArray(input['was'])) return {}
  const at = input['ids'].indexOf(isObject(details) ? (details['id'] ?? null) : null)
  return { was: input['was'].with(at, theirs) }
}

function isCreation(command: string): boolean {
  return /\.create(Rule)?$/.test(command)
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
