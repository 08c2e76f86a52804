import type { SyncStatus } from '#shared/sync/sync.contract.ts'
import { CentralProblem } from './central-client.ts'
import type { PageHead } from './incoming.ts'
import { answers, type PullProgress } from './pull-progress.ts'
import type { IncomingPort } from './sync-call.ts'
import type { CompletePull, StartedPull } from './sync-store.ts'

/** A full pull of many pages, gathered in a workspace of its own while people work on in theirs. */
export interface FullLoad {
  readonly incoming: IncomingPort
  /** Puts the sealed incoming workspace in the desk's place. @returns false when it may not be */
  readonly takeIn: (pull: CompletePull) => Promise<boolean>
}

export interface FullLoadPorts extends FullLoad {
  /** A page as it came. */
  readonly page: (begun: StartedPull, token: string) => Promise<string>
  /** Throws where the server is another than the pull began with. */
  readonly sameServer: (epoch: string) => Promise<void>
  readonly now: () => string
  readonly loading: (progress: SyncStatus['loading']) => void
}

/** Brings the pages that are left; the next is under way while one is written. @returns whether it has taken the desk's place */
export async function fullLoad(ports: FullLoadPorts, { begun, reset, token: from, done: before }: PullProgress): Promise<boolean> {
  const { incoming } = ports
  let asked = from
  let text = await ports.page(begun, asked)
  let done = before
  for (;;) {
    const head = understood(await incoming.read(text), begun, asked)
    await ports.sameServer(head.epoch)
    done += head.rows
    ports.loading({ phase: 'fetching', done, total: done + (head.remaining ?? 0) })
    const { complete, token, epoch } = head
    if (complete !== null) {
      await incoming.keep()
      await incoming.seal()
      return ports.takeIn({ requestId: begun.requestId, reset, epoch, complete, now: ports.now() })
    }
    if (token === null) throw new CentralProblem('sync.garbled', 'a page that is neither the last nor has a next')
    const [next] = await Promise.all([ports.page(begun, token), incoming.keep()])
    text = next
    asked = token
  }
}

function understood(head: PageHead | null, begun: StartedPull, token: string): PageHead {
  if (head === null) throw new CentralProblem('sync.garbled', 'the answer is not what this program understands', { status: 200 })
  if (!answers(head, begun, token)) throw new CentralProblem('sync.garbled', 'the answer to another question')
  return head
}
