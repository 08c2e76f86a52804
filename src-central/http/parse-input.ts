import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { ApiError } from '../foundation/api-error.ts'
import { isStorable } from '../sync/storable-text.ts'
import { assertProtocol, PROTOCOLS, type Protocols } from './assert-protocol.ts'

/** What the asker has sent, as the route takes it. */
export function parseInput<I extends z.ZodType>(route: { readonly method: string; readonly drains?: true; readonly input: I }, request: FastifyRequest, protocols: Protocols = PROTOCOLS): z.output<I> {
  const body: unknown = route.method === 'GET' ? request.query : request.body
  assertProtocol(protocols, route, body)
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
