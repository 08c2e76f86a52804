import { describe, expect, test } from 'vitest'
import { deriveTask } from '#shared/onboarding/derive-task.ts'
import { NO_EVIDENCE, type TaskEvent } from '#shared/onboarding/task-event.ts'
import { buildEvent } from '#test/foundation/builders/build-checklist.ts'

const stateOf = (...events: readonly TaskEvent[]) => {
  const { state, disputed } = deriveTask(events, 'America/Guatemala')
  return [state, disputed]
}

describe('case 11: one completes and another revokes, neither knowing of the other', () => {
  const handedIn = buildEvent('contract', 'submitted')
  const approved = buildEvent('contract', 'approved', { seen: handedIn.id })
  const revoked = buildEvent('contract', 'revoked', { seen: handedIn.id, text: 'Wrong signature' })

  test('the order in which they arrive makes no difference: the revocation stands, and that it is disputed is said', () => {
    expect(stateOf(handedIn, approved, revoked)).toEqual(['actionRequired', true])
    expect(stateOf(handedIn, revoked, approved)).toEqual(['actionRequired', true])
  })
  test('whoever knows of both decides: completed anew', () => {
    expect(stateOf(handedIn, revoked, approved, buildEvent('contract', 'completed', { seen: approved.id }))).toEqual(['completed', false])
  })
  test('or revoked anew', () => {
    expect(stateOf(handedIn, approved, revoked, buildEvent('contract', 'revoked', { seen: revoked.id, text: 'Still' }))).toEqual(['actionRequired', false])
  })
})

test('a task that is revoked by somebody who knew of its completion asks for action, without dispute', () => {
  const done = buildEvent('call', 'completed')
  expect(stateOf(done, buildEvent('call', 'revoked', { seen: done.id, text: 'Never took place' }))).toEqual(['actionRequired', false])
})

test('what is done is done: a colleague who skips it meanwhile takes nothing away', () => {
  expect(stateOf(buildEvent('call', 'completed'), buildEvent('call', 'skipped', { text: 'No time' }))).toEqual(['completed', false])
  expect(stateOf(buildEvent('call', 'skipped', { text: 'No time' }), buildEvent('call', 'completed'))).toEqual(['completed', false])
})

test('it was finished on the partner’s own date, as its device says, and never later than it was received', () => {
  const late = { receivedAt: '2026-11-27T12:00:00.000Z' }
  expect(deriveTask([buildEvent('call', 'completed', { ...late, deviceAt: '2026-11-24T03:00:00.000Z' })], 'America/Guatemala').finishedOn).toBe('2026-11-23')
  expect(deriveTask([buildEvent('call', 'completed', { ...late, deviceAt: '2031-01-01T00:00:00.000Z' })], 'America/Guatemala').finishedOn).toBe('2026-11-27')
})

test('case 16: the evidence of an agreement names the version and language that were accepted, whatever comes after', () => {
  const accepted = { ...NO_EVIDENCE, agreementVersion: '2.1', agreementLanguage: 'es' }
  const done = buildEvent('contract', 'submitted', { evidence: accepted })
  expect(deriveTask([done, buildEvent('contract', 'approved', { seen: done.id }), buildEvent('contract', 'reminded')], 'UTC').evidence).toEqual(accepted)
})

test('holding up, assigning and moving a date leave the state as it is', () => {
  expect(deriveTask([buildEvent('call', 'blocked', { text: 'Strike' }), buildEvent('call', 'assigned', { assignee: 'Ana' }), buildEvent('call', 'dueMoved', { dueOn: '2026-12-01' })], 'UTC')).toMatchObject({ state: 'open', heldUp: 'Strike', assignee: 'Ana', movedTo: '2026-12-01' })
  expect(deriveTask([buildEvent('call', 'blocked', { text: 'Strike' }), buildEvent('call', 'unblocked')], 'UTC').heldUp).toBeNull()
})
