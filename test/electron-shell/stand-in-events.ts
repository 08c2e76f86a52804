import { EventEmitter } from 'node:events'

type Handler = (...values: never[]) => unknown

/** `on` and its like return `never`: nobody may chain them. */
export class Emitting {
  readonly #events = new EventEmitter()

  on(event: string, listener: Handler): never {
    return this.#events.on(event, listener as () => void) as never
  }

  once(event: string, listener: Handler): never {
    return this.#events.once(event, listener as () => void) as never
  }

  off(event: string, listener: Handler): never {
    return this.#events.off(event, listener as () => void) as never
  }

  /** What Electron would do. */
  emit(event: string, ...values: unknown[]): boolean {
    return this.#events.emit(event, ...values)
  }

  listening(event: string): boolean {
    return this.#events.listenerCount(event) > 0
  }
}

/** An event that remembers whether it was prevented. */
export class PreventableEvent {
  defaultPrevented = false
  readonly url: string

  constructor(url = '') {
    this.url = url
  }

  preventDefault(): void {
    this.defaultPrevented = true
  }
}
