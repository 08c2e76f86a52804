import type { CapabilityDescriptor, NavigationBadge, NavigationEntry } from './descriptor.ts'
import type { Workbench } from './workbench.ts'

/** A page in the rail, set up for this window. */
export interface RailEntry extends NavigationEntry {
  readonly id: string
  /** The routes that count as being on it. */
  readonly paths: readonly string[]
  readonly count: (() => NavigationBadge | undefined) | undefined
  readonly isThere: () => boolean
}

/** Every capability's page in the rail, in the order of the sections' places. */
export const railEntries = (capabilities: readonly CapabilityDescriptor[], workbench: Workbench): readonly RailEntry[] =>
  capabilities
    .flatMap(({ id, navigation, routes }): readonly RailEntry[] =>
      navigation === undefined ? [] : [{ ...navigation, id, paths: routes.map(({ path }) => path), count: navigation.badge?.(workbench), isThere: navigation.when?.(workbench) ?? (() => true) }],
    )
    .toSorted((a, b) => a.order - b.order)
