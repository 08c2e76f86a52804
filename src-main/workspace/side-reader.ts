import type { ThreadLink } from './thread-link.ts'

/** A second reader for questions whose first answer takes seconds: started with the first of them, so that no other waits. */
export class SideReader {
  readonly #start: () => Promise<ThreadLink>
  #thread: Promise<ThreadLink> | undefined

  constructor(start: () => Promise<ThreadLink>) {
    this.#start = start
  }

  ask(name: string, input: unknown): ReturnType<ThreadLink['ask']> {
    this.#thread ??= this.#start()
    return this.#thread.then((thread) => thread.ask({ kind: 'query', name, input }))
  }

  /** Ends it and lets go of the workspace's file; the next question starts another. */
  async end(): Promise<void> {
    const thread = this.#thread
    this.#thread = undefined
    await (await thread?.catch(() => undefined))?.close()
  }
}
