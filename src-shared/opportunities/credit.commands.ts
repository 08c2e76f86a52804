import { accept, command, insert, many, one, refuse, remove } from '../foundation/command.ts'
import { dateText, dayNumber } from '../foundation/instant.ts'
import { partners } from '../partners/partner.table.ts'
import { namedTwice, percentOf, WHOLE } from './attribution.ts'
import { attributions } from './attribution.table.ts'
import { findOpportunity } from './find-opportunity.ts'
import { opportunitiesContract } from './opportunities.contract.ts'
import { projects } from './project.table.ts'

const { operations } = opportunitiesContract

const attribute = command(operations.attribute, function* ({ opportunityId, seen, shares }, { id, commandId }) {
  const opportunity = yield* findOpportunity(opportunityId)
  if (!('stage' in opportunity)) return opportunity
  const present = yield* many(attributions, 'byOpportunity', [opportunityId])
  if (present.length !== seen.length || present.some((row) => !seen.includes(row.id))) return refuse('attribution.stale', 'somebody else has credited partners meanwhile')
  const twice = namedTwice(shares)
  if (twice !== undefined) return refuse('attribution.named-twice', 'a partner is credited twice for the same thing', { kind: twice.kind })
  const percent = percentOf(shares)
  if (percent > WHOLE) return refuse('attribution.over-whole', 'more than all of it is credited', { percent })
  for (const { partnerId } of shares) {
    if ((yield* one(partners, partnerId)) === undefined) return refuse('partner.not-found', 'there is no such partner')
  }
  const added = shares.map((share) => insert(attributions, { id: id(), opportunityId, ...share, territoryId: opportunity.territoryId }))
  return accept({ entry: commandId }, [...(present.length === 0 ? [] : [remove(attributions, ...present.map((row) => row.id))]), ...added], [{ event: 'opportunity.attributed', about: opportunityId, details: { percent } }])
})

const registerProject = command(operations.registerProject, function* (input, { id, commandId, now, actor }) {
  const opportunity = yield* findOpportunity(input.opportunityId)
  if (!('stage' in opportunity)) return opportunity
  if (opportunity.stage !== 'won') return refuse('project.not-won', 'only what was won is delivered', { stage: opportunity.stage })
  if ((yield* many(projects, 'byOpportunity', [opportunity.id])).length > 0) return refuse('project.registered-already', 'it is registered already')
  // Somewhere it may be tomorrow already.
  if (input.deliveredOn > dateText(dayNumber(now.slice(0, 10)) + 1)) return refuse('project.in-future', 'it is delivered on a day to come', { date: input.deliveredOn })
  if (input.partnerId !== null && (yield* one(partners, input.partnerId)) === undefined) return refuse('partner.not-found', 'there is no such partner')
  const projectId = id()
  const row = { ...input, id: projectId, accountId: opportunity.accountId, byName: actor.name, territoryId: opportunity.territoryId }
  return accept({ entry: commandId, id: projectId }, [insert(projects, row)], [{ event: 'opportunity.delivered', about: opportunity.id, details: { name: input.name, deliveredOn: input.deliveredOn } }])
})

export const creditCommands = [attribute, registerProject]
