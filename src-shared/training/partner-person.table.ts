import { date, defineTable, text } from '../foundation/table.ts'
import { personStatuses } from './training.ts'

/** People of partners. Who changes to another partner is the same person there: certificates stay with people. */
export const partnerPeople = defineTable(
  'partnerPeople',
  {
    /** Where they are, or were last. */
    partnerId: text().notNull(),
    name: text().notNull(),
    email: text(),
    phone: text(),
    role: text(),
    /** BCP 47. */
    language: text(),
    /** Where they work, if not at the partner's head office: ISO 3166-1 alpha-2, ISO 3166-2. */
    country: text(),
    region: text(),
    city: text(),
    status: text({ enum: personStatuses }).notNull(),
    leftOn: date(),
    notes: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byPartner: ['partnerId'] }, visibility: 'everyone', searched: ['name', 'email'] },
)
