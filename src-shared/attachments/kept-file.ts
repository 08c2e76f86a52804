import { readBase64 } from '../foundation/base64.ts'
import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'
import { sha256 } from '../foundation/sha-256.ts'
import { isPlainText } from './plain-text-file.ts'
import { readZip } from './read-zip.ts'

/** What a customer signed may be a scan, a photograph or a document. */
export const proofTypes = ['image/png', 'image/jpeg', 'application/pdf'] as const

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const POWERPOINT = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
export const mediaTypes = [...proofTypes, 'text/csv', 'text/plain', WORD, EXCEL, POWERPOINT] as const
export type MediaType = (typeof mediaTypes)[number]

/** How names of files of a type end; the first is the usual one. */
export const endings: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'image/png': ['png'], 'image/jpeg': ['jpg', 'jpeg'], 'application/pdf': ['pdf'], 'text/csv': ['csv'], 'text/plain': ['txt'], [WORD]: ['docx'], [EXCEL]: ['xlsx'], [POWERPOINT]: ['pptx'],
}

/** A file as somebody hands it in; it is taken for what it is, not for what its name says. */
export interface GivenFile {
  readonly name: string
  /** Base64. */
  readonly content: string
}

export interface KeptFile<Type extends MediaType = MediaType> {
  readonly name: string
  readonly mediaType: Type
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  /** Base64. */
  readonly content: string
  readonly bytes: Uint8Array
}

export interface FileLimits<Type extends MediaType = MediaType> {
  readonly types: readonly Type[]
  /** In bytes. */
  readonly size: number
}

/** What a customer signed: a scan, a photograph, a PDF. It travels with the command, so it is small. */
export const PROOF_LIMITS: FileLimits<(typeof proofTypes)[number]> = { types: proofTypes, size: 1_000_000 }
/** A logo is in every document, and in every answer that shows one. */
export const LOGO_LIMITS: FileLimits<'image/png'> = { types: ['image/png'], size: 200_000 }
/** What partners are given to read and to show. It travels with the command, too. */
export const MATERIAL_LIMITS: FileLimits = { types: mediaTypes, size: 1_000_000 }

/** How each type begins (PNG 5.2, JPEG B.1.1.3, ISO 32000 7.5.2). */
const beginnings: Readonly<Record<(typeof proofTypes)[number], readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
}

/** Which part of an Office document tells what it is (ECMA-376 part 1, 11 to 13). */
const mainParts: readonly (readonly [part: string, type: MediaType])[] = [['word/document.xml', WORD], ['xl/workbook.xml', EXCEL], ['ppt/presentation.xml', POWERPOINT]]

/** What is kept of a file. Refuses with `file.incomplete`, `file.empty`, `file.too-large`, `file.type-not-taken`. */
export function keepFile<Type extends MediaType>({ name, content }: GivenFile, { types, size }: FileLimits<Type>): Outcome<KeptFile<Type>> {
  const bytes = readBase64(content)
  if (bytes === null) return refused('file.incomplete', 'the file did not arrive whole', { name })
  if (bytes.length === 0) return refused('file.empty', 'there is nothing in the file', { name })
  if (bytes.length > size) return refused('file.too-large', 'the file is too large', { name, size: bytes.length, limit: size })
  const found = mediaTypeOf(bytes, name)
  const mediaType = types.find((type) => type === found)
  if (mediaType === undefined) return refused('file.type-not-taken', 'files of this type are not taken', { name, types: [...types] })
  return succeeded({ name, mediaType, size: bytes.length, sha256: sha256(bytes), content, bytes })
}

/** By the first bytes, by the parts of an Office document; plain text is what its name says it is. */
function mediaTypeOf(bytes: Uint8Array, name: string): MediaType | undefined {
  const begun = proofTypes.find((type) => beginnings[type].every((byte, at) => bytes[at] === byte))
  if (begun !== undefined) return begun
  const parts = readZip(bytes)
  if (parts !== null) return mainParts.find(([part]) => parts.some((each) => each.name === part))?.[1]
  if (!isPlainText(bytes)) return undefined
  return name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'text/plain'
}
