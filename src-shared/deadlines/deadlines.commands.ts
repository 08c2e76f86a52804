import { accept, command, insert, one, refuse, remove, update } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { deadlinePolicies } from './deadline-policy.table.ts'
import { deadlinesContract } from './deadlines.contract.ts'

const { operations } = deadlinesContract

const createPolicy = command(operations.createPolicy, function* (input, { id, commandId }) {
  const name = input.name.trim()
  if (name === '') return refuse('deadline.name-missing', 'a policy needs a name')
  const policyId = id()
  const row = { priority: 100, countries: [], sources: [], warnAt: 75, breach: 'tell' as const, grace: 0, enabled: true, ...input, id: policyId, name }
  return accept({ entry: commandId, id: policyId }, [insert(deadlinePolicies, row)], [{ event: 'deadline.policy-created', about: policyId }])
})

const updatePolicy = command(operations.updatePolicy, function* (input, { commandId }) {
  const policy = yield* one(deadlinePolicies, input.id)
  if (policy === undefined) return refuse('deadline.policy-not-found', 'there is no such policy')
  const decided = decideEdit('deadline', policy, input.edits)
  if (!('patch' in decided)) return decided
  if (decided.patch.name?.trim() === '') return refuse('deadline.name-missing', 'a policy needs a name')
  return accept({ entry: commandId }, [update(deadlinePolicies, policy.id, decided.patch)], [{ event: 'deadline.policy-edited', about: policy.id }])
})

const removePolicy = command(operations.removePolicy, function* (input, { commandId }) {
  const policy = yield* one(deadlinePolicies, input.id)
  if (policy === undefined) return refuse('deadline.policy-not-found', 'there is no such policy')
  return accept({ entry: commandId }, [remove(deadlinePolicies, policy.id)], [{ event: 'deadline.policy-removed', about: policy.id, details: { name: policy.name } }])
})

export const deadlinesCommands = [createPolicy, updatePolicy, removePolicy]
