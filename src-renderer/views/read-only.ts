import type { ComputedRef, InjectionKey } from 'vue'

/** Whether the fields around are there to be read alone. */
export const readOnlyKey: InjectionKey<ComputedRef<boolean>> = Symbol('read only')
