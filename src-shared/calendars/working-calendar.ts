import { z } from 'zod'

/** Minutes after local midnight, from before to; a working day may have several spans, in order and apart. */
const span = z.strictObject({ from: z.int().min(0).max(1439), to: z.int().min(1).max(1440) })
const daySpans = z.array(span).max(6).refine((spans) => spans.every(({ from, to }, at) => from < to && (spans[at - 1]?.to ?? -1) < from), 'the spans of a day are in order and apart')

/** Monday first; an empty list is a day without work. */
export const weekSchema = z.array(daySpans).length(7).refine((days) => days.some((spans) => spans.length > 0), 'a week has working time')
export type Week = z.infer<typeof weekSchema>

/**
 * A date on which nobody works though the week says so (`works` false), or the other way round. `published`: from the public
 * holidays of the country. What a person has set for the same date (not `published`) holds instead.
 */
export const specialDaySchema = z.strictObject({ date: z.iso.date(), name: z.string().min(1).max(120), works: z.boolean(), published: z.boolean() })
export type SpecialDay = z.infer<typeof specialDaySchema>

const OFFICE = [{ from: 9 * 60, to: 18 * 60 }]
/** Monday to Friday, nine to six. */
export const ORDINARY_WEEK: Week = [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []]

export interface WorkingCalendar {
  readonly week: readonly (readonly Week[number][number][])[]
  readonly specialDays: readonly SpecialDay[]
}

export const ORDINARY_CALENDAR: WorkingCalendar = { week: ORDINARY_WEEK, specialDays: [] }
