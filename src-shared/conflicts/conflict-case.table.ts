import { z } from 'zod'
import type { JsonValue } from '../foundation/json.ts'
import { defineTable, json, text } from '../foundation/table.ts'
import { claimIdSchema, claimSchema, judgementSchema, verdictSchema } from '../engagement/claim-schema.ts'
import { caseStates } from './conflict-case.ts'

const asked = z.strictObject({ claimId: claimIdSchema, text: z.string(), at: z.iso.datetime() })
const details: z.ZodType<JsonValue> = z.json()
/** Why a decision could not be carried out: the refusal of approving whoever it was for. */
export const hindranceSchema = z.strictObject({ code: z.string(), details, at: z.iso.datetime() })
const decision = z.strictObject({
  at: z.iso.datetime(),
  by: z.string(),
  verdict: verdictSchema,
  proposed: judgementSchema,
  rulesId: z.string().nullable(),
  rulesNumber: z.int(),
  reasonForHouse: z.string(),
  reasons: z.array(z.strictObject({ claimId: claimIdSchema, text: z.string() })).readonly(),
  hindered: hindranceSchema.optional(),
})
const appeal = z.strictObject({ claimId: claimIdSchema, text: z.string(), by: z.string(), at: z.iso.datetime(), decision: z.int() })

/** One deal that several claim: their claims as they were gathered, what was asked, decided, appealed. See `ConflictCase`. */
export const conflictCases = defineTable(
  'conflictCases',
  {
    /** The customer's name, as the first claim has it. */
    name: text().notNull(),
    /** As of accounts and leads: see leads/duplicate-key.ts. */
    customerKey: text().notNull(),
    accountId: text(),
    state: text({ enum: caseStates }).notNull(),
    claims: json(z.array(claimSchema)).notNull(),
    asked: json(z.array(asked)).notNull(),
    decisions: json(z.array(decision)).notNull(),
    appeals: json(z.array(appeal)).notNull(),
    openedAt: text().notNull(),
    /** When the step it is at is to be over, in the house's working time; of a decided case the end of the time for an appeal. */
    dueAt: text(),
    finalAt: text(),
    /** That of the claims where they are of one, else everybody's. */
    territoryId: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byState: ['state'], byCustomer: ['customerKey'], byAccount: ['accountId'], byTerritory: ['territoryId'] }, visibility: 'territory', searched: ['name'] },
)
