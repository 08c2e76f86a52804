import { accept, command, insert, many, one, refuse, update, type Change } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import type { RowOf } from '../foundation/table.ts'
import { readWebDomain } from '../imports/read-web-domain.ts'
import { partners } from '../partners/partner.table.ts'
import { duplicateKey } from './duplicate-key.ts'
import { isClosed, workedStages, type LeadStage } from './lead.ts'
import { leads } from './lead.table.ts'
import { leadsContract } from './leads.contract.ts'

const { operations } = leadsContract

/** Where a lead may go from where it is; the rest of field.md B2's machine is walked by offers and conversion. */
const nextStages: Readonly<Record<LeadStage, readonly LeadStage[]>> = {
  new: ['qualified', 'offered', 'closedLost', 'unroutable', 'duplicate'],
  qualified: ['new', 'offered', 'closedLost', 'unroutable', 'duplicate'],
  offered: ['opened', 'accepted', 'declined', 'expired', 'recalled', 'closedLost'],
  opened: ['accepted', 'declined', 'expired', 'recalled', 'closedLost'],
  accepted: ['working', 'recalled', 'closedLost'],
  working: ['converted', 'closedWon', 'closedLost', 'recalled'],
  converted: [],
  closedWon: ['working'],
  closedLost: ['new', 'working'],
  declined: ['offered', 'qualified', 'closedLost', 'unroutable'],
  expired: ['offered', 'qualified', 'closedLost', 'unroutable'],
  recalled: ['offered', 'qualified', 'closedLost', 'unroutable'],
  unroutable: ['new', 'qualified', 'offered', 'closedLost', 'duplicate'],
  duplicate: ['new'],
}

const UNPLACED = { partnerId: null, territoryId: null, assignmentOrigin: null, manualReason: null, manualUntil: null, assignedAt: null }

/** Whoever declines a lead is never offered it again; a lead put back among the new ones is in nobody's hands. */
function leavesBehind({ partnerId, declinedBy }: RowOf<typeof leads>, stage: LeadStage): Partial<RowOf<typeof leads>> {
  if (stage === 'new' || stage === 'qualified') return UNPLACED
  return stage === 'declined' && partnerId !== null && !declinedBy.includes(partnerId) ? { declinedBy: [...declinedBy, partnerId] } : {}
}

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

const setStage = command(operations.setStage, function* (input, { commandId }) {
  const lead = yield* one(leads, input.id)
  if (lead === undefined) return refuse('lead.not-found', 'there is no such lead')
  if (lead.stage === input.stage) return accept({ entry: commandId }, [])
  if (!nextStages[lead.stage].includes(input.stage)) {
    return refuse('lead.stage-not-reachable', 'a lead cannot go there from its stage', { from: lead.stage, to: input.stage, allowed: nextStages[lead.stage] })
  }
  return accept({ entry: commandId }, [update(leads, lead.id, { stage: input.stage, ...leavesBehind(lead, input.stage) })], [{ event: 'lead.stage-set', about: lead.id, details: { from: lead.stage, to: input.stage } }])
})

const assignManually = command(operations.assignManually, function* (input, { commandId, now }) {
  const partner = yield* one(partners, input.partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (partner.status !== 'active') return refuse('lead.partner-not-active', 'only an active partner is given leads', { partner: partner.name, status: partner.status })
  const changes: Change[] = []
  for (const id of input.ids) {
    const lead = yield* one(leads, id)
    if (lead === undefined) return refuse('lead.not-found', 'there is no such lead', { id })
    if (isClosed(lead.stage)) return refuse('lead.closed', 'a closed lead is not given to anybody', { id, stage: lead.stage })
    if (lead.declinedBy.includes(partner.id)) return refuse('lead.declined-before', 'this partner has declined the lead', { id, company: lead.company, partner: partner.name })
    changes.push(update(leads, id, {
      partnerId: partner.id, assignmentOrigin: 'manual', manualReason: input.reason, manualUntil: input.until, assignedAt: now,
      ruleId: null, decisionId: null, runId: null, stage: workedStages.includes(lead.stage) ? lead.stage : 'offered',
    }))
  }
  return accept({ entry: commandId, assigned: input.ids.length }, changes, [{ event: 'lead.assigned-manually', details: { partner: partner.id, reason: input.reason } }])
})

const releaseToRules = command(operations.releaseToRules, function* (input, { commandId }) {
  const changes: Change[] = []
  for (const id of input.ids) {
    const lead = yield* one(leads, id)
    if (lead === undefined) return refuse('lead.not-found', 'there is no such lead', { id })
    if (lead.assignmentOrigin !== 'manual' || workedStages.includes(lead.stage) || isClosed(lead.stage)) continue
    changes.push(update(leads, id, { ...UNPLACED, stage: 'qualified' }))
  }
  return accept({ entry: commandId, released: changes.length }, changes, [{ event: 'lead.released-to-rules' }])
})

export const leadsCommands = [create, edit, setStage, assignManually, releaseToRules]

function domainOf(website: string | null | undefined): string | null {
  return website ? readWebDomain(website) : null
}
