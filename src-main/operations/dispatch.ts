import { refused, RefusedError, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import type { JsonValue } from '#shared/foundation/json.ts'
import type { Operation } from '#shared/foundation/operation.ts'

export type Registry = ReadonlyMap<string, Operation>

export type Run = (operation: Operation, input: unknown) => unknown

/** Told of every bug, with the id the user sees; the payload is not among what it is told. */
export type ReportBug = (id: string, operation: string, error: unknown) => void

/** A refusal a command gave: passes through dispatch as it is. */
export class Refused {
  readonly outcome: Outcome<never> & { ok: false }

  constructor(outcome: Outcome<never> & { ok: false }) {
    this.outcome = outcome
  }
}

/**
 * The only door to the workspace: name → parsed input → run → parsed output → outcome.
 * Never silence, never a stack: a bug answers `internal` with an id that the log knows.
 * @param registry the closed list of operations; a Map, so no name reaches a prototype
 */
export async function dispatch(registry: Registry, name: string, raw: unknown, run: Run, reportBug: ReportBug): Promise<Outcome<unknown>> {
  const operation = registry.get(name)
  if (operation === undefined) return refused('operation.unknown', 'there is no such operation', { name: name.slice(0, 100) })
  try {
    const input = operation.input.safeParse(raw ?? {})
    if (!input.success) {
      const issues = input.error.issues.slice(0, 20).map((issue) => ({ at: issue.path.map(String).join('.'), problem: issue.message }))
      return refused('input.invalid', issues.map(({ at, problem }) => `${at}: ${problem}`).join('; '), { issues })
    }
    const result = await run(operation, input.data)
    if (result instanceof Refused) return result.outcome
    return succeeded(operation.output.parse(result))
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, error: error.refusal }
    const id = bugId(error)
    reportBug(id, name, error)
    return refused('internal', 'something went wrong inside the program', { id } satisfies JsonValue)
  }
}

let bugs = 0

function bugId(error: unknown): string {
  bugs += 1
  const kind = error instanceof Error ? error.name : typeof error
  return `${kind}-${process.pid.toString(36)}-${bugs.toString(36)}`
}
