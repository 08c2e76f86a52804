import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { PolicyName, PolicyValues } from '#shared/policies/policy-schema.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Events } from '../client/events.ts'

type Standing = ValueOf<Client['policies']['standing']>

/** What the company has set on this computer. The host refuses by it; the window offers no more, and says who has set it. */
export interface Policies {
  readonly standing: ComputedRef<Standing | undefined>
  /** The value that is set, so that people cannot change it. */
  set<N extends PolicyName>(name: N): PolicyValues[N]
  /** The value that is suggested, for as long as people have chosen none. */
  suggested<N extends PolicyName>(name: N): PolicyValues[N]
  /** The host has answered, or cannot. */
  readonly ready: Promise<void>
  onChange(listener: () => void): void
}

export function createPolicies(client: Pick<Client, 'policies'>, events: Events): Policies {
  const standing = shallowRef<Standing>()
  const ask = async (): Promise<void> => {
    const outcome = await client.policies.standing({})
    if (outcome.ok) standing.value = outcome.value
  }
  const find = <N extends PolicyName>(name: N, isSuggested: boolean): PolicyValues[N] =>
    standing.value?.policies.find((policy) => policy.name === name && (policy.origin === 'suggested') === isSuggested)?.value as PolicyValues[N]
  events.onChanged('policies', () => void ask())
  return {
    standing: computed(() => standing.value),
    set: (name) => find(name, false),
    suggested: (name) => find(name, true),
    ready: ask(),
    onChange: (listener) => {
      watch(standing, listener)
    },
  }
}
