import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { RefusedError, type Refusal } from '#shared/foundation/outcome.ts'
import { ApiError } from '../foundation/api-error.ts'
import { newId } from '../foundation/new-id.ts'
import { isTransient } from '../sync/transient-fault.ts'

export interface Told {
  readonly status: number
  readonly error: Refusal
  readonly headers: Readonly<Record<string, string>>
}

/** Faults of the request itself, by the status that Fastify gives them. */
const requestFaults: Readonly<Record<number, Refusal>> = {
  400: { code: 'request.invalid', message: 'the request cannot be read' },
  408: { code: 'request.too-slow', message: 'the request took too long' },
  413: { code: 'request.too-large', message: 'the body is too large' },
  414: { code: 'request.too-large', message: 'the address is too long' },
  415: { code: 'request.media-type', message: 'a body is application/json' },
}

/** What the asker is told of an error: a closed code and a sentence, never a stack. */
export function tellError(log: (line: string) => void) {
  return async (error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { status, error: told, headers } = describeError(error, request, log)
    return reply.code(status).headers(headers).type('application/json').send(JSON.stringify({ error: told }))
  }
}

export function describeError(error: FastifyError, request: FastifyRequest, log: (line: string) => void): Told {
  const { status, error: told, retryAfterSeconds = null } = classify(error, (id) => log(`${id} ${request.method} ${request.routeOptions.url ?? ''}: ${error.stack ?? error.message}`))
  return { status, error: told, headers: { ...(retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }), ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}) } }
}

function classify(error: Error & { statusCode?: number }, report: (id: string) => void): { readonly status: number; readonly error: Refusal; readonly retryAfterSeconds?: number | null } {
  if (error instanceof ApiError) return { status: error.status, error: error.refusal, retryAfterSeconds: error.retryAfterSeconds }
  if (error instanceof RefusedError) return { status: 422, error: error.refusal }
  if (isTransient(error)) return { status: 503, error: { code: 'server.busy', message: 'the database cannot be reached; try again' }, retryAfterSeconds: 2 }
  const fault = requestFaults[error.statusCode ?? 500]
  if (fault !== undefined) return { status: error.statusCode ?? 400, error: fault }
  const id = newId()
  report(id)
  return { status: 500, error: { code: 'internal', message: 'something went wrong inside the server', details: { id } } }
}
