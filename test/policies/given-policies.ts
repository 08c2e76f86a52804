import { resolvePolicies, type PolicyLayers, type ResolvedPolicies } from '#shared/policies/resolve-policies.ts'
import type { Policies } from '#main/policies/read-policies.ts'

/** Policies as an administrator would have set them for the machine, to be changed by the test. */
export function givenPolicies(entries: Readonly<Record<string, unknown>>): Policies & { set(entries: Readonly<Record<string, unknown>>): void } {
  const listeners = new Set<() => void>()
  let current = ofMachine(entries)
  return {
    current: () => current,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => undefined,
    set(changed) {
      current = ofMachine(changed)
      for (const listener of listeners) listener()
    },
  }
}

export function ofMachine(entries: Readonly<Record<string, unknown>>, more: Partial<PolicyLayers> = {}): ResolvedPolicies {
  return resolvePolicies({ machine: { place: 'the machine', entries }, ...more })
}
