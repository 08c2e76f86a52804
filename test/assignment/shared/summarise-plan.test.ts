import { expect, test } from 'vitest'
import { leadColumnsOf, createLeadColumns, leadColumnNames } from '#shared/assignment/lead-columns.ts'
import { summarise } from '#shared/assignment/summarise-plan.ts'
import { aLead, aPartner, aRule, aTerritory, foldCompany, given, plan, TODAY } from './assignment-builders.ts'

const ruleSet = {
  today: TODAY,
  partners: [aPartner('ana'), aPartner('ben')],
  territories: [aTerritory('north', ['ana']), aTerritory('south', ['ben'])],
  rules: [aRule('n', 'north', { field: 'country', is: ['GB'] }), aRule('s', 'south', { field: 'country', is: ['GT'] })],
}

const leads = [
  aLead('1', { country: 'GB' }),
  given(aLead('2', { country: 'GB' }), 'ben', 'south', { sameVersion: false }),
  given(aLead('3', { country: 'GT' }), 'ben', 'south'),
  given(aLead('4', { country: 'MX' }), 'ana', 'north', { sameVersion: false }),
  given(aLead('5', { country: 'GT' }), 'ana', 'north', { stage: 'working' }),
  given(aLead('6', { country: 'GT' }), 'ana', 'north', { stage: 'closedWon' }),
  aLead('7', { country: 'GT', stage: 'recalled', partnerId: 'ana' }),
]

test('a run is counted by outcome, territory, partner and move', () => {
  expect(summarise(plan(ruleSet, leads, 'all'), leadColumnsOf(leads, foldCompany))).toEqual({
    assigned: 3, moved: 1, unchanged: 0, unroutable: 1, kept: 1, fixed: 1, heldBack: 0,
    byTerritory: [{ territoryId: 'north', count: 3 }, { territoryId: 'south', count: 2 }],
    byPartner: [{ partnerId: 'ana', count: 3 }, { partnerId: 'ben', count: 2 }],
    moves: [{ from: null, to: 'ana', count: 1 }, { from: 'ben', to: 'ana', count: 1 }, { from: 'ana', to: null, count: 1 }, { from: null, to: 'ben', count: 1 }],
  })
})

test('columns grow beyond the room they were given, and read a raw row as they read an object', () => {
  const builder = createLeadColumns(1, foldCompany)
  const many = Array.from({ length: 3000 }, (_, at) => aLead(`lead-${String(at).padStart(4, '0')}`, { country: 'GB', declinedBy: at === 2999 ? ['ana'] : [] }))
  for (const lead of many) builder.push(leadColumnNames.map((name) => (name === 'declinedBy' ? JSON.stringify(lead.declinedBy) : (lead[name] ?? null))))
  const columns = builder.finish()
  const objects = leadColumnsOf(many, foldCompany)
  expect(columns.count).toBe(3000)
  expect(columns.country.slice(0, 3000)).toEqual(objects.country.slice(0, 3000))
  expect([...columns.declinedBy]).toEqual([[2999, ['ana']]])
})
