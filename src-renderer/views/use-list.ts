import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Subject } from '../client/events.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { GridColumnsState } from '../ui/grid/grid-column.ts'
import type { GridSelection } from '../ui/grid/grid-selection.ts'
import { resolveDates } from './date-filter.ts'
import { groupWords, type ListField } from './list-field.ts'
import { createListSource, type ListAnswer, type ListQuestion, type ListSource } from './list-source.ts'
import { emptyState, readState, sameState, writeState, type ListState } from './list-state.ts'
import { useListSelection } from './list-selection.ts'
import { useSavedViews, type BuiltInView, type SavedView, type SavedViews } from './saved-views.ts'

/** What a capability says of its list; see LeadListPage.vue for a whole one. */
export interface ListOptions<Row> {
  /** Name of the list, under which its views are kept. */
  readonly id: string
  readonly ask: (question: ListQuestion) => Promise<Outcome<ListAnswer<Row>>>
  /** Rows of the list may have moved when these change. */
  readonly subjects: readonly Subject[]
  readonly fields: ComputedRef<readonly ListField[]>
  /** The first is the list as it opens. */
  readonly views: readonly [BuiltInView, ...BuiltInView[]]
  /** Columns not shown at first. */
  readonly hiddenColumns?: readonly string[]
}

export interface List<Row> {
  readonly id: string
  readonly source: ListSource<Row>
  readonly fields: ComputedRef<readonly ListField[]>
  readonly state: ComputedRef<ListState>
  readonly ask: (change: Partial<ListState>) => void
  readonly views: SavedViews
  readonly view: ComputedRef<SavedView>
  readonly isModified: ComputedRef<boolean>
  readonly openView: (id: string) => void
  readonly columns: WritableComputedRef<GridColumnsState>
  readonly selection: ShallowRef<GridSelection>
  readonly selectedCount: ComputedRef<number>
  /** The ids of the selected rows, asked for where they were never on screen. */
  readonly selectedIds: () => Promise<readonly string[]>
  /** Counts how often the rows were asked for again because data changed. */
  readonly refreshes: Readonly<ShallowRef<number>>
  /** The record shown beside the list; part of the address. */
  readonly shownId: WritableComputedRef<string | undefined>
}

const REFRESH_AFTER = 150
const SHOWN_AFTER = 300

/** A list page's state: the address is its only truth, so that back, forward and shared links work. */
export function useList<Row extends { readonly id: string }>(options: ListOptions<Row>): List<Row> {
  const workbench = useWorkbench()
  const route = useRoute()
  const router = useRouter()
  const path = route.path
  const views = useSavedViews(workbench, options.id, options.views)
  const [usual] = options.views

  const view = computed<SavedView>(() => {
    const wished = typeof route.query['v'] === 'string' ? route.query['v'] : usual.id
    const found = views.all.value.find((each) => each.id === wished) ?? views.all.value[0]
    if (found === undefined) throw new Error(`list ${options.id} has no view`)
    return found
  })
  const names = computed(() => new Set(options.fields.value.map((field) => field.id)))
  const state = computed<ListState>((former) => {
    // While another page is on its way in, the address is no longer ours.
    if (route.path !== path) return former ?? emptyState
    const now = route.query['m'] === undefined ? view.value.state : readState(route.query, names.value)
    return former !== undefined && sameState(former, now) ? former : now
  })

  const columnsByView = shallowRef<ReadonlyMap<string, GridColumnsState>>(new Map())
  const viewColumns = computed<GridColumnsState>(() => view.value.columns ?? { order: [], hidden: options.hiddenColumns ?? [], widths: {} })
  const columns = computed({
    get: () => columnsByView.value.get(view.value.id) ?? viewColumns.value,
    set: (now) => {
      columnsByView.value = new Map(columnsByView.value).set(view.value.id, now)
    },
  })

  const isDate = (field: string): boolean => options.fields.value.find(({ id }) => id === field)?.kind === 'date'
  const source = createListSource<Row>({
    ask: ({ filter, ...question }) => options.ask({ ...question, filter: filter.flatMap((each) => (isDate(each.field) ? resolveDates(each, new Date()) : [each])) }),
    state: () => state.value,
    groupLabel: (group) => groupWords(options.fields.value.find((field) => field.id === state.value.group), group.value, workbench.language.words.value),
  })
  const selecting = useListSelection(source)

  watch(state, () => {
    selecting.clear()
    source.rows.reset()
  })

  const refreshes = shallowRef(0)
  let refreshing: ReturnType<typeof setTimeout> | undefined
  const ends = options.subjects.map((subject) =>
    workbench.events.onChanged(subject, () => {
      refreshing ??= setTimeout(() => {
        refreshing = undefined
        refreshes.value += 1
        source.rows.refresh()
        void selecting.review()
      }, REFRESH_AFTER)
    }),
  )

  function go(query: Record<string, string | string[]>): void {
    const id = shown.value
    void router.replace({ path, query: { ...query, ...(id === undefined ? {} : { id }) } })
  }

  function ask(change: Partial<ListState>): void {
    const wished = { ...state.value, ...change }
    const v = view.value.id === usual.id ? {} : { v: view.value.id }
    go(sameState(wished, view.value.state) ? v : { ...v, m: '1', ...writeState(wished) })
  }

  function addressed(): string | undefined {
    return typeof route.query['id'] === 'string' ? route.query['id'] : undefined
  }
  const shown = shallowRef(addressed())
  let showing: ReturnType<typeof setTimeout> | undefined
  // Another page's code may still be on its way: an address written meanwhile would call one back.
  let leaving = false
  const guards = [
    router.beforeEach((to) => {
      leaving = to.path !== path
    }),
    router.afterEach(() => {
      leaving = false
    }),
  ]
  watch(addressed, (id) => {
    if (route.path === path && showing === undefined) shown.value = id
  })
  const shownId = computed({
    get: () => shown.value,
    set: (id) => {
      shown.value = id
      // Holding an arrow key down passes many rows; only where it rests is worth an address.
      clearTimeout(showing)
      showing = setTimeout(() => {
        showing = undefined
        if (route.path === path && !leaving) void router.replace({ path, query: { ...route.query, id } })
      }, SHOWN_AFTER)
    },
  })

  onScopeDispose(() => {
    clearTimeout(refreshing)
    clearTimeout(showing)
    for (const end of [...ends, ...guards]) end()
  })

  return {
    id: options.id,
    source,
    fields: options.fields,
    state,
    ask,
    views,
    view,
    isModified: computed(() => !sameState(state.value, view.value.state) || columnsByView.value.has(view.value.id)),
    openView(id) {
      columnsByView.value = new Map([...columnsByView.value].filter(([of]) => of !== id))
      go(id === usual.id ? {} : { v: id })
    },
    columns,
    selection: selecting.selection,
    selectedCount: selecting.count,
    selectedIds: selecting.ids,
    refreshes,
    shownId,
  }
}
