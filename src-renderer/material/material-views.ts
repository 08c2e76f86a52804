import type { BuiltInView } from '../views/saved-views.ts'

const latest = [{ field: 'updatedAt', direction: 'descending' as const }]

/** The views every desk has; the first is all of it, kind by kind. */
export const materialViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'all', name: (w) => w.material.views.all, state: { sort: latest } },
  { id: 'published', name: (w) => w.material.views.published, state: { filter: [{ field: 'state', operator: 'is', values: ['published'] }], sort: latest } },
  { id: 'drafts', name: (w) => w.material.views.drafts, state: { filter: [{ field: 'state', operator: 'is', values: ['draft'] }], sort: latest } },
  { id: 'withoutJapanese', name: (w) => w.material.views.withoutJapanese, state: { filter: [{ field: 'missing', operator: 'contains', values: ['ja'] }], sort: latest } },
  { id: 'withoutSpanish', name: (w) => w.material.views.withoutSpanish, state: { filter: [{ field: 'missing', operator: 'contains', values: ['es'] }], sort: latest } },
]
