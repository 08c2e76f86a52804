import { readBase64 } from '../foundation/base64.ts'
import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'
import { sha256 } from '../foundation/sha-256.ts'

export const mediaTypes = ['image/png', 'image/jpeg', 'application/pdf'] as const
export type MediaType = (typeof mediaTypes)[number]

/** A file as somebody hands it in; it is taken for what it is, not for what its name says. */
export interface GivenFile {
  readonly name: string
  /** Base64. */
  readonly content: string
}

interface KeptFile {
  readonly name: string
  readonly mediaType: MediaType
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  /** Base64. */
  readonly content: string
  readonly bytes: Uint8Array
}

export interface FileLimits {
  readonly types: readonly MediaType[]
  /** In bytes. */
  readonly size: number
}

/** What a customer signed: a scan, a photograph, a PDF. It travels with the command, so it is small. */
export const PROOF_LIMITS: FileLimits = { types: ['application/pdf', 'image/png', 'image/jpeg'], size: 1_000_000 }
/** A logo is in every document, and in every answer that shows one. */
export const LOGO_LIMITS: FileLimits = { types: ['image/png'], size: 200_000 }

/** How each type begins (PNG 5.2, JPEG B.1.1.3, ISO 32000 7.5.2). */
const beginnings: Readonly<Record<MediaType, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
}

/** What is kept of a file. Refuses with `file.incomplete`, `file.empty`, `file.too-large`, `file.type-not-taken`. */
export function keepFile({ name, content }: GivenFile, { types, size }: FileLimits): Outcome<KeptFile> {
  const bytes = readBase64(content)
  if (bytes === null) return refused('file.incomplete', 'the file did not arrive whole', { name })
  if (bytes.length === 0) return refused('file.empty', 'there is nothing in the file', { name })
  if (bytes.length > size) return refused('file.too-large', 'the file is too large', { name, size: bytes.length, limit: size })
  const mediaType = mediaTypes.find((type) => beginnings[type].every((byte, at) => bytes[at] === byte))
  if (mediaType === undefined || !types.includes(mediaType)) return refused('file.type-not-taken', 'files of this type are not taken', { name, types: [...types] })
  return succeeded({ name, mediaType, size: bytes.length, sha256: sha256(bytes), content, bytes })
}
