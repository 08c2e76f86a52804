import { many, type Change, type Note, type Question } from '../foundation/command.ts'
import { askChecklist } from './ask-checklist.ts'
import { askProofs } from './ask-proofs.ts'
import { checklists, taskEvents } from './checklist.table.ts'
import { eventByProof, type Proof } from './proof.ts'
import { afterRevocation, recordEvents, type Moment, type NewEvent } from './record-event.ts'
import type { TaskState } from './task-event.ts'
import type { TaskKind } from './template.ts'

/** The tasks that a new acceptance or certificate does, in every checklist of the partner that was not closed. */
export function* completeProven(partnerId: string, { kinds, about }: { readonly kinds: readonly TaskKind[]; readonly about: string }, proof: Proof, moment: Moment): Generator<Question, readonly Change[], unknown> {
  const changes: Change[] = []
  for (const { id, state } of yield* many(checklists, 'byPartner', [partnerId])) {
    const gathered = state === 'closed' ? undefined : yield* askChecklist(id)
    const events = gathered?.derived.stages.flatMap(({ tasks }) => tasks).filter(({ task }) => task.about === about && kinds.includes(task.kind)).flatMap((each) => eventByProof(each, proof) ?? []) ?? []
    if (gathered !== undefined && events.length > 0) changes.push(...recordEvents(gathered, events, moment))
  }
  return changes
}

const doneStates: readonly TaskState[] = ['completed', 'waitingForApproval']

/**
 * What was done by an acceptance that is void now, or by a revoked certificate, is revoked as by a person, with what follows of it.
 * Where another one does the task as well, it is done by that.
 */
export function* revokeProven(index: 'byAcceptance' | 'byCertificate', proofId: string, reason: string, moment: Moment): Generator<Question, { readonly changes: readonly Change[]; readonly notes: readonly Note[] }, unknown> {
  const changes: Change[] = []
  const notes: Note[] = []
  const concerned = new Set((yield* many(taskEvents, index, [proofId])).map(({ checklistId }) => checklistId))
  for (const id of concerned) {
    const gathered = yield* askChecklist(id)
    const lost = gathered?.derived.stages.flatMap(({ tasks }) => tasks).filter((each) => (each.acceptanceId === proofId || each.certificateId === proofId) && doneStates.includes(each.state)) ?? []
    if (gathered === undefined || gathered.checklist.state === 'closed' || lost.length === 0) continue
    const others = yield* askProofs(gathered.partner.id, lost.map(({ task }) => task), moment.now.slice(0, 10), proofId)
    const events = lost.map((each): NewEvent => {
      const other = others.get(each.task.key)
      const kept = other == null ? undefined : eventByProof(each, other)
      return kept ?? { taskKey: each.task.key, kind: 'revoked', seen: each.last, side: 'vendor', text: reason, deviceAt: null }
    })
    changes.push(...recordEvents(gathered, events, moment))
    const [stopped] = lost.filter(({ task }) => task.onRevocation === 'stopAccess' && events.some(({ taskKey, kind }) => taskKey === task.key && kind === 'revoked'))
    if (stopped === undefined) continue
    const after = afterRevocation(gathered, stopped, reason, moment)
    changes.push(...after.changes)
    notes.push(...after.notes)
  }
  return { changes, notes }
}
