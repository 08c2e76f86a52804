import { z } from 'zod'
import { defineTable, integer, json, text } from '../foundation/table.ts'
import { approvalMeasures } from './approval-measures.ts'
import { quoteContentSchema } from './quote-content.ts'
import { decidingAs } from './who-decides.ts'

/** `void`: what it was asked for is no more; whoever wants it asked again. */
export const requestStatuses = ['pending', 'approved', 'refused', 'withdrawn', 'void'] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** `waiting`: those before it have not all approved; `covered`: an earlier approval reaches so far; `dropped`: it came to nothing with its request. */
export const stepStatuses = ['waiting', 'asked', 'approved', 'refused', 'covered', 'dropped'] as const
export type StepStatus = (typeof stepStatuses)[number]

const factSchema = z.strictObject({ subject: z.string(), name: z.string().nullable(), value: z.string().nullable(), amount: z.string() })
export const triggerSchema = z.strictObject({ ruleId: z.string(), measure: z.enum(approvalMeasures), threshold: z.string().nullable(), facts: z.array(factSchema).readonly(), coveredBy: z.string().nullable() })

/** Somebody asks that a quote may be sent as it is: for this content and no other. */
export const approvalRequests = defineTable(
  'approvalRequests',
  {
    quoteId: text().notNull(),
    /** The first revision: approvals of earlier revisions are found by it. */
    rootId: text().notNull(),
    /** The quote's. */
    territoryId: text(),
    policyId: text().notNull(),
    contentHash: text().notNull(),
    /** As it was when asked: what later ones are compared with. Holds costs, so it is for the company's own people. */
    content: json(quoteContentSchema).notNull(),
    message: text(),
    status: text({ enum: requestStatuses }).notNull(),
    askedBy: text().notNull(),
    askedByName: text().notNull(),
    askedAt: text().notNull(),
    decidedAt: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byQuote: ['quoteId', 'status'], byRoot: ['rootId', 'status'], byTerritory: ['territoryId'] }, visibility: 'territory', binding: true },
)

/** One seat's part in a request. */
export const approvalSteps = defineTable(
  'approvalSteps',
  {
    requestId: text().notNull(),
    quoteId: text().notNull(),
    territoryId: text(),
    place: integer({ minimum: 1 }).notNull(),
    seatId: text().notNull(),
    hours: integer({ minimum: 1 }),
    triggers: json(z.array(triggerSchema)).notNull(),
    status: text({ enum: stepStatuses }).notNull(),
    askedAt: text(),
    delegateId: text(),
    delegateName: text(),
    delegatedByName: text(),
    decidedBy: text(),
    decidedByName: text(),
    decidedAs: text({ enum: decidingAs }),
    decidedAt: text(),
    comment: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byRequest: ['requestId'], byStatus: ['status'], bySeat: ['seatId', 'status'], byTerritory: ['territoryId'] }, visibility: 'territory', binding: true },
)
