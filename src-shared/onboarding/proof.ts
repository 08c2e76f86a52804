import type { acceptances } from '../agreements/agreement.table.ts'
import type { RowOf } from '../foundation/table.ts'
import type { Holder } from '../training/company-standing.ts'
import type { DerivedTask } from './derive-checklist.ts'
import type { NewEvent } from './record-event.ts'
import { NO_EVIDENCE, type TaskEvidence } from './task-event.ts'
import type { TaskKind, TemplateTask } from './template.ts'
import { evidenceIsMissing } from './why-not-recorded.ts'

/** What does a task, kept by `agreements` or `training` and not by the checklist. */
export interface Proof {
  readonly evidence: TaskEvidence
  readonly acceptanceId: string | null
  readonly certificateId: string | null
}

/** What kinds of tasks are about. Of a training one may also say without a certificate that it was attended. */
export const agreementKind: TaskKind = 'agreement'
export const courseKinds: readonly TaskKind[] = ['certification', 'training']

export function proofByAcceptance({ id, version, language }: Pick<RowOf<typeof acceptances>, 'id' | 'version' | 'language'>): Proof {
  return { evidence: { ...NO_EVIDENCE, agreementVersion: String(version), agreementLanguage: language }, acceptanceId: id, certificateId: null }
}

export function proofByCertificate({ certificateId, name, expiresOn }: Pick<Holder, 'certificateId' | 'name' | 'expiresOn'>): Proof {
  return { evidence: { ...NO_EVIDENCE, person: name, validUntil: expiresOn }, acceptanceId: null, certificateId }
}

export function isProvenBy({ acceptanceId, certificateId }: Pick<DerivedTask, 'acceptanceId' | 'certificateId'>, proof: Proof): boolean {
  return proof.acceptanceId === null ? certificateId === proof.certificateId : acceptanceId === proof.acceptanceId
}

/**
 * What is put on record of a task once something proves it: that it is done, or handed in where somebody approves it; of one that is done, by what it is done now.
 * Undefined where somebody decided that it is not to be done, or where it asks for other evidence as well.
 */
export function eventByProof(derived: DerivedTask, proof: Proof): NewEvent | undefined {
  const { task, state, last } = derived
  if (isProvenBy(derived, proof) || evidenceIsMissing(derived, proof.evidence)) return undefined
  const said = { taskKey: task.key, seen: last, side: 'partner', deviceAt: null, ...proof, evidence: joined(derived.evidence, proof.evidence) } as const
  switch (state) {
    case 'pending':
    case 'blocked':
    case 'actionRequired':
      return { ...said, kind: doneBy(task) }
    case 'waitingForApproval':
    case 'completed':
      return { ...said, kind: 'noted' }
    case 'skipped':
    case 'notApplicable':
      return undefined
  }
}

export function doneBy({ approval }: Pick<TemplateTask, 'approval'>): 'submitted' | 'completed' {
  return approval ? 'submitted' : 'completed'
}

/** What was given before, and of what proves the task what that says. */
export function joined(earlier: TaskEvidence | null, { agreementVersion, agreementLanguage, person, validUntil }: TaskEvidence): TaskEvidence {
  return { ...(earlier ?? NO_EVIDENCE), agreementVersion, agreementLanguage, person, validUntil }
}
