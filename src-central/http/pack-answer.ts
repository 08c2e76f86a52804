import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DIGEST_HEADER } from '#shared/sync/digest-header.ts'
import { digestOf } from './body-digest.ts'

const pack = promisify(gzip)
const WORTH_PACKING = 1_400

/** Says an answer's digest, by which a damaged one is known, and packs a large one for whoever can unpack it; level 1 costs little and saves most. */
export async function packAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  reply.header('vary', 'accept-encoding')
  if (typeof payload === 'string') reply.header(DIGEST_HEADER, digestOf(payload))
  if (typeof payload !== 'string' || payload.length < WORTH_PACKING || !acceptsGzip(request.headers['accept-encoding'])) return payload
  reply.header('content-encoding', 'gzip').removeHeader('content-length')
  return pack(payload, { level: 1 })
}

function acceptsGzip(header: string | readonly string[] | undefined): boolean {
  return String(header ?? '').split(',').some((part) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$)[\d.]+\s*)?$/i.test(part))
}
