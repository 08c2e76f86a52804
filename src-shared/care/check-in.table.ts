import { contentId } from '../foundation/content-id.ts'
import { date, defineTable, integer, text } from '../foundation/table.ts'
import { checkInKinds, moods } from './care.ts'

/** How a partner is looked after: its own cadence or pause, and the summary of its check-ins that lists are made of. */
export const partnerCare = defineTable(
  'partnerCare',
  {
    partnerId: text().notNull(),
    /** Days from one check-in to the next; null: as the company has it. */
    everyDays: integer({ minimum: 1, maximum: 365 }),
    /** Set while it is paused; `pausedUntil` null: until somebody takes it up again. */
    pausedReason: text(),
    pausedUntil: date(),
    /** The summary: see `checkInStanding`. */
    lastOn: date(),
    lastHeldOn: date(),
    mood: text({ enum: moods }),
    dueOn: date(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byPartner: ['partnerId'], byDue: ['dueOn'] }, visibility: 'everyone', binding: true, derived: ['lastOn', 'lastHeldOn', 'mood', 'dueOn'] },
)

/** One row for each partner, the same on every desk, so that two desks that look after it first write one row. */
export function partnerCareId(partnerId: string): string {
  return contentId(`care of ${partnerId}`)
}

/** The check-ins that were held or skipped. On record: a mistake is voided, not taken back. */
export const checkIns = defineTable(
  'checkIns',
  {
    partnerId: text().notNull(),
    kind: text({ enum: checkInKinds }).notNull(),
    /** The day it was held or would have been, where the partner is. */
    heldOn: date().notNull(),
    talkedAbout: text(),
    mood: text({ enum: moods }),
    nextStep: text(),
    nextStepOn: date(),
    nextStepDoneOn: date(),
    /** Why it was skipped. */
    skippedReason: text(),
    byName: text().notNull(),
    voidedAt: text(),
    voidedReason: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byPartner: ['partnerId', 'heldOn'], byStep: ['nextStepOn'] }, visibility: 'everyone', binding: true },
)
