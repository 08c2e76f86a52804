import type { Component } from 'vue'
import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router'
import type { Words } from '#shared/locales/words.ts'
import type { AppCommand } from './commands.ts'
import type { Workbench } from './workbench.ts'

export type RecordKind = 'lead' | 'account' | 'opportunity' | 'registration' | 'case' | 'quote' | 'product' | 'partner' | 'application' | 'checklist' | 'material' | 'territory' | 'import'

/** What a capability brings to the window. Everything heavy is behind lazy routes and imports. */
export interface CapabilityDescriptor {
  readonly id: string
  readonly routes: readonly RouteRecordRaw[]
  readonly navigation?: NavigationEntry
  /** Where a record of this kind is shown. */
  readonly records?: Readonly<Partial<Record<RecordKind, (id: string) => RouteLocationRaw>>>
  /** Commands that are there on every page. */
  readonly commands?: (context: CommandContext) => readonly AppCommand[]
  /** Records whose words match, best first; a handful. */
  readonly find?: (workbench: Workbench, text: string) => Promise<readonly FoundRecord[]>
}

/** The parts of the rail, from the top; what is set up now and then is folded at first, and `foot` stands apart from the work. */
export const railSections = ['leads', 'deals', 'quotes', 'partners', 'setup', 'foot'] as const
export type RailSectionName = (typeof railSections)[number]

export interface NavigationEntry {
  readonly title: (words: Words) => string
  readonly icon: Component
  readonly section: RailSectionName
  /** Place in its section, from the top. */
  readonly order: number
  readonly to: RouteLocationRaw
  /** `G L`; a page without keys is reached by the palette. */
  readonly keys?: string
  /** Set up once: whether the page has a place in the rail now; without it, it always has. */
  readonly when?: (workbench: Workbench) => () => boolean
  /** Set up once: a number that wants attention, with its words; `undefined` shows nothing. */
  readonly badge?: (workbench: Workbench) => () => NavigationBadge | undefined
}

export interface NavigationBadge {
  readonly count: number
  readonly title: string
}

export interface CommandContext {
  readonly workbench: Workbench
  readonly go: (to: RouteLocationRaw) => void
}

export interface FoundRecord {
  readonly kind: RecordKind
  readonly id: string
  readonly title: string
  readonly detail?: string
}
