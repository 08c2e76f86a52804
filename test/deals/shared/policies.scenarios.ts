import { expect } from 'vitest'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrationPolicies } from '#shared/deals/registration-policy.table.ts'
import { USUAL_TERMS } from '#shared/deals/usual-terms.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { createPolicy, updatePolicy, removePolicy } = dealsContract.operations

export const policiesScenarios: Scenarios = {
  'adds, edits and removes a policy': async (desk) => {
    const { id } = valueOf(await desk.run(createPolicy, { name: ' Japan ', terms: USUAL_TERMS, countries: ['JP'] }))
    expect(await desk.rows(registrationPolicies)).toEqual([{ id, name: 'Japan', priority: 100, countries: ['JP'], products: [], terms: USUAL_TERMS, state: 'inForce', createdAt: NOW, updatedAt: NOW, rev: 1 }])
    valueOf(await desk.run(updatePolicy, { id, edits: [{ field: 'terms', value: { ...USUAL_TERMS, windowDays: 60 }, was: USUAL_TERMS }, { field: 'state', value: 'off' }] }))
    expect(await desk.row(registrationPolicies, id)).toMatchObject({ state: 'off', terms: { windowDays: 60 }, rev: 2 })
    expect(refusalOf(await desk.run(updatePolicy, { id, edits: [{ field: 'priority', value: 5, was: 7 }] }))).toEqual({ code: 'registration.stale', details: { field: 'priority', yours: 5, theirs: 100 } })
    valueOf(await desk.run(removePolicy, { id }))
    expect(await desk.rows(registrationPolicies)).toEqual([])
  },
  'refuses a policy without a name, and one that is not there': async (desk) => {
    expect(refusalOf(await desk.run(createPolicy, { name: ' ', terms: USUAL_TERMS }))).toEqual({ code: 'registration.policy-name-missing' })
    const { id } = valueOf(await desk.run(createPolicy, { name: 'A', terms: USUAL_TERMS }))
    expect(refusalOf(await desk.run(updatePolicy, { id, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'registration.policy-name-missing' })
    expect(refusalOf(await desk.run(updatePolicy, { id: nextId(), edits: [{ field: 'name', value: 'B' }] }))).toEqual({ code: 'registration.policy-not-found' })
    expect(refusalOf(await desk.run(removePolicy, { id: nextId() }))).toEqual({ code: 'registration.policy-not-found' })
  },
}
