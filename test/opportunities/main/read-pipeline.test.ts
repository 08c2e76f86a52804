import { describe, expect, onTestFinished, test } from 'vitest'
import { attributedBusiness, boardColumns, forecastGroups } from '#main/opportunities/read-pipeline.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { attributions } from '#shared/opportunities/attribution.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { buildOpportunity, type Opportunity } from '#test/foundation/builders/build-account.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'
import { sqliteDesk } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const TODAY = '2026-11-26'
const LUCIO = idNumber(0x90)

async function pipeline(...rows: readonly Partial<Opportunity>[]) {
  const db = openForWriting(temporaryWorkspace())
  onTestFinished(() => {
    db.close()
  })
  const desk = sqliteDesk(db)
  const built = rows.map((row) => buildOpportunity({ accountId: idNumber(0x31), currency: 'EUR', ...row }))
  await desk.put(opportunities, ...built)
  return { db, desk, built }
}

describe('the board', () => {
  test('counts what is at each stage, for how much in each currency, and what is there longer than usual', async () => {
    const { db } = await pipeline(
      { stage: 'proposal', amount: 100, stageSince: '2026-11-01T00:00:00.000Z' }, { stage: 'proposal', amount: 50, stageSince: '2026-11-20T00:00:00.000Z' }, { stage: 'proposal', amount: 7, currency: 'JPY', stageSince: null, createdAt: '2026-10-01T00:00:00.000Z' },
      { stage: 'won', amount: 9, stageSince: '2016-01-01T00:00:00.000Z' },
    )
    const columns = boardColumns(db, { channel: 'all', search: '' }, TODAY)
    expect(columns.map(({ stage, count }) => [stage, count])).toEqual([['discovery', 0], ['evaluation', 0], ['proposal', 3], ['negotiation', 0], ['won', 1], ['lost', 0]])
    expect(columns[2]).toMatchObject({ aged: 2, amounts: [{ currency: 'EUR', amount: 150 }, { currency: 'JPY', amount: 7 }] })
    expect(columns[4]).toMatchObject({ aged: 0 })
  })

  test('shows partners’ business, direct business, or what is searched for', async () => {
    const { db } = await pipeline({ name: 'Ledger', partnerId: LUCIO }, { name: 'Risk' }, { name: 'Ledger again' })
    const discovery = (channel: 'all' | 'partner' | 'direct', search = '') => boardColumns(db, { channel, search }, TODAY)[0]?.count
    expect([discovery('all'), discovery('partner'), discovery('direct'), discovery('all', 'ledger'), discovery('direct', 'ledger')]).toEqual([3, 1, 2, 2, 1])
  })
})

test('a forecast takes what is open by the month it is expected in, and what was won this quarter', async () => {
  const { db } = await pipeline(
    { stage: 'proposal', amount: 100, expectedCloseOn: '2027-03-31', judgement: 'commit' }, { stage: 'proposal', amount: 50, expectedCloseOn: '2027-03-01', judgement: 'commit' }, { stage: 'discovery', amount: null },
    { stage: 'won', amount: 9, expectedCloseOn: '2027-03-31', closedAt: '2026-10-01T00:00:00.000Z' }, { stage: 'won', amount: 8, closedAt: '2026-09-30T00:00:00.000Z' }, { stage: 'lost', amount: 7, expectedCloseOn: '2027-03-31' },
  )
  const groups = forecastGroups(db, 'all', TODAY)
  expect(groups).toHaveLength(3)
  expect(groups).toEqual(expect.arrayContaining([
    { month: '2027-03', stage: 'proposal', judgement: 'commit', currency: 'EUR', count: 2, amount: 150 },
    { month: null, stage: 'discovery', judgement: 'pipeline', currency: null, count: 1, amount: 0 },
    { month: '2026-10', stage: 'won', judgement: 'pipeline', currency: 'EUR', count: 1, amount: 9 },
  ]))
})

test('the report of credits takes what closed in the days asked for, the first and the last among them', async () => {
  const { db, desk, built } = await pipeline({ stage: 'won', amount: 100, closedAt: '2026-10-31T23:59:00.000Z' }, { stage: 'won', amount: 50, closedAt: '2026-11-01T00:00:00.000Z' }, { stage: 'proposal', amount: 7, expectedCloseOn: '2026-10-31' })
  await desk.put(attributions, { id: idNumber(0x91), opportunityId: built[0]!.id, partnerId: LUCIO, kind: 'sourced', percent: 60, territoryId: null, importId: null, createdAt: TODAY, updatedAt: TODAY, rev: 1 })
  expect(attributedBusiness(db, { of: 'won', from: '2026-10-01', to: '2026-10-31' })).toEqual([{ amount: 100, currency: 'EUR', shares: [expect.objectContaining({ partnerId: LUCIO, kind: 'sourced', percent: 60 })] }])
  expect(attributedBusiness(db, { of: 'won', from: null, to: null })).toHaveLength(2)
  expect(attributedBusiness(db, { of: 'open', from: '2026-10-31', to: '2026-10-31' }).map(({ amount }) => amount)).toEqual([7])
})
