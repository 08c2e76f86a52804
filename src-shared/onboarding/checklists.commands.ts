import { localDate } from '../calendars/zone-time.ts'
import { accept, command, insert, many, one, refuse, update, type Change, type Decision, type Question } from '../foundation/command.ts'
import { instantOf } from '../foundation/instant.ts'
import { partners } from '../partners/partner.table.ts'
import { nearestLocale } from '../locales/locale.ts'
import { askChecklist, askMoved, askWorkingDays, summaryOf, traitsOf, type Partner, type Template } from './ask-checklist.ts'
import { askProofs } from './ask-proofs.ts'
import { checklists } from './checklist.table.ts'
import { deriveChecklist, type ChecklistFacts } from './derive-checklist.ts'
import { findWhoActs } from './find-who-acts.ts'
import { onboardingContract } from './onboarding.contract.ts'
import { eventByProof } from './proof.ts'
import { eventRows, nextEvents, recordEvents, type NewEvent } from './record-event.ts'
import { turnOf } from './summarise-checklist.ts'
import { checklistTemplates } from './template.table.ts'

const { operations } = onboardingContract

const notFound = () => refuse('checklist.not-found', 'there is no such checklist')

const start = command(operations.start, function* ({ partnerIds, templateId, startedOn, coordinator, language }, context) {
  const { id, commandId } = context
  const template = yield* one(checklistTemplates, templateId)
  if (template === undefined) return refuse('template.not-found', 'there is no such template')
  if (template.state !== 'published' || template.number === null) return refuse('template.not-published', 'a checklist is begun by a published template', { name: template.name })
  const changes: Change[] = []
  const ids: string[] = []
  const left: { id: string; code: string; details: WhyNot['details'] }[] = []
  let refusal: Decision<never> | undefined
  for (const partnerId of new Set(partnerIds)) {
    const starting = yield* askStarting(partnerId, template)
    if ('code' in starting) {
      const { code, message, details } = starting
      left.push({ id: partnerId, code, details })
      refusal ??= refuse(code, message, details)
      continue
    }
    const { partner } = starting
    const checklistId = id()
    const traits = traitsOf(partner)
    const begun = { stages: template.stages, traits, startedOn, timeZone: partner.timeZone, events: [], days: yield* askWorkingDays(partner) }
    const events = nextEvents([], yield* askDoneBefore(begun, partner.id, context.now.slice(0, 10)), context)
    const facts = { ...begun, events }
    ids.push(checklistId)
    changes.push(
      insert(checklists, { id: checklistId, partnerId, templateId, templateKey: template.key, templateNumber: template.number, language: language ?? nearestLocale(partner.languages), coordinator, startedOn, state: 'running', traits, ...summaryOf(facts) }),
      ...eventRows(checklistId, events),
    )
    if (partner.status === 'approved' || partner.status === 'inactive') changes.push(update(partners, partnerId, { status: 'onboarding' }))
  }
  if (refusal !== undefined && ids.length === 0) return refusal
  return accept({ entry: commandId, ids, left }, changes, ids.map((about) => ({ event: 'checklist.started', about, details: { name: template.name } })))
})

interface WhyNot {
  readonly code: string
  readonly message: string
  readonly details: Readonly<Record<string, string>>
}

/** The partner, or why it does not begin. */
function* askStarting(partnerId: string, template: Template): Generator<Question, { readonly partner: Partner } | WhyNot, unknown> {
  const partner = yield* one(partners, partnerId)
  if (partner === undefined) return { code: 'partner.not-found', message: 'there is no such partner', details: {} }
  if (!['approved', 'onboarding', 'active', 'inactive'].includes(partner.status)) return { code: 'checklist.partner-not-approved', message: 'onboarding begins once a partner is approved', details: { partner: partner.name, status: partner.status } }
  const others = yield* many(checklists, 'byPartner', [partnerId])
  if (others.some((other) => other.templateKey === template.key && other.state === 'running')) return { code: 'checklist.running-already', message: 'this partner is going through it already', details: { partner: partner.name, name: template.name } }
  return { partner }
}

