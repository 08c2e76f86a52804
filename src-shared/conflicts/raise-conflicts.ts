import { askOverlaps } from '../deals/ask-overlaps.ts'
import type { Overlap } from '../deals/overlap.ts'
import { hold } from '../deals/protection.ts'
import { settled } from '../deals/registration-steps.ts'
import { claimingStatuses } from '../deals/registration.ts'
import { registrations } from '../deals/registration.table.ts'
import { accounts } from '../accounts/account.table.ts'
import { many, one, update, type Change, type CommandContext, type Note, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import type { PairScore } from '../matching/score-pair.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { conflictCases } from './conflict-case.table.ts'
import { findRivals } from './find-rivals.ts'
import { askOpportunityClaim, askRegistrationClaim } from './gather-claim.ts'
import { openCase, type Claimant } from './open-case.ts'

type Registration = RowOf<typeof registrations>

export interface RaisedConflict {
  /** What the registration itself becomes besides. */
  readonly patch: Partial<Registration>
  /** The case, and the others that it holds. */
  readonly changes: readonly Change[]
  readonly notes: readonly Note[]
}

const NONE: RaisedConflict = { patch: {}, changes: [], notes: [] }

/**
 * What becomes of a claim that contests others': a case that holds them all, or the open one that one of them is in already. A claim that is held
 * is gathered anew for its case as long as that is not decided. Whom a case has decided between is not brought before another.
 * @param registration as it will be
 * @param known who else is with the customer, where that was asked already: it is the dearest question there is
 * @param become what another claim will be, where the same command changes it
 */
export function* raiseConflicts(registration: Registration, context: CommandContext, known?: readonly Overlap[], become: (row: Registration) => Registration = (row) => row): Generator<Question, RaisedConflict, unknown> {
  if (registration.caseId !== null) return { patch: {}, changes: yield* gatherAnew(registration, context), notes: [] }
  const { registrations: contested, direct } = findRivals(known ?? (yield* askOverlaps(registration)))
  const settledWith = yield* askSettledRivals(registration)
  const rivals: { readonly row: Registration; readonly match: PairScore }[] = []
  for (const { id, score, verdict, evidence } of contested) {
    const row = settledWith.has(id) ? undefined : yield* one(registrations, id)
    if (row !== undefined) rivals.push({ row: become(row), match: { score, verdict, evidence } })
  }
  if (rivals.length === 0) return NONE
  const claimants: Claimant[] = [yield* askClaimant(registration, null, context.now)]
  for (const { row, match } of rivals) claimants.push(yield* askClaimant(row, match, context.now))
  for (const { id, score, verdict, evidence } of direct) {
    const opportunity = yield* one(opportunities, id)
    if (opportunity !== undefined) claimants.push({ claim: { ...(yield* askOpportunityClaim(opportunity, context.now)), match: { score, verdict, evidence } }, customerKey: registration.customerKey, accountId: opportunity.accountId, territoryId: opportunity.territoryId, caseId: null })
  }
  const opened = yield* openCase(claimants, context)
  const held = hold(opened.caseId, context.now)
  const others = rivals.filter(({ row }) => row.caseId === null).map(({ row }) => update(registrations, row.id, settled(held, row)))
  return { patch: held, changes: [...opened.changes, ...others], notes: opened.notes }
}

export function* askClaimant(registration: Registration, match: PairScore | null, now: string): Generator<Question, Claimant, unknown> {
  const { customerKey, accountId, territoryId, caseId } = registration
  return { claim: { ...(yield* askRegistrationClaim(registration, now)), match }, customerKey, accountId, territoryId, caseId }
}

/** What a claim has become is told to the case that holds it, if one does and it is not decided. */
export function* gatherAnew(registration: Registration, { now }: CommandContext): Generator<Question, readonly Change[], unknown> {
  const conflict = registration.caseId === null ? undefined : yield* one(conflictCases, registration.caseId)
  const before = conflict?.claims.find(({ id }) => id === registration.id)
  if (conflict === undefined || before === undefined || conflict.state === 'decided' || conflict.state === 'final') return []
  const claim = { ...(yield* askRegistrationClaim(registration, now)), match: before.match }
  return [update(conflictCases, conflict.id, { claims: conflict.claims.map((each) => (each.id === claim.id ? claim : each)) })]
}

/** Registrations with which a case that is over has decided about this one. */
function* askSettledRivals({ id, customerKey, accountId }: Registration): Generator<Question, ReadonlySet<string>, unknown> {
  const ofCustomer = yield* many(conflictCases, 'byCustomer', [customerKey])
  const ofAccount = accountId === null ? [] : yield* many(conflictCases, 'byAccount', [accountId])
  const over = [...ofCustomer, ...ofAccount].filter(({ state, claims }) => state === 'final' && claims.some((claim) => claim.registrationId === id))
  return new Set(over.flatMap(({ claims }) => claims.flatMap(({ registrationId }) => registrationId ?? [])))
}

/** An account's group of registrations may conflict although nobody has written anything: their customers have become one. */
export function* askAccountConflict(accountId: string, context: CommandContext): Generator<Question, RaisedConflict & { readonly registration: Registration } | undefined, unknown> {
  if ((yield* one(accounts, accountId)) === undefined) return undefined
  for (const registration of (yield* many(registrations, 'byAccount', [accountId])).toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    if (registration.caseId !== null || !(claimingStatuses as readonly string[]).includes(registration.status)) continue
    const raised = yield* raiseConflicts(registration, context)
    if (raised.patch.caseId != null) return { ...raised, registration }
  }
  return undefined
}
