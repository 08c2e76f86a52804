import { askClock, askPolicies } from '../deadlines/deadline-facts.ts'
import type { ReckonedDeadline } from '../deadlines/reckon-deadline.ts'
import { takeSteps } from '../deadlines/take-steps.ts'
import { accept, command, insert, many, one, refuse, update, type Change, type Note } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { instantOf } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import { readWebDomain } from '../imports/read-web-domain.ts'
import { partners } from '../partners/partner.table.ts'
import { duplicateKey } from './duplicate-key.ts'
import { isClosed, isHeld, nextStages, workedStages } from './lead.ts'
import { dueOf, endedOffer, FRESH_OFFER, moveLead } from './lead-journey.ts'
import { leads } from './lead.table.ts'
import { leadsContract } from './leads.contract.ts'

const { operations } = leadsContract

const create = command(operations.create, function* (input, { id, now, commandId }) {
  const leadId = id()
  const company = input.company.trim()
  if (company === '') return refuse('lead.company-missing', 'a lead needs a company')
  const country = input.country ?? null
  const key = duplicateKey(company, country, input.corporateNumber ?? null)
  const [twin] = yield* many(leads, 'byDuplicateKey', [key])
  if (twin !== undefined) return refuse('lead.duplicate', 'this company is a lead already', { id: twin.id, company: twin.company })
  const row = { ...input, id: leadId, company, domain: domainOf(input.website), stage: 'new' as const, arrivedAt: now, duplicateKey: key, declinedBy: [] }
  return accept({ entry: commandId, id: leadId }, [insert(leads, row)], [{ event: 'lead.created', about: leadId }])
})

