import { describe, expect, test } from 'vitest'
import { openCase, type Claimant } from '#shared/conflicts/open-case.ts'
import { derivedIds } from '#shared/foundation/derived-ids.ts'
import type { Claim } from '#shared/engagement/claim.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildCase, buildClaim } from '#test/foundation/builders/build-case.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW } from '#test/foundation/desk.ts'

const early = buildClaim({ receivedAt: '2026-11-02T09:00:00.000Z', company: '北山食品' })
const late = buildClaim({ receivedAt: '2026-11-05T09:00:00.000Z' })
const third = buildClaim({ kind: 'distributor', receivedAt: '2026-11-08T09:00:00.000Z' })
const claimant = (claim: Claim, given: Partial<Claimant> = {}): Claimant => ({ claim, customerKey: `key ${claim.id}`, accountId: null, territoryId: 'north', caseId: null, ...given })

function open(claimants: readonly Claimant[], conflictCases: readonly ReturnType<typeof buildCase>[] = []) {
  const commandId = nextId()
  const opened = answered(openCase(claimants, { now: NOW, actor: { id: '', name: '' }, id: derivedIds(commandId), commandId, mayGive: () => true }), { conflictCases })
  const [change] = opened.changes
  const row = change === undefined || change.kind === 'remove' ? {} : Object.fromEntries(change.columns.map((column, at) => [column, change.rows[0]?.[at]]))
  return { ...opened, kind: change?.kind, row }
}

describe('a case', () => {
  test('begins with the first to be received, under its name', () => {
    const { kind, row, caseId } = open([claimant(late, { accountId: 'account' }), claimant(early)])
    expect([kind, row]).toEqual(['insert', expect.objectContaining({ id: caseId, name: '北山食品', customerKey: `key ${early.id}`, accountId: 'account', claims: [early, late], territoryId: 'north', state: 'detected' })])
  })

  test('is everybody’s where its claims are of several territories', () => {
    expect(open([claimant(early), claimant(late, { territoryId: 'south' })]).row['territoryId']).toBeNull()
    expect(open([claimant(early, { territoryId: null }), claimant(late)]).row['territoryId']).toBeNull()
  })
})

describe('case 15: a third claim', () => {
  const conflict = buildCase({ claims: [early, late], state: 'triage', territoryId: 'north' })

  test('joins the case that the others are in', () => {
    const { kind, row, caseId, notes } = open([claimant(early, { caseId: conflict.id }), claimant(third)], [conflict])
    expect([caseId, kind, row, notes.map(({ event }) => event)]).toEqual([conflict.id, 'update', { claims: [early, late, third], territoryId: 'north' }, ['case.claim-joined']])
  })

  test('that is in it already changes nothing', () => {
    expect(open([claimant(early, { caseId: conflict.id }), claimant(late, { caseId: conflict.id })], [conflict]).changes).toEqual([])
  })

  test('of a case that is over opens another', () => {
    const { kind, caseId } = open([claimant(early, { caseId: conflict.id }), claimant(third)], [{ ...conflict, state: 'final' }])
    expect([kind, caseId === conflict.id]).toEqual(['insert', false])
  })
})
