import type { JsonValue } from '#shared/foundation/json.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'

/** A refusal with the HTTP status it is told with. */
export class ApiError extends RefusedError {
  readonly status: number
  readonly retryAfterSeconds: number | null

  constructor(status: number, code: string, message: string, details?: JsonValue, retryAfterSeconds: number | null = null) {
    super(code, message, details)
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
  }
}