const edit = command(operations.update, function* (input, { commandId }) {
  const lead = yield* one(leads, input.id)
  if (lead === undefined) return refuse('lead.not-found', 'there is no such lead')
  const decided = decideEdit('lead', lead, input.edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  if (patch.company !== undefined) patch.company = patch.company.trim()
  if (patch.company === '') return refuse('lead.company-missing', 'a lead needs a company')
  if (patch.website !== undefined) patch.domain = domainOf(patch.website)
  const { company, country, corporateNumber } = { ...lead, ...patch }
  if ('company' in patch || 'country' in patch || 'corporateNumber' in patch) patch.duplicateKey = duplicateKey(company, country, corporateNumber)
  return accept({ entry: commandId }, [update(leads, lead.id, patch)], [{ event: 'lead.edited', about: lead.id }])
})

const setStage = command(operations.setStage, function* ({ id, stage, reason = null }, context) {
  const lead = yield* one(leads, id)
  if (lead === undefined) return refuse('lead.not-found', 'there is no such lead')
  if (lead.stage === stage) return accept({ entry: context.commandId }, [])
  if (!nextStages[lead.stage].includes(stage)) {
    return refuse('lead.stage-not-reachable', 'a lead cannot go there from its stage', { from: lead.stage, to: stage, allowed: nextStages[lead.stage] })
  }
  return accept({ entry: context.commandId }, yield* moveLead(lead, stage, reason, context), [{ event: 'lead.stage-set', about: id, details: { from: lead.stage, to: stage, ...(reason === null ? {} : { reason }) } }])
})

const assignManually = command(operations.assignManually, function* (input, context) {
  const { commandId, now } = context
  const partner = yield* one(partners, input.partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (partner.status !== 'active') return refuse('lead.partner-not-active', 'only an active partner is given leads', { partner: partner.name, status: partner.status })
  const changes: Change[] = []
  for (const id of input.ids) {
    const lead = yield* one(leads, id)
    if (lead === undefined) return refuse('lead.not-found', 'there is no such lead', { id })
    if (isClosed(lead.stage)) return refuse('lead.closed', 'a closed lead is not given to anybody', { id, stage: lead.stage })
    if (lead.declinedBy.includes(partner.id)) return refuse('lead.declined-before', 'this partner has declined the lead', { id, company: lead.company, partner: partner.name })
    const stays = isHeld(lead) && lead.partnerId === partner.id
    const given: Partial<RowOf<typeof leads>> = {
      partnerId: partner.id, assignmentOrigin: 'manual', manualReason: input.reason, manualUntil: input.until, assignedAt: stays ? lead.assignedAt : now,
      ruleId: null, decisionId: null, runId: null, endReason: null, ...(stays ? {} : FRESH_OFFER), stage: workedStages.includes(lead.stage) ? lead.stage : 'offered',
      ...(workedStages.includes(lead.stage) && !stays ? { acceptedAt: lead.stage === 'opened' ? null : now, openedAt: now } : {}),
    }
    changes.push(update(leads, id, { ...given, ...(yield* dueOf({ ...lead, ...given })) }))
    if (isHeld(lead) && !stays) changes.push(endedOffer(lead, 'replaced', input.reason, context))
  }
  return accept({ entry: commandId, assigned: input.ids.length }, changes, [{ event: 'lead.assigned-manually', details: { partner: partner.id, reason: input.reason } }])
})

const releaseToRules = command(operations.releaseToRules, function* (input, context) {
  const changes: Change[] = []
  let released = 0
  for (const id of input.ids) {
    const lead = yield* one(leads, id)
    if (lead === undefined) return refuse('lead.not-found', 'there is no such lead', { id })
    if (lead.assignmentOrigin !== 'manual' || workedStages.includes(lead.stage) || isClosed(lead.stage)) continue
    changes.push(...(yield* moveLead(lead, 'qualified', null, context)))
    released += 1
  }
  return accept({ entry: context.commandId, released }, changes, [{ event: 'lead.released-to-rules' }])
})

const pin = command(operations.pin, function* ({ ids, reason }, { commandId }) {
  for (const id of ids) {
    const lead = yield* one(leads, id)
    if (lead === undefined) return refuse('lead.not-found', 'there is no such lead', { id })
    if (!isHeld(lead)) return refuse('lead.not-pinnable', 'a lead is pinned to the partner who has it, and nobody has this one', { id, company: lead.company, stage: lead.stage })
  }
  return accept({ entry: commandId, pinned: ids.length }, [pinning(ids, reason)], [{ event: 'lead.pinned', details: { reason } }])
})

const unpin = command(operations.unpin, function* ({ ids }, { commandId }) {
  const pinned: string[] = []
  for (const id of ids) {
    const lead = yield* one(leads, id)
    if (lead === undefined) return refuse('lead.not-found', 'there is no such lead', { id })
    if (lead.pinReason !== null) pinned.push(id)
  }
  return accept({ entry: commandId, unpinned: pinned.length }, pinned.length === 0 ? [] : [pinning(pinned, null)], [{ event: 'lead.unpinned' }])
})

const touch = command(operations.touch, function* ({ id, way, note }, { now, commandId }) {
  const lead = yield* one(leads, id)
  if (lead === undefined) return refuse('lead.not-found', 'there is no such lead')
  if (lead.stage !== 'accepted' && lead.stage !== 'working') return refuse('lead.not-accepted', 'only a lead that was accepted is followed up', { stage: lead.stage })
  const times = way === 'automatic' ? {} : { firstTouchAt: lead.firstTouchAt ?? now, lastTouchAt: now }
  const changes = way === 'automatic' ? [] : [update(leads, id, { ...times, ...(yield* dueOf({ ...lead, ...times })) })]
  return accept({ entry: commandId }, changes, [{ event: 'lead.touched', about: id, details: { way, ...(note === null ? {} : { note }) } }])
})

const pause = command(operations.pause, function* ({ id, reason, note }, { now, commandId }) {
  const lead = yield* one(leads, id)
  if (lead === undefined) return refuse('lead.not-found', 'there is no such lead')
  if (!isHeld(lead)) return refuse('lead.not-held', 'nothing is due of a lead that nobody has', { stage: lead.stage })
  const pauses = lead.pauses ?? []
  if (pauses.at(-1)?.to === null) return refuse('lead.paused-already', 'the deadlines of this lead stand still already')
  const paused = { pauses: [...pauses, { from: now, to: null, reason, note }] }
  return accept({ entry: commandId }, [update(leads, id, { ...paused, ...(yield* dueOf({ ...lead, ...paused })) })], [{ event: 'lead.paused', about: id, details: { reason } }])
})

const resume = command(operations.resume, function* ({ id }, { now, commandId }) {
  const lead = yield* one(leads, id)
  if (lead === undefined) return refuse('lead.not-found', 'there is no such lead')
  const open = lead.pauses?.at(-1)
  if (lead.pauses === null || open?.to !== null) return refuse('lead.not-paused', 'the deadlines of this lead do not stand still')
  const resumed = { pauses: [...lead.pauses.slice(0, -1), { ...open, to: now > open.from ? now : open.from }] }
  return accept({ entry: commandId }, [update(leads, id, { ...resumed, ...(yield* dueOf({ ...lead, ...resumed })) })], [{ event: 'lead.resumed', about: id }])
})

const keepDeadlines = command(operations.keepDeadlines, function* ({ due }, context) {
  const policies = yield* askPolicies()
  const changes: Change[] = []
  const notes: Note[] = []
  for (const { id, actAt } of due) {
    const lead = yield* one(leads, id)
    if (lead === undefined || lead.partnerId === null || !isHeld(lead) || lead.actAt !== actAt) continue
    const { deadline, taken } = takeSteps(lead, policies, yield* askClock(lead.partnerId), instantOf(context.now))
    const details = { partner: lead.partnerId, kind: deadline.dueKind, due: deadline.dueAt }
    for (const step of taken) notes.push({ event: `lead.deadline-${step}`, about: id, details })
    if (taken.at(-1) === 'recalled') changes.push(...(yield* moveLead({ ...lead, ...deadline }, deadline.dueKind === 'accept' ? 'expired' : 'recalled', `deadline:${deadline.dueKind ?? ''}`, context)))
    else changes.push(update(leads, id, { ...deadline }))
  }
  return accept({ recalled: notes.filter(({ event }) => event === 'lead.deadline-recalled').length, acted: changes.length }, changes, notes)
})

const reckonDeadlines = command(operations.reckonDeadlines, function* ({ ids }) {
  const changes: Change[] = []
  for (const id of ids) {
    const lead = yield* one(leads, id)
    if (lead === undefined) continue
    const due = yield* dueOf(lead)
    const now: ReckonedDeadline = lead
    if (Object.entries(due).some(([column, value]) => now[column as keyof ReckonedDeadline] !== value)) changes.push(update(leads, id, { ...due }))
  }
  return accept({ changed: changes.length }, changes)
})

export const leadsCommands = [create, edit, setStage, assignManually, releaseToRules, pin, unpin, touch, pause, resume, keepDeadlines, reckonDeadlines]

function pinning(ids: readonly string[], reason: string | null): Change {
  return { kind: 'update', table: leads, columns: ['pinReason'], ids, rows: ids.map(() => [reason]) }
}

function domainOf(website: string | null | undefined): string | null {
  return website ? readWebDomain(website) : null
}
