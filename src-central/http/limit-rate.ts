import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from '../foundation/api-error.ts'
import { rates } from './route.ts'

const MINUTE = 60_000
/** Wrong or missing tokens that one address may show in a minute. */
const WRONG_TOKENS = 300

export type Rate = keyof typeof rates | 'wrongToken'

/** Throws when there have been too many. */
export type Limit = (rate: Rate, request: FastifyRequest) => Promise<void>

/**
 * Bounds what one desk or one address may ask for in a minute.
 * @param of the desk that a request speaks for, and the form it sends; without a desk, the address counts: the connection's own,
 * whatever its headers claim, unless it is a proxy that the operator trusts
 */
export function makeLimit(app: FastifyInstance, of: { readonly desk: (request: FastifyRequest) => string | undefined; readonly form: (request: FastifyRequest) => string }): Limit {
  const counted = (rate: string, request: FastifyRequest): string => (rate === 'formKey' ? of.form(request) : (of.desk(request) ?? request.ip))
  const limiters = new Map(
    Object.entries({ ...rates, wrongToken: WRONG_TOKENS }).map(([rate, max]) => [rate, app.createRateLimit({ max, timeWindow: MINUTE, keyGenerator: (request) => `${rate} ${counted(rate, request)}` })]),
  )
  return async (rate, request) => {
    const found = await limiters.get(rate)?.(request)
    if (found !== undefined && !found.isAllowed && found.isExceeded) throw new ApiError(429, 'request.too-many', 'too many requests; wait a little', undefined, found.ttlInSeconds)
  }
}
