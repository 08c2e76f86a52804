import { mkdirSync, readFileSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { arch, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { ResolvedPolicies } from '#shared/policies/resolve-policies.ts'
import type { SyncStatus } from '#shared/sync/sync.contract.ts'
import { PROGRAM_VERSION } from '../foundation/program-version.ts'
import type { Finding } from '../workspace/doctor.ts'
import { crashDumps } from './crash-dumps.ts'
import { lastEntries, logFolder, logWriters } from './log-file.ts'
import { redact } from './redact.ts'

export interface ReportFacts {
  readonly directory: string
  /** ISO 8601. */
  readonly now: string
  readonly policies: Pick<ResolvedPolicies, 'standing' | 'problems'>
  /** What the doctor found, or the code of what the workspace could not be opened for. */
  readonly examined: readonly Finding[] | string
  readonly sync: Pick<SyncStatus, 'state' | 'pending' | 'refused' | 'aside' | 'lastSyncAt' | 'problem'> | null
}

const LAST_ENTRIES = 200
const REPORT = 'report.txt'
/** The doctor's findings that tell names which another program may have chosen. */
const TELLS_NAMES = /^schema-objects$/

/**
 * The report a person sends when something is wrong, after reading it: how program, computer, workspace and sync stand, and the
 * ends of the logs. No row, name, address or value that a company has set is in it.
 */
export function writeReport(facts: ReportFacts): string {
  return `${sectionsOf(facts).map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n\n')}\n`
}

/** Keeps a report as it was shown, so that what is saved is what was read. A disk that cannot take it keeps nobody from reading it. */
export function keepReport(directory: string, text: string): void {
  const path = join(logFolder(directory), REPORT)
  try {
    rmSync(path, { force: true })
    mkdirSync(logFolder(directory), { recursive: true, mode: 0o700 })
    writeFileSync(`${path}.draft`, text, { mode: 0o600 })
    renameSync(`${path}.draft`, path)
  } catch {
    // There is none to save then, and saving says so.
  }
}

/** Puts the report that was shown last at `target`. Refuses with `report.none` where none was. */
export function saveReport(directory: string, target: string): void {
  const path = join(logFolder(directory), REPORT)
  if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new RefusedError('report.none', 'no report was made yet')
  writeFileSync(target, readFileSync(path))
}

type Section = readonly [title: string, lines: readonly string[]]

function sectionsOf({ directory, now, policies, examined, sync }: ReportFacts): readonly Section[] {
  const { standing, problems } = policies
  const crashes = crashesIn(directory)
  return [
    ['Channel Workbench report', [`made ${now}`, `version ${PROGRAM_VERSION}, Node ${process.versions.node}${process.versions['electron'] === undefined ? '' : `, Electron ${process.versions['electron']}`}`, `${platform()} ${release()} ${arch()}, ${megabytes(totalmem())} of memory`, `${freeRoom(directory)} free where the workspace is`]],
    ['Workspace', typeof examined === 'string' ? [`not opened: ${examined}`] : examined.map(({ check, ok, detail }) => `${ok ? 'ok  ' : 'FAIL'} ${check}: ${!ok && TELLS_NAMES.test(check) ? 'not as this program makes them' : redact(detail)}`)],
    ['Sync', sync === null ? ['not known'] : [`${sync.state}, ${sync.pending} to be sent, ${sync.refused} refused, ${sync.aside} kept aside`, `last exchange ${sync.lastSyncAt ?? 'never'}, problem ${sync.problem ?? 'none'}`]],
    ['Policies', [...standing.map(({ name, value, origin }) => `${name} ${typeof value === 'string' ? 'set' : String(value)} (${origin})`), ...problems.map(({ problem, name }) => `problem: ${problem}${standing.some((each) => each.name === name) ? ` of ${name}` : ''}`), ...(standing.length + problems.length === 0 ? ['none'] : [])]],
    ['Crash dumps on this computer, not part of this report', crashes.length === 0 ? ['none'] : crashes],
    ...logWriters.map((writer): Section => {
      const entries = lastEntries(directory, writer, LAST_ENTRIES)
      return [`Log of ${writer}`, entries.length === 0 ? ['nothing'] : entries.map(redactEntry)]
    }),
  ]
}

/** A log may have been written to by somebody else, so it goes through the net once more. */
function redactEntry(line: string): string {
  try {
    const { at, what, trace = [] } = JSON.parse(line) as { at: unknown; what: unknown; trace?: unknown[] }
    return [redact(String(at)), redact(String(what)), ...trace.map((frame) => redact(String(frame)))].join(' | ')
  } catch {
    return 'a line that cannot be read'
  }
}

function crashesIn(directory: string): readonly string[] {
  return crashDumps(directory)
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .flatMap((dump) => (dump === undefined ? [] : [`${dump.mtime.toISOString()}, ${megabytes(dump.size)}`]))
}

function freeRoom(directory: string): string {
  try {
    const { bavail, bsize } = statfsSync(directory)
    return megabytes(bavail * bsize)
  } catch {
    return 'an unknown amount'
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}
