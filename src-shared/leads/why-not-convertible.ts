import type { Refusal } from '../foundation/outcome.ts'
import type { LeadStage } from './lead.ts'

interface Convertible {
  readonly stage: LeadStage
  readonly partnerId: string | null
  readonly convertedAt: string | null
  readonly convertedBy: string | null
}

/** Only a lead that a partner works on is converted, and once. The window asks before it opens the dialog, the command before it converts. */
export function whyNotConvertible({ stage, partnerId, convertedAt, convertedBy }: Convertible): Refusal | undefined {
  if (stage === 'converted') return { code: 'lead.converted-already', message: 'this lead was converted already', details: { by: convertedBy, at: convertedAt } }
  if (stage !== 'working' || partnerId === null) return { code: 'lead.not-worked', message: 'only a lead that a partner works on is converted', details: { stage } }
  return undefined
}
