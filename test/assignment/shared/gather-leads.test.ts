import { expect, test } from 'vitest'
import { gatherLeads, leadSelection, stayingLeadColumns } from '#shared/assignment/gather-leads.ts'
import { USUAL_TERMS } from '#shared/qualification/distribution-terms.ts'
import { leadColumnNames } from '#shared/assignment/lead-columns.ts'
import { aLead } from './assignment-builders.ts'

const valuesOf = (lead: object): readonly unknown[] => leadColumnNames.map((name) => (lead as Record<string, unknown>)[name])

test('knows which leads these very rules have found unroutable, as either database says it', () => {
  const found = [true, 1, false, 0, null].map((sameVersion, at) => valuesOf({ ...aLead(`lead-${at}`, { stage: 'unroutable' }), sameVersion }))
  const { columns, knownUnroutable } = gatherLeads([...found, valuesOf({ ...aLead('lead-9'), sameVersion: true })], 6)
  expect(columns.count).toBe(6)
  expect([...knownUnroutable]).toEqual([1, 1, 0, 0, 0, 0])
})

test('selects every column by its name, or the few of leads that stay', () => {
  const names = (selection: string): readonly (string | undefined)[] => [...selection.matchAll(/AS "(\w+)"/g)].map(([, name]) => name)
  expect(names(leadSelection('?', USUAL_TERMS))).toEqual(leadColumnNames)
  expect(names(leadSelection('$1', USUAL_TERMS, stayingLeadColumns))).toEqual(stayingLeadColumns)
})

test('leads that are reserved for a partner are so in the columns, and no others', () => {
  const { columns } = gatherLeads(['lead-1', 'lead-2', 'lead-3'].map((id) => valuesOf(aLead(id))), 3, new Map([['lead-2', 'zoe']]))
  expect([...columns.reservedFor]).toEqual([[1, 'zoe']])
})
