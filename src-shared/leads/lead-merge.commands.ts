import { NO_DEADLINE } from '../deadlines/reckon-deadline.ts'
import { accept, command, insert, many, one, refuse, update, type Change, type Decision, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { scoreLead } from '../qualification/score-leads.ts'
import { duplicateKey } from './duplicate-key.ts'
import { leadsApart, pairOf } from './lead-apart.table.ts'
import { dueOf, endedOffer } from './lead-journey.ts'
import { leads } from './lead.table.ts'
import { leadsContract } from './leads.contract.ts'
import { mergeLeads, settledStages } from './merge-leads.ts'
import { offers } from './offer.table.ts'

type Lead = RowOf<typeof leads>

const { operations } = leadsContract

const merge = command(operations.merge, function* ({ survivorId, otherId, fromOther }, context) {
  if (survivorId === otherId) return refuse('lead.merge-with-itself', 'a lead is not merged with itself')
  const survivor = yield* one(leads, survivorId)
  const other = yield* one(leads, otherId)
  if (survivor === undefined || other === undefined) return refuse('lead.not-found', 'there is no such lead', { id: survivor === undefined ? survivorId : otherId })
  const gone = yield* mergedAway(survivor, other)
  if (gone !== undefined) return gone
  if (settledStages.includes(other.stage)) return refuse('lead.merge-settled', 'a lead that was converted or won is the one to stay', { company: other.company, stage: other.stage })
  const { patch, loser } = mergeLeads(survivor, other, new Set(fromOther))
  const { company, country, corporateNumber } = { ...survivor, ...patch }
  const merged: Lead = { ...survivor, ...patch, duplicateKey: duplicateKey(company, country, corporateNumber) }
  const { patch: scored, kept } = yield* scoreLead(merged)
  const due = yield* dueOf(merged)
  const offered = yield* many(offers, 'byLead', [otherId])
  const moved: Change = { kind: 'update', table: offers, columns: ['leadId'], ids: offered.map(({ id }) => id), rows: offered.map(() => [survivorId]) }
  return accept({ entry: context.commandId }, [
    update(leads, survivorId, { ...patch, duplicateKey: merged.duplicateKey, ...scored, ...due }),
    update(leads, otherId, { stage: 'duplicate', mergedInto: survivorId, ...NO_DEADLINE }),
    moved,
    ...(loser === null ? [] : [endedOffer({ ...loser, id: survivorId }, 'replaced', null, context)]),
    ...kept,
  ], [{ event: 'lead.merged', about: survivorId, details: { other: otherId, company: other.company } }])
})

const keepApart = command(operations.keepApart, function* ({ leadId, otherId }, { commandId, now }) {
  if (leadId === otherId) return refuse('lead.merge-with-itself', 'a lead is not merged with itself')
  const [mine, other] = [yield* one(leads, leadId), yield* one(leads, otherId)]
  if (mine === undefined || other === undefined) return refuse('lead.not-found', 'there is no such lead', { id: mine === undefined ? leadId : otherId })
  const gone = yield* mergedAway(mine, other)
  if (gone !== undefined) return gone
  const pair = pairOf(leadId, otherId)
  const known = yield* one(leadsApart, pair.id)
  return accept({ entry: commandId }, known === undefined ? [insert(leadsApart, { ...pair, createdAt: now })] : [], [{ event: 'lead.kept-apart', about: leadId, details: { other: otherId, company: other.company } }])
})

export const mergeCommands = [merge, keepApart]

/** The refusal when one of two leads was merged away already, by somebody else in the meantime perhaps. */
function* mergedAway(...pair: readonly Lead[]): Generator<Question, Decision<never> | undefined, unknown> {
  const gone = pair.find(({ stage }) => stage === 'duplicate')
  if (gone === undefined) return undefined
  const into = gone.mergedInto === null ? undefined : yield* one(leads, gone.mergedInto)
  return refuse('lead.merged-already', 'this lead was merged into another one', { id: gone.id, company: gone.company, into: into?.company ?? '', intoId: into?.id ?? null })
}
