import { z } from 'zod'
import { accounts } from '../accounts/account.table.ts'
import { registrations } from '../deals/registration.table.ts'
import { idSchema } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { afterChangesOf, commandOperation, contract, job, query } from '../foundation/operation.ts'
import { claimIdSchema, judgementSchema, verdictSchema } from '../engagement/claim-schema.ts'
import { caseEvidenceKinds } from '../engagement/clause.ts'
import { caseEvidence } from './case-evidence.table.ts'
import { conflictCases, hindranceSchema } from './conflict-case.table.ts'
import { partnerViewSchema } from './partner-view-schema.ts'

export const caseListFields = ['name', 'state', 'claimants', 'decisions', 'openedAt', 'dueAt', 'finalAt', 'accountId', 'territoryId', 'id'] as const

const caseInList = z.intersection(conflictCases.row, z.object({
  /** The names of those who claim, direct sales left out. */
  claimants: z.string(),
}))
const text = z.string().trim().min(1).max(2_000)
const done = z.strictObject({ entry: idSchema })
const stepInput = z.strictObject({ id: idSchema })

export const conflictsContract = contract('conflicts', {
  list: query('A window of the cases that match a filter', listInput(caseListFields), listOutput(caseInList)),
  get: query(
    'One case: the claims, what is on record, and what the rules that hold say of it now',
    z.strictObject({ id: idSchema }),
    z.strictObject({ case: conflictCases.row, evidence: z.array(caseEvidence.row), judgement: judgementSchema, rulesNumber: z.int() }),
  ),
  viewOf: query('A case as one of its partners may know it, without the others', z.strictObject({ id: idSchema, partnerId: idSchema }), partnerViewSchema),
  board: query('How many cases wait for the house, and how many of them are overdue', z.strictObject({}), z.strictObject({ waiting: z.int(), overdue: z.int() })),
  open: commandOperation(
    'Opens a case by hand: these are after the same business. What is in an open case already joins that',
    z.strictObject({ registrationIds: z.array(idSchema).max(20).default([]), opportunityIds: z.array(idSchema).max(20).default([]) }),
    z.strictObject({ entry: idSchema, id: idSchema }),
  ),
  look: commandOperation(
    'Looks whether registrations of one account have come to contest each other; opens a case of the first that do',
    z.strictObject({ accountId: idSchema }),
    z.strictObject({ entry: idSchema, id: idSchema.nullable() }),
  ),
  take: commandOperation('Takes a case up: it is being looked at', stepInput, done),
  askEvidence: commandOperation('Asks claimants for evidence; their time to answer begins', z.strictObject({ id: idSchema, asked: z.array(z.strictObject({ claimId: claimIdSchema, text })).min(1).max(20) }), done),
  addEvidence: commandOperation(
    'Puts evidence for a claim on record, where nobody changes it any more',
    z.strictObject({ caseId: idSchema, claimId: claimIdSchema, kind: z.enum(caseEvidenceKinds), text, identifier: z.string().trim().min(1).max(300).nullable().default(null), happenedAt: z.iso.datetime().nullable().default(null), deviceAt: z.iso.datetime().nullable().default(null) }),
    z.strictObject({ entry: idSchema, id: idSchema }),
  ),
  review: commandOperation('Says that what is on record is enough to decide', stepInput, done),
  decide: commandOperation(
    'Decides a case, with reasons; `seen` is how many decisions whoever decides has seen in it',
    z.strictObject({ id: idSchema, seen: z.int().min(0), verdict: verdictSchema, reasonForHouse: z.string().max(2_000), reasons: z.array(z.strictObject({ claimId: claimIdSchema, text: z.string().max(2_000) })).max(20) }),
    z.strictObject({ entry: idSchema, alike: z.boolean() }),
  ),
  appeal: commandOperation('Records the appeal of one of the claimants', z.strictObject({ id: idSchema, claimId: claimIdSchema, text }), done),
  keep: afterChangesOf(
    [registrations.name, accounts.name],
    job('Closes cases that can be appealed no more, opens those of claims that contest each other, and counts claims alike by name only', z.strictObject({}), z.strictObject({ closed: z.int(), hindered: z.int(), opened: z.int(), alike: z.int() })),
  ),
  finalise: commandOperation(
    'Closes a decided case; where the winner cannot be approved it goes back under review, and `hindered` says why',
    z.strictObject({ id: idSchema, agreed: z.boolean().default(false) }),
    z.strictObject({ entry: idSchema, hindered: hindranceSchema.nullable().default(null) }),
  ),
})
