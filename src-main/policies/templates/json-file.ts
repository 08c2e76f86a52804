import { z } from 'zod'
import { policies, policyNames, policyOf } from '#shared/policies/policy-schema.ts'
import { SUGGESTIONS } from '#shared/policies/resolve-policies.ts'

const optional = (names: readonly (typeof policyNames)[number][]) => z.strictObject(Object.fromEntries(names.map((name) => [name, policyOf(name).schema.optional()])))

/** What an editor checks the file of Linux against. */
export function policiesJsonSchema(): object {
  const set = optional(policyNames)
  return z.toJSONSchema(set.extend({ [SUGGESTIONS]: optional(policyNames.filter((name) => policyOf(name).suggestible === true)).optional() }))
}

/** The file of Linux with an example of every policy, to be cut down. */
export function examplePolicies(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(policyNames.map((name) => [name, policies[name].example]))
}
