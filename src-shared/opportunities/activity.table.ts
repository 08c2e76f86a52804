import { date, defineTable, text } from '../foundation/table.ts'
import { activityKinds } from './activity.ts'

/** What was done about an opportunity, and what is to be done. */
export const activities = defineTable(
  'activities',
  {
    opportunityId: text().notNull(),
    kind: text({ enum: activityKinds }).notNull(),
    subject: text().notNull(),
    text: text(),
    /** With whom: a contact of the opportunity's account. */
    contactId: text(),
    /** Of a mail: where it went, as it was then. */
    address: text(),
    /** When it is said to have happened; of a task, when it was set. */
    happenedAt: text().notNull(),
    /** The clock of the device it was recorded on, beside `createdAt`, which is the server's where there is one. */
    deviceAt: text().notNull(),
    /** Of a task. */
    dueOn: date(),
    doneAt: text(),
    /** The name of whoever recorded it. */
    byName: text().notNull(),
    /** That of the opportunity. */
    territoryId: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byOpportunity: ['opportunityId'], byContact: ['contactId'], byDue: ['dueOn'], byTerritory: ['territoryId'] },
    visibility: 'territory',
  },
)
