import { expect } from 'vitest'
import { calendars } from '#shared/calendars/calendar.table.ts'
import { calendarsContract } from '#shared/calendars/calendars.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { publish, setDay, setWeek } = calendarsContract.operations

export const calendarsScenarios: Scenarios = {
  'publishes holidays, and leaves what a person has said of a day': async (desk) => {
    const days = [{ date: '2027-03-25', name: 'Jueves Santo' }, { date: '2027-05-01', name: 'Día del Trabajador' }]
    const { id } = valueOf(await desk.run(publish, { code: 'GT', from: 2027, to: 2027, days }))
    await desk.run(setDay, { code: 'GT', date: '2027-03-25', day: { name: 'Jueves Santo', works: true } })
    await desk.run(publish, { code: 'GT', from: 2027, to: 2028, days: days.slice(1) })
    expect(await desk.row(calendars, id)).toMatchObject({
      code: 'GT', publishedFrom: 2027, publishedTo: 2028,
      specialDays: [{ date: '2027-03-25', name: 'Jueves Santo', works: true, published: false }, { date: '2027-05-01', name: 'Día del Trabajador', works: false, published: true }],
    })
    await desk.run(setDay, { code: 'GT', date: '2027-03-25', day: null })
    expect((await desk.row(calendars, id))?.specialDays).toHaveLength(1)
    expect(refusalOf(await desk.run(publish, { code: 'GT', from: 2028, to: 2027, days: [] }))).toMatchObject({ code: 'calendar.years-uneven' })
    expect(refusalOf(await desk.run(publish, { code: 'GT', from: 2026, to: 2026, days }))).toMatchObject({ code: 'calendar.years-uneven' })
  },
  'keeps the hours of a week': async (desk) => {
    const week = Array.from({ length: 7 }, (_, day) => (day === 5 ? [{ from: 600, to: 840 }] : []))
    const { id } = valueOf(await desk.run(setWeek, { code: 'BZ', week }))
    expect((await desk.row(calendars, id))?.week).toEqual(week)
  },
}
