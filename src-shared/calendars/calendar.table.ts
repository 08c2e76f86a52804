import { z } from 'zod'
import { defineTable, integer, json, text } from '../foundation/table.ts'
import { specialDaySchema, weekSchema } from './working-calendar.ts'

/** When work is done where a partner is. The clocks it is read on are the partner's own (`timeZone`). */
export const calendars = defineTable(
  'calendars',
  {
    /** Whose public holidays these are: ISO 3166-1, optionally with a region (`MX`, `DE-BY`). */
    code: text().notNull(),
    week: json(weekSchema).notNull(),
    specialDays: json(z.array(specialDaySchema).max(3000)).notNull(),
    /** Years whose public holidays are here, both included; null where none are. */
    publishedFrom: integer(),
    publishedTo: integer(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byCode: ['code'] }, visibility: 'everyone' },
)

export const CALENDAR_CODE = /^[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}$/

/** The id of the calendar with a code: the same on every desk, so that two desks which publish it make one calendar. */
export function calendarId(code: string): string {
  const letters = Array.from(code, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('').padEnd(24, '0')
  return `${letters.slice(0, 8)}-${letters.slice(8, 12)}-8000-8000-${letters.slice(12, 24)}`
}
