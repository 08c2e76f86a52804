import { EventEmitter } from 'node:events'

/** Tells those who wait that a tenant has something new. Of this process alone: who waits also looks for himself now and then. */
export class TenantNews {
  readonly #emitter = new EventEmitter().setMaxListeners(0)

  announce(tenantId: string): void {
    this.#emitter.emit(tenantId)
  }

  /** Resolves at the next news, when the time is over, or when nobody waits any more. */
  wait(tenantId: string, milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        this.#emitter.off(tenantId, done)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      this.#emitter.once(tenantId, done)
      signal?.addEventListener('abort', done)
      if (signal?.aborted === true) done()
    })
  }
}
