import { expect, test } from 'vitest'
import { caseTimeline } from '#shared/conflicts/case-timeline.ts'
import { buildCase, buildClaim, buildEvidence, directClaim } from '#test/foundation/builders/build-case.ts'

test('claims, evidence and steps are one line of time by the server’s clock, with what the devices say beside it', () => {
  const early = buildClaim({ receivedAt: '2026-11-05T10:01:00.000Z', deviceAt: '2026-11-01T03:00:00.000Z', completeAt: '2026-11-06T09:00:00.000Z' })
  const late = buildClaim({ receivedAt: '2026-11-05T10:00:00.000Z', deviceAt: '2026-11-05T09:59:00.000Z', completeAt: '2026-11-05T10:00:00.000Z', approvedAt: '2026-11-07T09:00:00.000Z' })
  const direct = directClaim({ receivedAt: '2026-11-04T09:00:00.000Z', completeAt: '2026-11-04T09:00:00.000Z' })
  const conflict = buildCase({
    claims: [early, late, direct], openedAt: '2026-11-05T10:01:00.000Z', asked: [{ claimId: early.id, text: 'Show it', at: '2026-11-10T09:00:00.000Z' }],
    appeals: [{ claimId: late.id, text: 'No', by: 'Aya', at: '2026-11-15T09:00:00.000Z', decision: 0 }], finalAt: '2026-11-30T09:00:00.000Z',
  })
  const said = buildEvidence({ caseId: conflict.id, claimId: early.id, happenedAt: '2026-10-01T09:00:00.000Z', deviceAt: '2026-11-11T08:00:00.000Z', receivedAt: '2026-11-11T09:00:00.000Z' })
  const timeline = caseTimeline(conflict, [said])
  expect(timeline.map(({ event, claimId }) => [event, claimId])).toEqual([
    ['onRecord', direct.id], ['submitted', late.id], ['submitted', early.id], ['opened', null], ['complete', early.id], ['approved', late.id], ['asked', early.id], ['evidence', early.id], ['appealed', late.id], ['final', null],
  ])
  expect(timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at).toSorted())
  expect(timeline[2]).toMatchObject({ at: '2026-11-05T10:01:00.000Z', deviceAt: '2026-11-01T03:00:00.000Z' })
  expect(timeline[7]).toMatchObject({ happenedAt: '2026-10-01T09:00:00.000Z', deviceAt: '2026-11-11T08:00:00.000Z', by: 'Aya' })
  expect(new Set(timeline.map(({ key }) => key)).size).toBe(timeline.length)
})
