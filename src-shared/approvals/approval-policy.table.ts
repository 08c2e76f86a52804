import { z } from 'zod'
import { defineTable, integer, json, text } from '../foundation/table.ts'
import { approvalRulesSchema } from './approval-policy.ts'
import { seatMemberSchema } from './who-decides.ts'

export const policyStates = ['current', 'former'] as const

/** The company's rules, one row for each version; the rules of what was published are never edited, and one version is current. */
export const approvalPolicies = defineTable(
  'approvalPolicies',
  {
    version: integer({ minimum: 1 }).notNull(),
    state: text({ enum: policyStates }).notNull(),
    rules: json(approvalRulesSchema).notNull(),
    /** Why it was published. */
    note: text(),
    publishedByName: text().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byState: ['state'] }, visibility: 'everyone', binding: true },
)

/** Who is asked: people who may decide alike, any one of them. */
export const approvalSeats = defineTable(
  'approvalSeats',
  {
    name: text().notNull(),
    members: json(z.array(seatMemberSchema).max(50)).notNull(),
    /** The seat that decides where nobody of this one can, or none of them did in time. */
    aboveId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byAbove: ['aboveId'] }, visibility: 'everyone', binding: true },
)
