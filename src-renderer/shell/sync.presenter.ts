import type { Words } from '#shared/locales/words.ts'
import type { SyncStatus } from '#shared/sync/sync.contract.ts'
import { agoWords } from './ago-words.ts'
import type { Formats } from './formats.ts'
import { refusalWords } from './refusal-words.ts'

/** `stuck`: the central API was reached, and something else is in the way. */
export type SyncFace = SyncStatus['state'] | 'loading' | 'stuck'

export interface SyncDescription {
  readonly face: SyncFace
  readonly text: string
  /** The state in words that do not change every minute, for screen readers. */
  readonly spoken: string
  /** What it means, in a sentence or two. */
  readonly detail: string
  /** The first of these sentences. */
  readonly brief: string
  /** 0 to 1 while much is sent or fetched. */
  readonly share: number | undefined
  /** Where something can be done about it. */
  readonly to: { readonly path: string; readonly query?: Readonly<Record<string, string>> }
}

const SETTINGS = { path: '/settings', query: { section: 'central' } }
/** What being offline says already. */
const UNREACHED: ReadonlySet<string> = new Set(['sync.offline', 'host.unreachable'])
/** Nothing was reached, and it is known why. */
const NO_WAY: ReadonlySet<string> = new Set(['sync.unknown-host', 'sync.no-answer', 'sync.timed-out', 'sync.cut-off'])
const INBOX = { path: '/sync' }

export function describeSync(status: SyncStatus, words: Words, formats: Formats, now: number): SyncDescription {
  const { lastSync, sentence, sync, syncDetails, syncProblem } = words.shell.status
  const { loading, pending, state } = status
  const at = status.lastSyncAt === null ? '' : formats.moment(status.lastSyncAt)
  const why = status.problem === null || UNREACHED.has(status.problem) ? '' : refusalWords({ code: status.problem }, words, formats)
  const problem = why === '' ? [] : [syncProblem(why)]
  const waiting = [
    ...(status.refused > 0 && state !== 'refused' ? [sentence(words.sync.inbox.badge(status.refused))] : []),
    ...(status.aside > 0 ? [words.sync.inbox.aside(status.aside)] : []),
  ]
  const since = at === '' ? [] : [lastSync(at)]
  const say = (face: SyncFace, text: string, detail: readonly string[], to: SyncDescription['to'] = SETTINGS, spoken = text): SyncDescription => ({ face, text, spoken, detail: joinSentences(detail), brief: detail[0] ?? '', to, share: undefined })

  if (loading !== null) {
    const { done, phase, total } = loading
    const isFirst = status.lastSyncAt === null && phase !== 'sending'
    const doing = isFirst && phase === 'fetching' ? sync.firstLoad : (words.shell.jobs.phases[phase] ?? phase)
    const detail = isFirst ? syncDetails.firstLoad : syncDetails[phase === 'sending' ? 'sending' : 'fetching']
    return { ...say('loading', `${doing} ${words.shell.jobs.progress(Math.min(done, total), total)}`.trim(), [detail], SETTINGS, doing), share: total > 0 ? Math.min(1, done / total) : undefined }
  }
  switch (state) {
    case 'local':
      return say('local', sync.local, [syncDetails.local, ...waiting])
    case 'synced':
      return say('synced', sync.synced(status.lastSyncAt === null ? '' : agoWords(status.lastSyncAt, now, words, formats)), [syncDetails.synced(at), ...waiting], SETTINGS, sync.synced(''))
    case 'pending':
      return say('pending', sync.pending(pending), [pending === 0 ? syncDetails.syncing : syncDetails.pending, ...problem, ...waiting])
    case 'offline': {
      const face = why === '' || NO_WAY.has(status.problem ?? '') ? 'offline' : 'stuck'
      return say(face, sync[face](pending), [...(why === '' ? [syncDetails.offline] : [why, syncDetails.stuck]), ...since, ...waiting])
    }
    case 'refused':
      return say('refused', sync.refused(status.refused), [syncDetails.refused, ...(pending > 0 ? [sentence(sync.pending(pending))] : []), ...waiting], INBOX)
    case 'paused':
      return say('paused', sync.paused(pending), [syncDetails.paused, ...since, ...waiting])
    case 'signedOut':
      return say('signedOut', sync.signedOut, [status.problem === 'person.suspended' ? why : syncDetails.signedOut, ...waiting])
  }
}

/** One after the other; a Japanese full stop brings its own space. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.join(' ').replaceAll('。 ', '。')
}
