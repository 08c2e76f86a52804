import type { Refusal } from '#shared/foundation/outcome.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Formats } from '../shell/formats.ts'
import { refusalWords } from '../shell/refusal-words.ts'
import { readCentralAddress } from './central-address.ts'

/** What stands against connecting, beside the field it concerns. */
export interface ConnectProblem {
  readonly address?: string
  readonly code?: string
  /** Concerns neither. */
  readonly form?: string
}

const SHORTEST_CODE = 8
/** The refusals that another address, or another code, would mend. */
const OF_ADDRESS: ReadonlySet<string> = new Set(['sync.address-insecure', 'sign-in.other-address', 'sign-in.not-offered', 'sync.other-company', 'sync.offline', 'sync.unknown-host', 'sync.no-answer', 'sync.timed-out', 'sync.cut-off', 'sync.proxy', 'sync.untrusted', 'sync.damaged', 'sync.captive', 'sync.not-central', 'sync.garbled', 'sync.version', 'sync.server-failed', 'sync.busy', 'protocol.unsupported', 'route.unknown', 'server.starting', 'server.busy'])
const OF_CODE: ReadonlySet<string> = new Set(['enrolment.code-invalid', 'session.ended', 'request.too-many'])

/** What can be said before asking. @param code nothing where none is needed */
export function problemOfEntry(address: string, code: string | undefined, words: Words): ConnectProblem {
  const { central } = words.sync
  const typed = code?.trim()
  return {
    ...(address.trim() === '' ? { address: central.addressMissing } : readCentralAddress(address) === undefined ? { address: central.addressWrong } : {}),
    ...(typed === '' ? { code: central.codeMissing } : typed !== undefined && typed.length < SHORTEST_CODE ? { code: central.codeShort } : {}),
  }
}

export function problemOfRefusal(refusal: Refusal, words: Words, formats: Formats): ConnectProblem {
  const text = refusalWords(refusal, words, formats)
  if (OF_ADDRESS.has(refusal.code)) return { address: text }
  return OF_CODE.has(refusal.code) ? { code: text } : { form: text }
}
