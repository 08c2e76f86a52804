import { modelEdits, territoryModels } from '#shared/models/territory-model.table.ts'
import { refused, type Outcome } from '#shared/foundation/outcome.ts'
import type { Touched } from '../matching/row-news.ts'
import type { ThreadLink } from './thread-link.ts'

/** Drafts are read anew with each question: that they change leaves valid what was kept of the rest. */
const DRAFTS: ReadonlySet<string> = new Set([territoryModels.name, modelEdits.name])

/** A second reader, for queries `apart`: begun when first asked, so that nobody else waits for what it reads and reckons. */
export class ApartReader {
  readonly #start: () => Promise<ThreadLink>
  #thread: Promise<ThreadLink> | undefined

  constructor(start: () => Promise<ThreadLink>) {
    this.#start = start
  }

  async ask(name: string, input: unknown): Promise<Outcome<unknown>> {
    const asked = (this.#thread ??= this.#start())
    try {
      const answer = await (await asked).ask({ kind: 'query', name, input })
      const outcome = answer.kind === 'answered' ? answer.outcome : refused('internal', 'a reader answered as a writer')
      if (!outcome.ok && outcome.error.code === 'host.thread-died' && this.#thread === asked) this.#thread = undefined
      return outcome
    } catch (error) {
      this.#thread = undefined
      throw error
    }
  }

  /** Rows of these tables may have changed. */
  forget(touched: Touched): void {
    if (touched.every(([table]) => DRAFTS.has(table))) return
    void this.#thread?.then((thread) => { thread.tell({ kind: 'forget', touched }) }, () => undefined)
  }

  /** Ends it, and with it what it has kept; the next question begins another. */
  async close(): Promise<void> {
    const ending = this.#thread
    this.#thread = undefined
    await (await ending?.catch(() => undefined))?.close()
  }
}
