import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { commandOperation, contract, job, query } from '../foundation/operation.ts'
import { CALENDAR_CODE, calendars } from './calendar.table.ts'
import { weekSchema } from './working-calendar.ts'

const code = z.string().regex(CALENDAR_CODE)
const year = z.int().min(1970).max(2200)
const dayName = z.string().trim().min(1).max(120)
const done = z.strictObject({ entry: idSchema, id: idSchema })

export const calendarsContract = contract('calendars', {
  all: query('Every working calendar, by its code', z.strictObject({}), z.array(calendars.row)),
  publish: commandOperation(
    'Puts in the public holidays of some years, and leaves what a person has set',
    z.strictObject({ code, from: year, to: year, days: z.array(z.strictObject({ date: z.iso.date(), name: dayName })).max(1000) }),
    done,
  ),
  setDay: commandOperation(
    'Says that a date is worked or not, whatever the week and the public holidays say; null takes that back',
    z.strictObject({ code, date: z.iso.date(), day: z.strictObject({ name: dayName, works: z.boolean() }).nullable() }),
    done,
  ),
  setWeek: commandOperation('Sets the hours of work of each day of the week', z.strictObject({ code, week: weekSchema }), done),
  refresh: job('Publishes this year’s and the coming years’ public holidays of every calendar that a partner has', z.strictObject({}), z.strictObject({ published: z.int(), unknown: z.array(z.string()) })),
})
