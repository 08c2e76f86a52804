import { inject, provide, type InjectionKey } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { CapabilityDescriptor, RecordKind } from './descriptor.ts'

/** Where a record is shown; nothing for a kind that no page shows. */
export function recordAddress(capabilities: readonly CapabilityDescriptor[], kind: RecordKind, id: string): RouteLocationRaw | undefined {
  for (const { records } of capabilities) {
    const address = records?.[kind]
    if (address !== undefined) return address(id)
  }
  return undefined
}

type AddressOf = (kind: RecordKind, id: string) => RouteLocationRaw | undefined

const KEY: InjectionKey<AddressOf> = Symbol('record address')

/** Lets pages link to records whose capability they do not know. */
export function provideRecordAddress(capabilities: readonly CapabilityDescriptor[]): void {
  provide(KEY, (kind, id) => recordAddress(capabilities, kind, id))
}

export const useRecordAddress = (): AddressOf => inject(KEY, () => undefined)
