import { idOfHash } from '../attachments/id-of-hash.ts'
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
  return png === null ? refused('document.logo-damaged', 'the picture is damaged, or larger than anybody prints', { name }) : succeeded({ id: idOfHash(sha256), name, sha256, content, width: png.width, height: png.height })
}
