import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isHeld, leadStages } from '#shared/leads/lead.ts'
import { mergedFields, mergeLeads, placedBy } from '#shared/leads/merge-leads.ts'
import { buildLead, type Lead } from '#test/foundation/builders/build-lead.ts'

const moment = fc.option(fc.constantFrom('2026-11-16T09:00:00.000Z', '2026-11-17T09:00:00.000Z', '2026-11-18T09:00:00.000Z'), { nil: null })
const text = fc.option(fc.constantFrom('', 'one', 'other'), { nil: null })
const lead: fc.Arbitrary<Lead> = fc.record({
  stage: fc.constantFrom(...leadStages), partnerId: fc.option(fc.constantFrom('ana', 'ben'), { nil: null }), city: text, website: text, notes: text,
  assignedAt: moment, acceptedAt: moment, declinedBy: fc.subarray(['ana', 'ben', 'cleo']),
}).map((facts) => buildLead(facts))

test('whatever two leads are: nothing that either knew is lost, and at most one partner has the lead', () => {
  fc.assert(fc.property(lead, lead, (survivor, other) => {
    const { patch, loser } = mergeLeads(survivor, other, new Set())
    const merged: Lead = { ...survivor, ...patch }
    for (const field of mergedFields) if (survivor[field] !== null && survivor[field] !== '') expect(merged[field]).toBe(survivor[field])
    for (const one of [survivor, other]) {
      if (one.notes) expect(merged.notes).toContain(one.notes)
      for (const partner of one.declinedBy) expect(merged.declinedBy.includes(partner) || (isHeld(merged) && merged.partnerId === partner)).toBe(true)
    }
    const holders = new Set([survivor, other].filter(isHeld).map(({ partnerId }) => partnerId))
    if (loser !== null) expect(loser.partnerId).not.toBe(isHeld(merged) ? merged.partnerId : null)
    if (isHeld(merged)) expect(holders.has(merged.partnerId)).toBe(true)
    expect([...holders].filter((partner) => partner !== (isHeld(merged) ? merged.partnerId : null)).length).toBe(loser === null ? 0 : 1)
  }), { numRuns: 2000 })
})

test('the earlier acceptance decides whose lead it is, whichever of the two stays', () => {
  const early = buildLead({ stage: 'accepted', partnerId: 'ana', acceptedAt: '2026-11-16T09:00:00.000Z' })
  const late = buildLead({ stage: 'working', partnerId: 'ben', acceptedAt: '2026-11-17T09:00:00.000Z' })
  expect([placedBy(early, late), placedBy(late, early)]).toEqual([early, early])
})
