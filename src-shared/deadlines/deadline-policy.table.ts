import { z } from 'zod'
import { boolean, defineTable, integer, json, text } from '../foundation/table.ts'
import { breachActions, deadlineKinds } from './deadline.ts'

const codes = z.array(z.string().min(1).max(120)).max(300)

/** How much working time there is for something, by market and source. The lowest priority number that fits holds, then the lower name. */
export const deadlinePolicies = defineTable(
  'deadlinePolicies',
  {
    name: text().notNull(),
    kind: text({ enum: deadlineKinds }).notNull(),
    /** 1 (first) to 9999. */
    priority: integer({ minimum: 1, maximum: 9999 }).notNull(),
    /** Countries of the lead, ISO 3166-1 alpha-2, and sources of leads; empty means any. */
    countries: json(codes).notNull(),
    sources: json(codes).notNull(),
    /** Working minutes of the partner's calendar. */
    minutes: integer({ minimum: 1, maximum: 525_600 }).notNull(),
    /** At which share of that time the partner is warned, in percent; null: never. */
    warnAt: integer({ minimum: 1, maximum: 99 }),
    breach: text({ enum: breachActions }).notNull(),
    /** Working minutes from the deadline to the recall. */
    grace: integer({ minimum: 0, maximum: 525_600 }).notNull(),
    enabled: boolean().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byKind: ['kind'] }, visibility: 'everyone' },
)
