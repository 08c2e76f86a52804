import type { z } from 'zod'
import { accept, command, refuse, type Change, type Command, type CommandContext, type Decision, type Note, type Question } from '../foundation/command.ts'
import type { CommandOperation } from '../foundation/operation.ts'
import { askChecklist, type GatheredChecklist } from './ask-checklist.ts'
import { askProofs } from './ask-proofs.ts'
import type { DerivedTask } from './derive-checklist.ts'
import { onboardingContract } from './onboarding.contract.ts'
import { agreementKind, doneBy, joined } from './proof.ts'
import { afterRevocation, completeElsewhere, recordEvents, type NewEvent } from './record-event.ts'
import type { TaskEventKind } from './task-event.ts'
import type { TemplateTask } from './template.ts'
import { whyNotRecorded } from './why-not-recorded.ts'

const { operations } = onboardingContract

/** What the journal calls the events whose names are of two words. */
const eventNames: Partial<Record<TaskEventKind, string>> = { notApplicable: 'task.set-aside', dueMoved: 'task.due-moved' }

interface TaskInput {
  readonly checklists: readonly { readonly id: string; readonly seen: string | null }[]
  readonly task: string
  readonly deviceAt: string | null
}
type Said = Omit<NewEvent, 'taskKey' | 'seen' | 'deviceAt'>
type TaskOperation<I> = CommandOperation<z.ZodType<I & TaskInput>, typeof operations.complete.output>

/**
 * Puts the same on record of one task in one checklist or in many. A single one is refused with its reason; of many those that can
 * have it, and the others are named.
 * @param say what the event says of a task
 */
function taskCommand<I>(operation: TaskOperation<I>, say: (input: I, task: TemplateTask) => Said): Command {
  return command(operation, function* (input, context) {
    const changes: Change[] = []
    const notes: Note[] = []
    const left: { id: string; code: string }[] = []
    let refusal: Decision<never> | undefined
    const named = new Map(input.checklists.map(({ id, seen }) => [id, seen]))
    const besides = new Set(named.keys())
    for (const [id, seen] of named) {
      const gathered = yield* askChecklist(id)
      const derived = gathered?.derived.stages.flatMap(({ tasks }) => tasks).find(({ task }) => task.key === input.task)
      const said = gathered === undefined ? 'checklist.not-found' : derived === undefined ? 'task.not-found' : yield* settle(gathered, derived, say(input, derived.task), seen, context)
      if (typeof said === 'string' || gathered === undefined || derived === undefined) {
        const code = typeof said === 'string' ? said : 'task.not-found'
        left.push({ id, code })
        refusal ??= refuse(code, 'this cannot be put on record', refusalDetails(gathered, derived))
        continue
      }
      const event: NewEvent = { ...said, taskKey: input.task, seen, deviceAt: input.deviceAt }
      changes.push(...recordEvents(gathered, [event], context))
      notes.push({ event: eventNames[said.kind] ?? `task.${said.kind}`, about: id, details: { partner: gathered.partner.name, task: derived.task.title.en } })
      if (said.kind === 'completed' || said.kind === 'approved') changes.push(...(yield* completeElsewhere(gathered, derived, { ...event, evidence: said.evidence ?? derived.evidence }, besides, context)))
      if (said.kind === 'revoked') {
        const after = afterRevocation(gathered, derived, said.text ?? '', context)
        changes.push(...after.changes)
        notes.push(...after.notes)
      }
    }
    if (refusal !== undefined && changes.length === 0) return refusal
    return accept({ entry: context.commandId, done: named.size - left.length, left }, changes, notes)
  })
}

/** What is put on record: with what proves the task, where that is kept, whatever was typed. Or the code of why it is not. */
function* settle(gathered: GatheredChecklist, derived: DerivedTask, said: Said, seen: string | null, context: CommandContext): Generator<Question, Said | string, unknown> {
  const { task, evidence } = derived
  const saysDone = said.kind === doneBy(task)
  const proof = saysDone ? (yield* askProofs(gathered.partner.id, [task], context.now.slice(0, 10))).get(task.key) : undefined
  const settled = proof == null ? said : { ...said, ...proof, evidence: joined(said.evidence ?? evidence, proof.evidence) }
  const why = whyNotRecorded(derived, { kind: said.kind, text: said.text ?? null, evidence: settled.evidence ?? null, seen }, gathered.checklist.state) ?? unknownAssignee(gathered, said)
  if (proof === null && task.kind !== 'training' && (why === undefined || why === 'task.evidence-missing')) return task.kind === agreementKind ? 'task.acceptance-missing' : 'task.certificate-missing'
  return why ?? settled
}

function unknownAssignee({ partner }: GatheredChecklist, { kind, side, assignee }: Said): string | undefined {
  return kind === 'assigned' && side === 'partner' && assignee != null && partner.contacts.every(({ name }) => name !== assignee) ? 'task.assignee-unknown' : undefined
}

/** Words of the task in each language, since a refusal is read in whichever the reader has. */
function refusalDetails(gathered: GatheredChecklist | undefined, derived: DerivedTask | undefined) {
  if (gathered === undefined || derived === undefined) return {}
  const titles = gathered.derived.stages.flatMap(({ tasks }) => tasks).filter(({ task }) => derived.waitsFor.includes(task.key)).map(({ task }) => task.title)
  const { en, ja, es } = derived.task.title
  return { partner: gathered.partner.name, en, ja, es, waitsEn: titles.map((title) => title.en).join(', '), waitsJa: titles.map((title) => title.ja).join('、'), waitsEs: titles.map((title) => title.es).join(', ') }
}

const complete = taskCommand(operations.complete, ({ side, evidence }, { approval }) => ({ kind: doneBy({ approval }), side, evidence }))
const approve = taskCommand(operations.approve, ({ text }) => ({ kind: 'approved', side: 'vendor', text }))
const revoke = taskCommand(operations.revoke, ({ reason }) => ({ kind: 'revoked', side: 'vendor', text: reason }))
const skip = taskCommand(operations.skip, ({ reason }) => ({ kind: 'skipped', side: 'vendor', text: reason }))
const setAside = taskCommand(operations.setAside, ({ reason }) => ({ kind: 'notApplicable', side: 'vendor', text: reason }))
const block = taskCommand(operations.block, ({ reason }) => ({ kind: reason === null ? 'unblocked' : 'blocked', side: 'vendor', text: reason }))
const assign = taskCommand(operations.assign, ({ assignee }, { side }) => ({ kind: 'assigned', side, assignee }))
const moveDue = taskCommand(operations.moveDue, ({ dueOn, reason }) => ({ kind: 'dueMoved', side: 'vendor', dueOn, text: reason }))
const note = taskCommand(operations.note, ({ evidence }) => ({ kind: 'noted', side: 'vendor', evidence }))

export const tasksCommands = [complete, approve, revoke, skip, setAside, block, assign, moveDue, note]
