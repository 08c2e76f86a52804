import type { OpportunityStage } from '#shared/opportunities/opportunity.ts'
import type { Client, ValueOf } from '../../client/client.ts'

type Activity = ValueOf<Client['opportunities']['activities']>[number]
type HistoryEntry = ValueOf<Client['journal']['history']>[number]

export type TimelineEntry =
  | { readonly kind: 'activity'; readonly id: string; readonly at: string; readonly activity: Activity }
  | { readonly kind: 'move'; readonly id: string; readonly at: string; readonly from: OpportunityStage; readonly to: OpportunityStage }

/** Activities and moves in one line of time, the latest first; tasks that wait stand above all, the most urgent first. */
export function timelineOf(activities: readonly Activity[], history: readonly HistoryEntry[]): readonly TimelineEntry[] {
  const waits = ({ kind, doneAt }: Activity): boolean => kind === 'task' && doneAt === null
  const waiting = activities.filter(waits).toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))
  const moves = history.flatMap(({ id, at, undoneBy, notes }) =>
    undoneBy === null ? notes.flatMap(({ event, details }): TimelineEntry[] => (event === 'opportunity.stage-set' && isMove(details) ? [{ kind: 'move', id, at, from: details.from, to: details.to }] : [])) : [],
  )
  const done = activities.filter((activity) => !waits(activity)).map(entryOf)
  return [...waiting.map(entryOf), ...[...done, ...moves].toSorted((a, b) => (a.at < b.at ? 1 : -1))]
}

function entryOf(activity: Activity): TimelineEntry {
  return { kind: 'activity', id: activity.id, at: activity.happenedAt, activity }
}

function isMove(details: unknown): details is { readonly from: OpportunityStage; readonly to: OpportunityStage } {
  return details !== null && typeof details === 'object' && 'from' in details && 'to' in details
}
