import type { PolicyProblem, StandingPolicy } from './policies.contract.ts'
import { policyNames, policyOf, type PolicyName, type PolicyValues } from './policy-schema.ts'

/** What lies in one place, not looked at yet; or why nothing of it can be believed. A place that is not there holds nothing. */
export type PolicyLayer = { readonly place: string; readonly entries: Readonly<Record<string, unknown>> } | { readonly place: string; readonly problem: PolicyProblem['problem']; readonly name?: string }

export interface PolicyLayers {
  /** Written by administrators, for everybody on this computer. Suggestions are an entry of their own, `Defaults`. */
  readonly machine: PolicyLayer
  /** Written for one person; counts only where the machine's policies say so, because people can often write it themselves. */
  readonly user?: PolicyLayer
}

export interface ResolvedPolicies {
  readonly set: PolicyValues
  readonly suggested: PolicyValues
  readonly standing: readonly StandingPolicy[]
  readonly problems: readonly PolicyProblem[]
  readonly places: readonly string[]
}

export const SUGGESTIONS = 'Defaults'

interface Read {
  readonly policies: readonly StandingPolicy[]
  readonly problems: readonly PolicyProblem[]
}

/**
 * Settles what counts: the machine before the user before what is merely suggested. A value that does not fit is left out and told;
 * of a policy that guards something the strictest counts instead, and so it does for all of them where a place cannot be believed.
 */
export function resolvePolicies({ machine, user }: PolicyLayers): ResolvedPolicies {
  const ofMachine = readSet(machine, 'machine')
  const usersCount = ofMachine.policies.some(({ name, value }) => name === 'UserPolicies' && value === true)
  const ofUser = user === undefined ? NOTHING : usersCount ? readSet(user, 'user') : ignored(user)
  const suggested = readSuggested(machine)
  const standing = policyNames.flatMap((name) => [ofMachine, ofUser, suggested].flatMap(({ policies }) => policies.filter((each) => each.name === name)).slice(0, 1))
  return {
    set: valuesOf(standing.filter(({ origin }) => origin !== 'suggested')),
    suggested: valuesOf(standing.filter(({ origin }) => origin === 'suggested')),
    standing,
    problems: [ofMachine, ofUser, suggested].flatMap(({ problems }) => problems),
    places: [machine, ...(user === undefined ? [] : [user])].map(({ place }) => place),
  }
}

const NOTHING: Read = { policies: [], problems: [] }

function readSet(layer: PolicyLayer, origin: 'machine' | 'user'): Read {
  const { place } = layer
  if ('problem' in layer) return { policies: policyNames.filter((name) => policyOf(name).unlessUnreadable !== true).flatMap(closed), problems: [{ problem: layer.problem, place, name: layer.name ?? null }] }
  return gather(layer.entries, (name, value) => {
    if (name === SUGGESTIONS) return NOTHING
    if (!isPolicy(name)) return { policies: [], problems: [{ problem: 'unknown', place, name }] }
    if (origin === 'user' && policyOf(name).ofMachine === true) return { policies: [], problems: [{ problem: 'machine-only', place, name }] }
    const read = valueOf(name, value)
    return read === undefined ? { policies: closed(name), problems: [{ problem: 'invalid', place, name }] } : { policies: [{ name, value: read, origin }], problems: [] }
  })
}

function readSuggested(layer: PolicyLayer): Read {
  if ('problem' in layer || !Object.hasOwn(layer.entries, SUGGESTIONS)) return NOTHING
  const { place } = layer
  const suggestions = layer.entries[SUGGESTIONS]
  if (!isRecord(suggestions)) return { policies: [], problems: [{ problem: 'invalid', place, name: SUGGESTIONS }] }
  return gather(suggestions, (name, value) => {
    const at = { place, name: `${SUGGESTIONS}.${name}` }
    if (!isPolicy(name)) return { policies: [], problems: [{ problem: 'unknown', ...at }] }
    if (policyOf(name).suggestible !== true) return { policies: [], problems: [{ problem: 'not-suggestible', ...at }] }
    const read = valueOf(name, value)
    return read === undefined ? { policies: [], problems: [{ problem: 'invalid', ...at }] } : { policies: [{ name, value: read, origin: 'suggested' }], problems: [] }
  })
}

function ignored(layer: PolicyLayer): Read {
  const isEmpty = !('problem' in layer) && Object.keys(layer.entries).length === 0
  return isEmpty ? NOTHING : { policies: [], problems: [{ problem: 'user-ignored', place: layer.place, name: null }] }
}

function closed(name: PolicyName): readonly StandingPolicy[] {
  const value = policyOf(name).failsTo
  return isValue(value) ? [{ name, value, origin: 'closed' }] : []
}

function valueOf(name: PolicyName, value: unknown): StandingPolicy['value'] | undefined {
  const read = policyOf(name).schema.safeParse(value)
  return read.success && isValue(read.data) ? read.data : undefined
}

function valuesOf(standing: readonly StandingPolicy[]): PolicyValues {
  return Object.fromEntries(standing.map(({ name, value }) => [name, value]))
}

function gather(entries: Readonly<Record<string, unknown>>, read: (name: string, value: unknown) => Read): Read {
  const all = Object.entries(entries).map(([name, value]) => read(name, value))
  return { policies: all.flatMap(({ policies }) => policies), problems: all.flatMap(({ problems }) => problems) }
}

function isPolicy(name: string): name is PolicyName {
  return policyNames.some((known) => known === name)
}

function isValue(value: unknown): value is StandingPolicy['value'] {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
