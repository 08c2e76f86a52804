import { keepFile, LOGO_LIMITS, type GivenFile } from '../attachments/kept-file.ts'
import { readPng } from '../attachments/read-png.ts'
import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'

interface Logo {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly content: string
  readonly width: number
  readonly height: number
}

/** A picture for the head of documents. Refuses as `keepFile` does, and with `document.logo-damaged`. */
export function readLogo(given: GivenFile): Outcome<Logo> {
  const kept = keepFile(given, LOGO_LIMITS)
  if (!kept.ok) return kept
  const { name, sha256, content, bytes } = kept.value
  const png = readPng(bytes)
  return png === null ? refused('document.logo-damaged', 'the picture is damaged, or larger than anybody prints', { name }) : succeeded({ id: idOf(sha256), name, sha256, content, width: png.width, height: png.height })
}

/** The first half of the hash in the form of a UUID: the same picture is kept once, by whoever brings it. */
function idOf(hash: string): string {
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
