import { createHash } from 'node:crypto'
import type { PolicyValues } from '#shared/policies/policy-schema.ts'
import type { Feed, FeedFile } from './feed.ts'
import { compareVersions } from './version.ts'

export interface Installation {
  readonly version: string
  readonly platform: NodeJS.Platform
  readonly arch: string
  /** Made once for this installation, by chance; tells nobody anything. */
  readonly id: string
}

/** `halted`: pulled back by us. `later`: this computer’s turn has not come. `not-pinned`: the company stays on another version. */
export type NoUpdate = 'current' | 'older' | 'halted' | 'later' | 'not-pinned' | 'not-for-this-system'

/** Whether the feed’s version is for this installation. Never an earlier one, but by the company’s order. */
export function decideUpdate(feed: Feed, installed: Installation, { UpdateVersion, UpdateRollback = false }: PolicyValues): FeedFile | NoUpdate {
  const isPinned = UpdateVersion !== undefined
  if (isPinned && feed.version !== UpdateVersion) return 'not-pinned'
  const step = compareVersions(feed.version, installed.version)
  if (step === 0) return 'current'
  if (step < 0 && !(isPinned && UpdateRollback)) return 'older'
  if (feed.rollout === 0) return 'halted'
  if (!isPinned && shareOf(installed.id, feed.version) >= feed.rollout) return 'later'
  return feed.files.find(({ platform, arch }) => platform === installed.platform && arch === installed.arch) ?? 'not-for-this-system'
}

/** A number below 100, another for every version, so that it is not always the same people who come first. */
function shareOf(id: string, version: string): number {
  return createHash('sha256').update(`${id} ${version}`).digest().readUInt32BE(0) % 100
}
