import { insert, one, update, type Change, type CommandContext, type Note, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { askRules } from '../engagement/ask-rules.ts'
import type { Claim } from '../engagement/claim.ts'
import { askDueAt } from './case-steps.ts'
import { conflictCases } from './conflict-case.table.ts'

export interface Claimant {
  readonly claim: Claim
  readonly customerKey: string
  readonly accountId: string | null
  readonly territoryId: string | null
  /** The case that it is in already. */
  readonly caseId: string | null
}

export interface OpenedCase {
  readonly caseId: string
  readonly changes: readonly Change[]
  readonly notes: readonly Note[]
}

/**
 * Brings claimants of one deal together in a case: a new one, or the open one that one of them is in already. The first to be received is the
 * first claim. It is its claims' territory's where they are of one, else everybody's.
 */
export function* openCase(claimants: readonly Claimant[], { now, id }: CommandContext): Generator<Question, OpenedCase, unknown> {
  const known = claimants.find(({ caseId }) => caseId !== null)?.caseId
  const before = known == null ? undefined : yield* one(conflictCases, known)
  const inOrder = claimants.toSorted((one, other) => ((one.claim.receivedAt ?? '9') < (other.claim.receivedAt ?? '9') ? -1 : 1))
  const [first] = inOrder
  if (first === undefined) throw new Error('a case has claimants')
  if (before !== undefined && before.state !== 'final') return yield* joined(before, inOrder, now)
  const caseId = id()
  const row = {
    id: caseId,
    name: first.claim.company,
    customerKey: first.customerKey,
    accountId: inOrder.find(({ accountId }) => accountId !== null)?.accountId ?? null,
    state: 'detected' as const,
    claims: inOrder.map(({ claim }) => claim),
    asked: [],
    decisions: [],
    appeals: [],
    openedAt: now,
    dueAt: yield* askDueAt('detected', (yield* askRules()).times, now),
    territoryId: commonTerritory(inOrder.map(({ territoryId }) => territoryId)),
  }
  return { caseId, changes: [insert(conflictCases, row)], notes: [{ event: 'case.opened', about: caseId, details: { claims: row.claims.length } }] }
}

/** What was decided without a claim that joins is looked at again: nobody loses by a decision that did not know of them. */
function* joined(before: RowOf<typeof conflictCases>, claimants: readonly Claimant[], now: string): Generator<Question, OpenedCase, unknown> {
  const there = new Set(before.claims.map(({ id }) => id))
  const joining = claimants.filter(({ claim }) => !there.has(claim.id))
  if (joining.length === 0) return { caseId: before.id, changes: [], notes: [] }
  const territoryId = commonTerritory([before.territoryId, ...joining.map((each) => each.territoryId)])
  const claims = [...before.claims, ...joining.map(({ claim }) => claim)]
  const step = before.state === 'decided' ? { state: 'underReview' as const, dueAt: yield* askDueAt('underReview', (yield* askRules()).times, now) } : {}
  return {
    caseId: before.id,
    changes: [update(conflictCases, before.id, { claims, territoryId, ...step })],
    notes: joining.map(({ claim }) => ({ event: 'case.claim-joined', about: before.id, details: { partner: claim.partnerName } })),
  }
}

function commonTerritory(territories: readonly (string | null)[]): string | null {
  const [first = null] = territories
  return territories.every((each) => each === first) ? first : null
}
