import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'
import { endOfPicture } from './end-of-picture.ts'
import { endings, type KeptFile } from './kept-file.ts'
import { readZip, type ZipEntry } from './read-zip.ts'
import { isSafeFileName } from './safe-file-name.ts'

/** Far more than an Office document of the size that is taken comes to. */
const [MOST_ENTRIES, MOST_UNPACKED] = [2_000, 50_000_000]

/** What a PDF does by itself, and what it hides (ISO 32000 7.6, 7.11.4, 12.6.4, 12.7.8, 13.2). */
const ACTIVE_NAMES = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA)(?=[^A-Za-z0-9]|$)/
/** Macros, controls and embedded programs of Office documents; how a printer is set is binary as well. */
const ACTIVE_PARTS = /vbaproject|vbadata|macrosheets\/|activex\/|embeddings\/|(?<!printersettings\d*)\.bin$|\.(?:exe|dll|js|vbs|bat|cmd|ps1|scr|jar|hta|lnk)$/i
/** A cell that a spreadsheet program would reckon, not show. */
const FORMULA = /(?:^|[,;\t\n\r])"?(?:[=@]|[+-](?![\d.,]))/

/**
 * Looks at a file that others will open. Nothing is unpacked: sizes within Office documents are those that they say, and what is packed
 * in streams of a PDF is not seen. Refuses with `file.name-unsafe`, `file.type-differs`, `file.damaged`, `file.two-in-one`,
 * `file.locked`, `file.active-content`, `file.unpacks-too-large`.
 */
export function inspectFile<File extends KeptFile>(file: File): Outcome<File> {
  const { name, mediaType } = file
  if (!isSafeFileName(name)) return refused('file.name-unsafe', 'this is no name for a file everywhere', { name })
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (!name.includes('.') || !endings[mediaType].includes(ending)) return refused('file.type-differs', 'the file is not what its name says', { name, ending: endings[mediaType][0] })
  const found = problemOf(file)
  if (found !== null) return refused(`file.${found}`, 'the file is not safe to hand on', { name })
  return succeeded(file)
}

type Problem = 'damaged' | 'two-in-one' | 'locked' | 'active-content' | 'unpacks-too-large'

function problemOf({ mediaType, bytes }: KeptFile): Problem | null {
  switch (mediaType) {
    case 'image/png':
    case 'image/jpeg': {
      const end = endOfPicture(mediaType, bytes)
      return end === null ? 'damaged' : end < bytes.length ? 'two-in-one' : null
    }
    case 'application/pdf':
      return problemOfPdf(lettersOf(bytes))
    case 'text/plain':
      return null
    case 'text/csv':
      return FORMULA.test(lettersOf(bytes).replace(/^\u00ef\u00bb\u00bf/, '')) ? 'active-content' : null
    default:
      return problemOfOffice(readZip(bytes) ?? [])
  }
}

function problemOfPdf(text: string): Problem | null {
  const end = text.lastIndexOf('%%EOF')
  if (end === -1) return 'damaged'
  if (/\S/.test(text.slice(end + 5)) || text.includes('PK\u0005\u0006\0\0\0\0')) return 'two-in-one'
  // A name may be written by numbers: `/J#61vaScript` (7.3.5).
  const names = text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  if (/\/Encrypt(?=[^A-Za-z0-9])/.test(names)) return 'locked'
  return ACTIVE_NAMES.test(names) ? 'active-content' : null
}

function problemOfOffice(entries: readonly ZipEntry[]): Problem | null {
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'locked'
  if (entries.length > MOST_ENTRIES || entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED) return 'unpacks-too-large'
  if (entries.some(({ name }) => name.includes('..') || /^\/|[\\:]/.test(name))) return 'damaged'
  return entries.some(({ name }) => ACTIVE_PARTS.test(name)) ? 'active-content' : null
}

/** Each byte as the letter of its number. */
function lettersOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
