import { inspectFile } from '../attachments/inspect-file.ts'
import { keepFile, MATERIAL_LIMITS, type GivenFile, type KeptFile } from '../attachments/kept-file.ts'
import type { Outcome } from '../foundation/outcome.ts'

/** A file for partners. Refuses as `keepFile` and `inspectFile` do. */
export function takeFile(given: GivenFile): Outcome<KeptFile> {
  const kept = keepFile(given, MATERIAL_LIMITS)
  return kept.ok ? inspectFile(kept.value) : kept
}
