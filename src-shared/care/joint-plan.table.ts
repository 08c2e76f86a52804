import { z } from 'zod'
import { date, defineTable, integer, json, text } from '../foundation/table.ts'
import { approvalMeans, careLanguages, goalMeasures, goalSides, planStates } from './care.ts'

const goal = z.strictObject({
  title: z.string().trim().min(1).max(300),
  measure: z.enum(goalMeasures),
  /** How many; null where nothing is counted. */
  target: z.int().min(1).max(1_000_000_000).nullable(),
  dueOn: z.iso.date(),
  /** Who sees to it. */
  side: z.enum(goalSides),
})
export type PlanGoal = z.infer<typeof goal>

/** What a partner and the house plan together, as versions; of each partner one is active at most. */
export const jointPlans = defineTable(
  'jointPlans',
  {
    partnerId: text().notNull(),
    /** Counts from 1. */
    version: integer({ minimum: 1 }).notNull(),
    state: text({ enum: planStates }).notNull(),
    language: text({ enum: careLanguages }).notNull(),
    title: text().notNull(),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    goals: json(z.array(goal).max(40)).notNull(),
    /** What the partner is to approve (hash-plan.ts); from the lock on. */
    contentHash: text(),
    lockedByName: text(),
    lockedAt: text(),
    returnedReason: text(),
    /** Who said so on the partner’s side, when and how, and who put it on record. */
    approvedPersonId: text(),
    approvedByName: text(),
    approvedOn: date(),
    approvedMeans: text({ enum: approvalMeans }),
    approvalRecordedBy: text(),
    activeFrom: date(),
    closedReason: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byPartner: ['partnerId', 'state'], byPerson: ['approvedPersonId'] }, visibility: 'everyone', binding: ['state', 'title', 'startsOn', 'endsOn', 'goals'] },
)
