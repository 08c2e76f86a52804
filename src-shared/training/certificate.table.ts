import { date, defineTable, text } from '../foundation/table.ts'

/** That a person has passed a course. It is the person's, wherever they work. */
export const certificates = defineTable(
  'certificates',
  {
    personId: text().notNull(),
    courseId: text().notNull(),
    issuedOn: date().notNull(),
    /** The last day; null: it does not expire. */
    expiresOn: date(),
    /** The issuer's number. */
    number: text(),
    /** Where the proof is: an address, the name of a file. */
    proof: text(),
    revokedOn: date(),
    revokedReason: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byPerson: ['personId'], byCourse: ['courseId'], byExpiry: ['expiresOn'] }, visibility: 'everyone' },
)
