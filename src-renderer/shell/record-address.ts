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
