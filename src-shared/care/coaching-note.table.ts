import { date, defineTable, text } from '../foundation/table.ts'
import { competences } from './care.ts'

/** What was coached, by competence. For the house only: no partner sees it (partner-sheet.ts). */
export const coachingNotes = defineTable(
  'coachingNotes',
  {
    partnerId: text().notNull(),
    competence: text({ enum: competences }).notNull(),
    notedOn: date().notNull(),
    text: text().notNull(),
    byName: text().notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byPartner: ['partnerId', 'notedOn'] }, visibility: 'everyone' },
)
