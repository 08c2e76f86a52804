import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { OLDEST_PROTOCOL_SERVED, PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts'
import { ApiError } from '../foundation/api-error.ts'
import { isStorable } from '../sync/storable-text.ts'

/** What the asker has sent, as the route takes it. */
export function parseInput<I extends z.ZodType>(route: { readonly method: string; readonly input: I }, request: FastifyRequest): z.output<I> {
  const body: unknown = route.method === 'GET' ? request.query : request.body
  assertProtocol(body)
  const input = route.input.safeParse(body)
  if (!input.success) {
    const issues = input.error.issues.slice(0, 20).map((issue) => ({ at: issue.path.map(String).join('.'), problem: issue.message }))
    throw new ApiError(400, 'input.invalid', issues.map(({ at, problem }) => `${at}: ${problem}`).join('; '), { issues })
  }
  if (!isStorable(withoutCommandInputs(input.data))) throw new ApiError(400, 'input.invalid', 'a text holds what cannot be stored')
  return input.data
}

/** The input of a command is judged with the command: one that cannot be stored must not hold up the others. */
function withoutCommandInputs(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || !('commands' in message) || !Array.isArray(message.commands)) return message
  return { ...message, commands: message.commands.map((command: object) => ({ ...command, input: null })) }
}

/** A desk of another age is told so before anything else it says is judged. */
function assertProtocol(body: unknown): void {
  const protocol = typeof body === 'object' && body !== null && 'protocol' in body ? body.protocol : PROTOCOL_VERSION
  if (typeof protocol !== 'number' || !Number.isInteger(protocol)) return
  if (protocol < OLDEST_PROTOCOL_SERVED || protocol > PROTOCOL_VERSION) throw new ApiError(426, 'protocol.unsupported', 'this server speaks another protocol', { oldest: OLDEST_PROTOCOL_SERVED, newest: PROTOCOL_VERSION })
}
