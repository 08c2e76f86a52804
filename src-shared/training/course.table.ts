import { z } from 'zod'
import { boolean, defineTable, integer, json, text } from '../foundation/table.ts'
import { courseStates } from './training.ts'

/** What people of partners learn and are examined in. */
export const courses = defineTable(
  'courses',
  {
    /** The short, unique name that rules of assignment refer to as a certification. */
    code: text().notNull(),
    name: text().notNull(),
    description: text(),
    /** BCP 47: in which languages it is held. */
    languages: json(z.array(z.string().min(1).max(35)).max(60)).notNull(),
    /** How long a certificate is valid; null: for ever. */
    validMonths: integer({ minimum: 1, maximum: 600 }),
    /** Examined at a test centre. */
    atTestCentre: boolean().notNull(),
    state: text({ enum: courseStates }).notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byCode: ['code'], byState: ['state'] }, visibility: 'everyone', searched: ['code', 'name'] },
)
