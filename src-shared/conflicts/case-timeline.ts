import { instantOf } from '../foundation/instant.ts'
import type { CaseEvidenceKind, VerdictKind } from '../engagement/clause.ts'
import type { CaseEvidence, ConflictCase } from './conflict-case.ts'

export type TimelineEvent = 'submitted' | 'complete' | 'approved' | 'withdrawn' | 'onRecord' | 'opened' | 'asked' | 'evidence' | 'decided' | 'appealed' | 'final'

/** Something that happened in a case or before it, by the server's clock; what a device or a person says of the time stands beside. */
export interface TimelineEntry {
  readonly key: string
  readonly event: TimelineEvent
  readonly at: string
  readonly claimId: string | null
  readonly deviceAt: string | null
  readonly happenedAt: string | null
  readonly by: string | null
  readonly text: string | null
  readonly identifier: string | null
  readonly evidence: CaseEvidenceKind | null
  readonly verdict: VerdictKind | null
}

/** A device that is further off than this from the server's receipt was wrong, or was offline: either is worth a look. */
export const NOTABLE_LAG_MS = 5 * 60_000

/** All of a case in one line of time: claims, evidence and steps, the earliest first. */
export function caseTimeline({ claims, asked, decisions, appeals, openedAt, finalAt }: ConflictCase & { readonly finalAt: string | null }, evidence: readonly CaseEvidence[]): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = []
  const add = (event: TimelineEvent, at: string | null, rest: Partial<TimelineEntry> = {}): void => {
    if (at !== null) entries.push({ claimId: null, deviceAt: null, happenedAt: null, by: null, text: null, identifier: null, evidence: null, verdict: null, ...rest, key: `${event} ${entries.length}`, event, at })
  }
  for (const { id: claimId, kind, deviceAt, receivedAt, completeAt, approvedAt, withdrawnAt } of claims) {
    add(kind === 'direct' ? 'onRecord' : 'submitted', receivedAt, { claimId, deviceAt })
    if (completeAt !== receivedAt) add('complete', completeAt, { claimId })
    add('approved', approvedAt, { claimId })
    add('withdrawn', withdrawnAt, { claimId })
  }
  add('opened', openedAt)
  for (const { claimId, text, at } of asked) add('asked', at, { claimId, text })
  for (const { claimId, kind, text, identifier, saidBy, happenedAt, deviceAt, receivedAt } of evidence) add('evidence', receivedAt, { claimId, evidence: kind, text, identifier, by: saidBy, happenedAt, deviceAt })
  for (const { at, by, verdict, reasonForHouse } of decisions) add('decided', at, { by, text: reasonForHouse, verdict: verdict.kind })
  for (const { claimId, text, by, at } of appeals) add('appealed', at, { claimId, text, by })
  add('final', finalAt)
  return entries.toSorted((one, other) => instantOf(one.at) - instantOf(other.at))
}
