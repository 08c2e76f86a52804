import { findAccount } from '../accounts/find-account.ts'
import { accept, command, insert, one, refuse, update } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { followOpportunity } from '../deals/close-registration.ts'
import { partners } from '../partners/partner.table.ts'
import { activitiesCommands } from './activities.commands.ts'
import { creditCommands } from './credit.commands.ts'
import { findOpportunity } from './find-opportunity.ts'
import { newOpportunity, opportunityProblem } from './new-opportunity.ts'
import { closedOpportunityStages, nextOpportunityStages, unmetCriteria } from './opportunity.ts'
import { opportunities } from './opportunity.table.ts'
import { opportunitiesContract } from './opportunities.contract.ts'

const { operations } = opportunitiesContract

const create = command(operations.create, function* (input, { id, commandId, now }) {
  const account = yield* findAccount(input.accountId)
  if (account === undefined) return refuse('account.not-found', 'there is no such account')
  if (input.partnerId != null && (yield* one(partners, input.partnerId)) === undefined) return refuse('partner.not-found', 'there is no such partner')
  const wrong = yield* opportunityProblem({ ...input, accountId: account.id })
  if (wrong !== undefined) return wrong
  const opportunityId = id()
  return accept({ entry: commandId, id: opportunityId }, [insert(opportunities, newOpportunity(opportunityId, { ...input, accountId: account.id, territoryId: account.territoryId, stageSince: now }))], [{ event: 'opportunity.created', about: opportunityId }])
})

const edit = command(operations.update, function* (input, { commandId }) {
  const opportunity = yield* findOpportunity(input.id)
  if (!('stage' in opportunity)) return opportunity
  const decided = decideEdit('opportunity', opportunity, input.edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  const wrong = yield* opportunityProblem({ ...opportunity, ...patch, contactId: patch.contactId ?? null })
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId }, [update(opportunities, opportunity.id, patch)], [{ event: 'opportunity.edited', about: opportunity.id }])
})

const setStage = command(operations.setStage, function* ({ id, stage, lostReason, note }, { commandId, now }) {
  const opportunity = yield* findOpportunity(id)
  if (!('stage' in opportunity)) return opportunity
  const from = opportunity.stage
  if (from === stage) return accept({ entry: commandId }, [])
  if (!nextOpportunityStages[from].includes(stage)) return refuse('opportunity.stage-not-reachable', 'an opportunity cannot go there from its stage', { from, to: stage, allowed: nextOpportunityStages[from] })
  const unmet = unmetCriteria(opportunity, stage)
  if (unmet.length > 0) return refuse('opportunity.criteria-unmet', 'the exit criteria of its stage are not met', { from, unmet })
  if (stage === 'lost' && lostReason === null) return refuse('opportunity.lost-reason-missing', 'a lost opportunity was lost for a reason')
  const lost = stage === 'lost' ? { lostReason, lostNote: note } : { lostReason: null, lostNote: null }
  const changes = [update(opportunities, id, { stage, stageSince: now, ...lost, closedAt: closedOpportunityStages.includes(stage) ? now : null }), ...(yield* followOpportunity(id, stage, now))]
  return accept({ entry: commandId }, changes, [{ event: 'opportunity.stage-set', about: id, details: { from, to: stage, ...(lostReason === null ? {} : { lostReason }), ...(note === null ? {} : { note }) } }])
})

const judge = command(operations.judge, function* ({ id, judgement }, { commandId }) {
  const opportunity = yield* findOpportunity(id)
  if (!('stage' in opportunity)) return opportunity
  const { stage } = opportunity
  if (closedOpportunityStages.includes(stage)) return refuse('opportunity.closed', 'what is won or lost is not judged any more', { opportunity: opportunity.name, stage })
  const from = opportunity.judgement ?? 'pipeline'
  if (from === judgement) return accept({ entry: commandId }, [])
  return accept({ entry: commandId }, [update(opportunities, id, { judgement })], [{ event: 'opportunity.judged', about: id, details: { from, to: judgement } }])
})

export const opportunitiesCommands = [create, edit, setStage, judge, ...activitiesCommands, ...creditCommands]
