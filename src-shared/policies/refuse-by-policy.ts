import { documentsContract } from '../documents/documents.contract.ts'
import type { JsonValue } from '../foundation/json.ts'
import { refused, type Refusal } from '../foundation/outcome.ts'
import { importsContract } from '../imports/imports.contract.ts'
import { settingsContract } from '../settings/settings.contract.ts'
import { syncContract } from '../sync/sync.contract.ts'
import { workspaceContract } from '../workspace/workspace.contract.ts'
import { policiesContract } from './policies.contract.ts'
import type { PolicyValues } from './policy-schema.ts'

/** What a desk is at the moment, as far as policies ask. */
export interface DeskFacts {
  /** The central API this desk is connected to. */
  readonly connectedTo: string | null
  /** Whole days since it last heard from it; nothing where it is connected to none. */
  readonly daysOffline: number | null
}

type Rule = (set: PolicyValues, input: Readonly<Record<string, unknown>>, desk: DeskFacts) => Refusal | undefined

const refuse = (code: string, message: string, details?: JsonValue): Refusal => refused(code, message, details).error

const exportOff: Rule = ({ ExportAllowed }) => (ExportAllowed === false ? refuse('policy.export-off', 'the company does not allow export') : undefined)
/** A quote's lines as a table are a list too; its document on paper is what quotes are for. */
const linesOff: Rule = (set, input, desk) => (input['format'] === 'csv' || input['format'] === 'xlsx' ? exportOff(set, input, desk) : undefined)
const backupOff: Rule = ({ BackupAllowed }) => (BackupAllowed === false ? refuse('policy.backup-off', 'the company does not allow copies of the workspace') : undefined)

/** Whether rows may be sent to the central API at this address, and fetched from it. */
export function refuseToExchange({ CentralAddress }: PolicyValues, address: unknown): Refusal | undefined {
  return CentralAddress === undefined || isSameAddress(CentralAddress, address) ? undefined : refuse('policy.other-address', 'the company has set another central API', { address: CentralAddress })
}

const connecting = (way: 'company' | 'code'): Rule => (set, { address }) => {
  const elsewhere = refuseToExchange(set, address)
  if (elsewhere !== undefined) return elsewhere
  const { SignIn = 'any' } = set
  return SignIn === 'any' || SignIn === way ? undefined : refuse(SignIn === 'company' ? 'policy.company-only' : 'policy.code-only', 'the company lets people in another way')
}

const syncing: Rule = (set, _, { connectedTo }) => (connectedTo === null ? undefined : refuseToExchange(set, connectedTo))

const languageFixed: Rule = ({ Language }, { name, value }) => (Language === undefined || name !== 'language' || value === Language ? undefined : refuse('policy.language-fixed', 'the company has set the language'))

const { operations } = syncContract

/** Which operations policies decide about. */
const rules: ReadonlyMap<string, Rule> = new Map([
  [importsContract.operations.export.name, exportOff],
  [documentsContract.operations.write.name, linesOff],
  [workspaceContract.operations.backUp.name, backupOff],
  [operations.connect.name, connecting('code')],
  [operations.signIn.name, connecting('company')],
  [operations.now.name, syncing],
  [operations.compare.name, syncing],
  [settingsContract.operations.set.name, languageFixed],
])

/** What goes on however long a desk has not heard from its central API: what brings it back, what shows how it stands, and saying how it looks. */
const ALWAYS: readonly string[] = [operations.status.name, operations.outbox.name, operations.inbox.name, operations.now.name, operations.connect.name, operations.ways.name, operations.signIn.name, operations.signOut.name, operations.pause.name, workspaceContract.operations.status.name, policiesContract.operations.standing.name]
const isAlways = (operation: string): boolean => ALWAYS.includes(operation) || operation.startsWith(`${settingsContract.capability}.`)

/**
 * Whether the company's policies let this be done, before anything else looks at it.
 * @returns nothing, or why not
 */
export function refuseByPolicy(set: PolicyValues, operation: string, input: unknown, desk: DeskFacts): Refusal | undefined {
  const { OfflineDays } = set
  if (OfflineDays !== undefined && desk.daysOffline !== null && desk.daysOffline >= OfflineDays && !isAlways(operation)) return refuse('policy.offline-too-long', 'the desk has not heard from its central API for too long', { days: OfflineDays })
  return rules.get(operation)?.(set, input !== null && typeof input === 'object' ? { ...input } : {}, desk)
}

/** The same place, however its end and its host's letters are written. An empty policy is nowhere. */
function isSameAddress(policy: string, given: unknown): boolean {
  return typeof given === 'string' && policy !== '' && plain(policy) === plain(given)
}

function plain(address: string): string {
  const [, origin = '', path = ''] = /^([a-z]+:\/\/[^/]*)(.*)$/i.exec(address.trim()) ?? []
  return `${origin.toLowerCase().replace(/:443$/, '')}${path.replace(/\/+$/, '')}`
}
