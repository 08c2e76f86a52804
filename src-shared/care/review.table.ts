import { z } from 'zod'
import { date, defineTable, json, text } from '../foundation/table.ts'
import { careLanguages, goalSides, reviewStates } from './care.ts'
import { reviewFiguresSchema } from './review-figures.ts'

const words = z.string().trim().min(1).max(2000)
const agendaItem = z.strictObject({ text: words, note: z.string().max(4000) })
const nextAction = z.strictObject({ text: words, side: z.enum(goalSides), dueOn: z.iso.date().nullable() })
export type AgendaItem = z.infer<typeof agendaItem>

/** A review of a partner’s quarter. Once it was held it says what was shown then. */
export const quarterlyReviews = defineTable(
  'quarterlyReviews',
  {
    partnerId: text().notNull(),
    /** `2026-Q4`, of the fiscal year that began in 2026; with its first and last day. */
    quarter: text().notNull(),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    /** In which the partner reads it. */
    language: text({ enum: careLanguages }).notNull(),
    state: text({ enum: reviewStates }).notNull(),
    heldOn: date(),
    agenda: json(z.array(agendaItem).max(30)).notNull(),
    decisions: json(z.array(words).max(40)).notNull(),
    actions: json(z.array(nextAction).max(40)).notNull(),
    /** Never leaves the house. */
    houseNote: text(),
    /** Null until it is held. */
    figures: json(reviewFiguresSchema),
    byName: text().notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byPartner: ['partnerId', 'quarter'], byState: ['state'] }, visibility: 'everyone', binding: ['heldOn', 'agenda', 'decisions', 'actions', 'houseNote', 'state'] },
)
