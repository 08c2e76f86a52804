import { describe, expect, it } from 'vitest'
import { capacityText, capacityTone, isAbsent, localDate, openLeadsAddress, type Partner } from '#renderer/partners/partner.presenter.ts'
import { readState } from '#renderer/views/list-state.ts'
import { nextStatuses, partnerStatuses, type PartnerStatus } from '#shared/partners/partner.ts'
import { partnersCommands } from '#shared/partners/partners.commands.ts'
import { leadListFields } from '#shared/leads/leads.contract.ts'

const setStatus = partnersCommands.find(({ operation }) => operation.name === 'partners.setStatus')

function accepts(from: PartnerStatus, to: PartnerStatus): boolean {
  if (setStatus === undefined) throw new Error('the command is gone')
  const run = setStatus.run({ id: 'p', status: to } as never, { now: '', actor: { id: '', name: '' }, id: () => '', commandId: 'c', mayGive: () => true })
  // There is a partner, and nothing that it holds.
  let step = run.next()
  while (step.done !== true) step = run.next(step.value.kind === 'one' ? { id: 'p', status: from } : [])
  return step.value.kind === 'accepted'
}

describe('statuses offered to a person', () => {
  it.each(partnerStatuses)('are exactly those the command accepts from %s', (from) => {
    const accepted = partnerStatuses.filter((to) => to !== from && accepts(from, to))
    expect(new Set(nextStatuses[from])).toEqual(new Set(accepted))
  })
})

describe('capacity', () => {
  const of = (openLeads: number, capacity: number | null) => ({ openLeads, capacity }) as Partner
  const formats = { number: (value: number) => String(value) }

  it('is said beside the open leads, and left out where there is no limit', () => {
    expect(capacityText(of(12, 40), formats)).toBe('12 / 40')
    expect(capacityText(of(12, null), formats)).toBe('12')
  })

  it('warns from four fifths and is full at the limit, also at a limit of none', () => {
    expect([of(31, 40), of(32, 40), of(40, 40), of(41, 40), of(0, 0), of(900, null)].map(capacityTone)).toEqual(['neutral', 'warning', 'danger', 'danger', 'danger', 'neutral'])
  })
})

describe('an absence', () => {
  it('covers its first and its last day', () => {
    const absence = { from: '2026-12-28', to: '2027-01-04', reason: '' }
    expect(['2026-12-27', '2026-12-28', '2027-01-04', '2027-01-05'].map((day) => isAbsent(absence, day))).toEqual([false, true, true, false])
  })

  it('without an end goes on', () => {
    expect(isAbsent({ from: '2026-01-01', to: null, reason: '' }, '2031-01-01')).toBe(true)
  })

  it('is told by the desk’s own calendar day', () => {
    expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})

it('links to the open leads of several territories at once', () => {
  const { query } = openLeadsAddress('territoryId', ['t-1', 't-2'])
  expect(readState(query, new Set(leadListFields)).filter).toEqual([
    { field: 'territoryId', operator: 'is', values: ['t-1', 't-2'] },
    { field: 'stage', operator: 'isNot', values: ['converted', 'closedWon', 'closedLost', 'duplicate'] },
  ])
})
