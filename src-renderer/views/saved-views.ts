import { computed, type ComputedRef } from 'vue'
import type { Words } from '#shared/locales/words.ts'
import { createLive } from '../client/live.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { GridColumnsState } from '../ui/grid/grid-column.ts'
import { emptyState, type ListState } from './list-state.ts'

/** A view every desk has. */
export interface BuiltInView {
  readonly id: string
  readonly name: (words: Words) => string
  readonly state: Partial<ListState>
}

export interface SavedView {
  readonly id: string
  readonly name: string
  readonly builtIn: boolean
  readonly state: ListState
  readonly columns: GridColumnsState | undefined
}

export interface SavedViews {
  readonly all: ComputedRef<readonly SavedView[]>
  save(name: string, state: ListState, columns: GridColumnsState): Promise<string | undefined>
  remove(view: SavedView): Promise<void>
}

/** The views of one list: those every desk has, then those this desk saved. */
export function useSavedViews(workbench: Workbench, list: string, builtIn: readonly BuiltInView[]): SavedViews {
  const { client, changing, events, language } = workbench
  const saved = createLive({ events, subjects: ['views'], ask: () => client.views.list({ list }) })
  return {
    all: computed(() => [
      ...builtIn.map((view) => ({ id: view.id, name: view.name(language.words.value), builtIn: true, state: { ...emptyState, ...view.state }, columns: undefined })),
      ...(saved.value.value ?? []).map((view) => ({ id: view.id, name: view.name, builtIn: false, ...readKept(view.state) })),
    ]),
    async save(name, state, columns) {
      const outcome = await changing.change(language.words.value.views.said.saved(name), client.views.save({ list, name, state: { ...state, columns } as never }))
      await saved.refresh()
      return outcome.ok ? outcome.value.id : undefined
    },
    async remove(view) {
      await changing.change(language.words.value.views.said.removed(view.name), client.views.remove({ id: view.id }))
      await saved.refresh()
    },
  }
}

/** The window is the only writer of this JSON; a version that kept less leaves the rest as usual. */
function readKept(kept: unknown): Pick<SavedView, 'state' | 'columns'> {
  const { columns, ...state } = kept as Partial<ListState> & { readonly columns?: GridColumnsState }
  return { state: { ...emptyState, ...state }, columns }
}
