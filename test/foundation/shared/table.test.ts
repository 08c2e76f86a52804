import { z } from 'zod'
import { describe, expect, test } from 'vitest'
import { boolean, defineTable, integer, json, real, text } from '#shared/foundation/table.ts'
import { tables, tableNamed } from '#shared/tables.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

const offers = defineTable(
  'offers',
  { name: text().notNull(), state: text({ enum: ['open', 'shut'] }), count: integer().notNull(), share: real(), live: boolean().notNull(), marks: json(z.array(z.string())).notNull() },
  { indexes: { byName: ['name'] }, visibility: 'everyone' },
)
const offer = { id: nextId(), name: 'x', state: null, count: 1, share: 0.5, live: true, marks: ['a'], rev: 1 }

describe('defineTable', () => {
  test('gives every table an id and a revision around its own columns', () => {
    expect(offers.columnNames).toEqual(['id', 'name', 'state', 'count', 'share', 'live', 'marks', 'rev'])
    expect([...offers.jsonColumns]).toEqual(['marks'])
    expect([...offers.booleanColumns]).toEqual(['live'])
  })

  test('knows a whole row', () => {
    expect(offers.row.parse(offer)).toEqual(offer)
    expect(leads.row.parse(buildLead())).toMatchObject({ stage: 'new' })
  })

  test.each([
    ['an empty value where one is demanded', { name: null }],
    ['a value outside the closed list', { state: 'ajar' }],
    ['a broken number', { count: 1.5 }],
    ['a number that is none', { share: Number.NaN }],
    ['a number for a boolean', { live: 1 }],
    ['a list of something else', { marks: [1] }],
    ['a column it does not have', { more: 1 }],
  ])('refuses a row with %s', (_, wrong) => {
    expect(offers.row.safeParse({ ...offer, ...wrong }).success).toBe(false)
  })

  test('refuses a row that lacks a column', () => {
    const { share: _, ...rest } = offer
    expect(offers.row.safeParse(rest).success).toBe(false)
  })
})

describe('the list of tables', () => {
  test('names each table once and finds it by its name', () => {
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length)
    for (const table of tables) expect(tableNamed(table.name)).toBe(table)
  })

  test('finds no table by a name that is none', () => {
    for (const name of ['', 'toString', '__proto__', 'sqlite_schema']) expect(() => tableNamed(name)).toThrow()
  })

  test.each(tables.map((table) => [table.name, table] as const))('indexes and searches only columns that %s has', (_, { options, columnNames }) => {
    for (const column of [...Object.values(options.indexes).flat(), ...(options.searched ?? [])]) expect(columnNames).toContain(column)
  })
})