/** What a partner has done already when it begins: accepted, passed. */
function* askDoneBefore(facts: ChecklistFacts, partnerId: string, today: string): Generator<Question, readonly NewEvent[], unknown> {
  const tasks = deriveChecklist(facts).stages.flatMap((stage) => stage.tasks)
  const proofs = yield* askProofs(partnerId, tasks.map(({ task }) => task), today)
  return tasks.flatMap((each) => {
    const proof = proofs.get(each.task.key)
    return proof == null ? [] : (eventByProof(each, proof) ?? [])
  })
}

const remind = command(operations.remind, function* ({ ids, deviceAt }, context) {
  const changes: Change[] = []
  const unreachable = new Set<string>()
  const counts = { reminded: 0, partners: 0, again: 0 }
  for (const id of new Set(ids)) {
    const gathered = yield* askChecklist(id)
    if (gathered === undefined) return notFound()
    const { checklist, partner, derived } = gathered
    if (checklist.state !== 'running') continue
    const today = localDate(partner.timeZone, instantOf(context.now))
    const events: NewEvent[] = []
    for (const each of derived.stages.flatMap(({ tasks }) => tasks)) {
      if (turnOf(each) !== 'partner') continue
      if (findWhoActs(each, partner.contacts, checklist.coordinator).hindrance !== null) unreachable.add(partner.name)
      else if (each.remindedAt !== null && localDate(partner.timeZone, instantOf(each.remindedAt)) === today) counts.again += 1
      else events.push({ taskKey: each.task.key, kind: 'reminded', seen: each.last, side: 'vendor', deviceAt })
    }
    if (events.length === 0) continue
    counts.reminded += events.length
    counts.partners += 1
    changes.push(...recordEvents(gathered, events, context))
  }
  return accept({ entry: context.commandId, ...counts, unreachable: [...unreachable] }, changes, changes.length === 0 ? [] : [{ event: 'checklist.reminded', details: counts }])
})

const setCoordinator = command(operations.setCoordinator, function* ({ ids, coordinator }, { commandId }) {
  for (const id of ids) if ((yield* one(checklists, id)) === undefined) return notFound()
  return accept({ entry: commandId }, ids.map((id) => update(checklists, id, { coordinator })), ids.map((about) => ({ event: 'checklist.coordinator-set', about, details: { coordinator } })))
})

const setLanguage = command(operations.setLanguage, function* ({ id, language }, { commandId }) {
  if ((yield* one(checklists, id)) === undefined) return notFound()
  return accept({ entry: commandId }, [update(checklists, id, { language })], [{ event: 'checklist.language-set', about: id, details: { language } }])
})

const upgrade = command(operations.upgrade, function* ({ id, templateId }, { commandId }) {
  const gathered = yield* askChecklist(id)
  if (gathered === undefined) return notFound()
  const { checklist, partner, facts } = gathered
  if (checklist.state !== 'running') return refuse('checklist.not-running', 'this checklist has ended', { partner: partner.name })
  const template = yield* one(checklistTemplates, templateId)
  if (template === undefined || template.key !== checklist.templateKey) return refuse('template.not-found', 'there is no such version of this template')
  if (template.state !== 'published' || template.number === null) return refuse('template.not-published', 'a checklist is upgraded to what is published', { name: template.name })
  const traits = traitsOf(partner)
  const patch = { templateId, templateNumber: template.number, traits, ...summaryOf({ ...facts, stages: template.stages, traits }) }
  return accept({ entry: commandId }, [update(checklists, id, patch)], [{ event: 'checklist.upgraded', about: id, details: { from: checklist.templateNumber, to: template.number } }])
})

const close = command(operations.close, function* ({ id, reason }, { commandId }) {
  const checklist = yield* one(checklists, id)
  if (checklist === undefined) return notFound()
  if (reason.trim() === '') return refuse('task.reason-missing', 'say why')
  if (checklist.state !== 'running') return refuse('checklist.not-running', 'this checklist has ended')
  return accept({ entry: commandId }, [update(checklists, id, { state: 'closed', closedReason: reason })], [{ event: 'checklist.closed', about: id, details: { reason } }])
})

const reckon = command(operations.reckon, function* ({ ids }, { commandId }) {
  const moved = yield* askMoved(ids)
  return accept({ entry: commandId, changed: moved.length }, moved.map(({ change }) => change))
})

export const checklistsCommands = [start, remind, setCoordinator, setLanguage, upgrade, close, reckon]
