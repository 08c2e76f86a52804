import { computed, onScopeDispose, shallowRef, toValue, type Component, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import type { Words } from '#shared/locales/words.ts'
import type { Rights } from './rights.ts'

/** Something a person can do: found in the palette, bound to keys, listed in the keyboard overlay. */
export interface AppCommand {
  readonly id: string
  readonly title: (words: Words) => string
  readonly section: keyof Words['shell']['sections']
  readonly icon?: Component
  /** `Mod+K`, `C`, `G L`: see keyboard.ts. */
  readonly keys?: string
  /** One of many of its kind: the palette shows it only to those who type for it. */
  readonly isMinor?: boolean
  /** The operation it gives: not offered to those who may not. */
  readonly gives?: string
  /** Not offered while it says no. */
  readonly when?: () => boolean
  readonly run: () => void | Promise<void>
}

export interface Commands {
  /** All that can be done now, the page's own first; a page's command stands in for a general one of the same id. */
  readonly available: ComputedRef<readonly AppCommand[]>
  /** Offers commands until the returned function is called. */
  add(commands: MaybeRefOrGetter<readonly AppCommand[]>): () => void
  run(id: string): void
}

export function createCommands({ may }: Pick<Rights, 'may'>): Commands {
  const sources = shallowRef<readonly MaybeRefOrGetter<readonly AppCommand[]>[]>([])
  const available = computed(() => {
    const byId = new Map<string, AppCommand>()
    for (const command of sources.value.toReversed().flatMap((source) => toValue(source))) {
      if (!byId.has(command.id) && command.when?.() !== false && (command.gives === undefined || may(command.gives))) byId.set(command.id, command)
    }
    return [...byId.values()]
  })
  return {
    available,
    add(commands) {
      sources.value = [...sources.value, commands]
      return () => {
        sources.value = sources.value.filter((source) => source !== commands)
      }
    },
    run(id) {
      void available.value.find((command) => command.id === id)?.run()
    },
  }
}

/** Offers commands for as long as the component that calls it is there. */
export function offerCommands(commands: Commands, offered: MaybeRefOrGetter<readonly AppCommand[]>): void {
  onScopeDispose(commands.add(offered))
}
