import { many, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import type { FrozenTerms } from './registration-terms.ts'
import { registrationPolicies } from './registration-policy.table.ts'
import type { registrations } from './registration.table.ts'
import { USUAL_TERMS } from './usual-terms.ts'

type Policy = RowOf<typeof registrationPolicies>
type Claim = Pick<RowOf<typeof registrations>, 'country' | 'products'>

/** Asks which terms hold for a claim now: those of a policy, or the usual ones. */
export function* askTerms(claim: Claim): Generator<Question, FrozenTerms, unknown> {
  return termsFor(claim, yield* many(registrationPolicies, 'byState', ['inForce']))
}

/** The policy of the lowest priority number that speaks of the customer's country and of one of the products; then the lower name. */
export function termsFor({ country, products }: Claim, policies: readonly Policy[]): FrozenTerms {
  const names = (list: readonly string[], values: readonly string[]): boolean => list.length === 0 || values.some((value) => list.includes(value))
  const [policy] = policies
    .filter((each) => each.state === 'inForce' && names(each.countries, country === null ? [] : [country]) && names(each.products, products))
    .toSorted((a, b) => a.priority - b.priority || (a.name < b.name ? -1 : 1))
  return policy === undefined ? { ...USUAL_TERMS, policyId: null, policy: null, policyRev: null } : { ...policy.terms, policyId: policy.id, policy: policy.name, policyRev: policy.rev }
}
