import { accept, command, insert, one, refuse, remove, update } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { dealsContract } from './deals.contract.ts'
import { registrationPolicies } from './registration-policy.table.ts'

const { operations } = dealsContract

const createPolicy = command(operations.createPolicy, function* (input, { id, commandId }) {
  const name = input.name.trim()
  if (name === '') return refuse('registration.policy-name-missing', 'a policy needs a name')
  const policyId = id()
  return accept({ entry: commandId, id: policyId }, [insert(registrationPolicies, { priority: 100, countries: [], products: [], state: 'inForce', ...input, id: policyId, name })], [{ event: 'registration.policy-created', about: policyId, details: { name } }])
})

const updatePolicy = command(operations.updatePolicy, function* (input, { commandId }) {
  const policy = yield* one(registrationPolicies, input.id)
  if (policy === undefined) return refuse('registration.policy-not-found', 'there is no such policy')
  const decided = decideEdit('registration', policy, input.edits)
  if (!('patch' in decided)) return decided
  if (decided.patch.name?.trim() === '') return refuse('registration.policy-name-missing', 'a policy needs a name')
  return accept({ entry: commandId }, [update(registrationPolicies, policy.id, decided.patch)], [{ event: 'registration.policy-edited', about: policy.id, details: { name: policy.name } }])
})

const removePolicy = command(operations.removePolicy, function* (input, { commandId }) {
  const policy = yield* one(registrationPolicies, input.id)
  if (policy === undefined) return refuse('registration.policy-not-found', 'there is no such policy')
  return accept({ entry: commandId }, [remove(registrationPolicies, policy.id)], [{ event: 'registration.policy-removed', about: policy.id, details: { name: policy.name } }])
})

export const policiesCommands = [createPolicy, updatePolicy, removePolicy]
