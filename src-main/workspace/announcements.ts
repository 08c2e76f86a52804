import type { JsonValue } from '#shared/foundation/json.ts'

const MOST_IDS = 200
const GATHER = 40

/** Which capability's event tells of a table, where the table's own name does not. */
const capabilityOf: Readonly<Record<string, string>> = { territoryRules: 'territories', territoryModels: 'models', modelEdits: 'models', decisions: 'assignment' }

/** Tells the window what has changed, gathered for a moment so that a burst of writes is one event. */
export class Announcements {
  readonly #emit: (name: string, data: JsonValue) => void
  readonly #waiting = new Map<string, Set<string> | null>()
  #timer: NodeJS.Timeout | undefined

  constructor(emit: (name: string, data: JsonValue) => void) {
    this.#emit = emit
  }

  /** @param ids the rows; null when any row may have changed */
  add(table: string, ids: readonly string[] | null): void {
    const name = `${capabilityOf[table] ?? table}.changed`
    const known = this.#waiting.get(name)
    if (ids === null || known === null) this.#waiting.set(name, null)
    else {
      const all = known ?? new Set<string>()
      for (const id of ids.slice(0, MOST_IDS + 1)) all.add(id)
      this.#waiting.set(name, all.size > MOST_IDS ? null : all)
    }
    this.#timer ??= setTimeout(() => {
      this.#flush()
    }, GATHER)
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #flush(): void {
    this.#timer = undefined
    const events = [...this.#waiting]
    this.#waiting.clear()
    for (const [name, ids] of events) this.#emit(name, { ids: ids === null ? null : [...ids] })
  }
}
