import { keepFile, PROOF_LIMITS, type GivenFile } from '../attachments/kept-file.ts'
import { insert, refuse, type Change, type CommandContext, type Decision } from '../foundation/command.ts'
import { acceptanceProofs } from './acceptance-proof.table.ts'
import type { Quote } from './quote-rows.ts'

/** What is put on record with an acceptance; or the refusal of a file that is not taken. */
export function proofOf(given: GivenFile, { id: quoteId, territoryId }: Pick<Quote, 'id' | 'territoryId'>, { actor, id }: CommandContext): { readonly change: Change; readonly sha256: string } | { readonly refused: Decision<never> } {
  const kept = keepFile(given, PROOF_LIMITS)
  if (!kept.ok) return { refused: refuse(kept.error.code, kept.error.message, kept.error.details) }
  const { bytes: _, ...file } = kept.value
  return { change: insert(acceptanceProofs, { id: id(), quoteId, territoryId, ...file, addedByName: actor.name }), sha256: file.sha256 }
}
