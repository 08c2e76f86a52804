import { accept, command, insert, many, refuse } from '../foundation/command.ts'
import { countryOf } from '../geography/countries.ts'
import { policyProblem } from './policy-problem.ts'
import { taxPolicies } from './tax-policy.table.ts'
import { taxesContract } from './taxes.contract.ts'

const publish = command(taxesContract.operations.publish, function* ({ seenVersion, ...policy }, { actor, commandId, id }) {
  if (countryOf(policy.country) === undefined) return refuse('tax-policy.country-unknown', 'there is no such country', { value: policy.country })
  const latest = (yield* many(taxPolicies, 'byCountry', [policy.country])).toSorted((one, other) => other.version - one.version)[0]
  if ((latest?.version ?? 0) !== seenVersion) return refuse('tax-policy.stale', 'somebody else has published a version in the meantime', { by: latest?.publishedByName ?? '', version: latest?.version ?? 0 })
  const problem = policyProblem(policy)
  if (problem !== null) return refuse(problem.code, problem.message, problem.details)
  const policyId = id()
  const version = seenVersion + 1
  return accept({ entry: commandId, id: policyId }, [insert(taxPolicies, { ...policy, id: policyId, version, publishedByName: actor.name })], [{ event: 'tax-policy.published', about: policyId, details: { country: policy.country, version } }])
})

export const taxesCommands = [publish]
