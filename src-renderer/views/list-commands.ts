import { computed, type ComputedRef } from 'vue'
import type { AppCommand } from '../shell/commands.ts'
import { emptyState } from './list-state.ts'
import type { List } from './use-list.ts'

interface ListGestures {
  readonly focusSearch: () => void
  readonly toggleDetail: () => void
  readonly saveView: () => void
  readonly next: () => void
  readonly previous: () => void
}

/** What can be done on every list page. */
export function listCommands<Row>(list: List<Row>, gestures: ListGestures): ComputedRef<readonly AppCommand[]> {
  return computed(() => [
    { id: 'list.search', title: (w) => w.views.focusSearch, section: 'page', keys: '/', run: gestures.focusSearch },
    { id: 'list.next', title: (w) => w.views.next, section: 'page', keys: 'J', run: gestures.next },
    { id: 'list.previous', title: (w) => w.views.previous, section: 'page', keys: 'K', run: gestures.previous },
    { id: 'list.details', title: (w) => w.views.details, section: 'page', keys: 'Mod+\\', run: gestures.toggleDetail },
    { id: 'list.save-view', title: (w) => w.views.saveAs, section: 'page', keys: 'Mod+S', run: gestures.saveView },
    { id: 'list.reset-view', title: (w) => w.views.reset, section: 'page', when: () => list.isModified.value, run: () => list.openView(list.view.value.id) },
    { id: 'list.clear', title: (w) => w.views.clearFilters, section: 'page', when: () => list.state.value.search !== '' || list.state.value.filter.length > 0, run: () => list.ask({ ...emptyState, sort: list.state.value.sort, group: list.state.value.group }) },
    { id: 'list.ungroup', title: (w) => w.views.groupNone, section: 'page', when: () => list.state.value.group !== null, run: () => list.ask({ group: null }) },
    { id: 'list.open-groups', title: (w) => w.views.openAll, section: 'page', when: () => list.state.value.group !== null, run: () => list.source.setAllGroups(true) },
    { id: 'list.close-groups', title: (w) => w.views.closeAll, section: 'page', when: () => list.state.value.group !== null, run: () => list.source.setAllGroups(false) },
    ...list.fields.value
      .filter((field) => field.group === true)
      .map((field): AppCommand => ({ id: `list.group.${field.id}`, title: (w) => w.views.groupBy(field.title), section: 'page', isMinor: true, run: () => list.ask({ group: field.id }) })),
    ...list.views.all.value.map((view): AppCommand => ({ id: `view.${view.id}`, title: () => view.name, section: 'views', run: () => list.openView(view.id) })),
  ])
}
