import { askOverlaps } from '../deals/ask-overlaps.ts'
import { raiseConflicts } from '../conflicts/raise-conflicts.ts'
import { conflictCases } from '../conflicts/conflict-case.table.ts'
import { specialPrices } from '../catalogue/discount.table.ts'
import { claimingStatuses } from '../deals/registration.ts'
import { settled } from '../deals/registration-steps.ts'
import { registrations } from '../deals/registration.table.ts'
import { accept, command, insert, many, one, refuse, update, type Change, type CommandContext, type Decision, type Note, type Question } from '../foundation/command.ts'
import type { RowOf, Table } from '../foundation/table.ts'
import { leads } from '../leads/lead.table.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { editableStatuses } from '../quotes/quote.ts'
import { quotes } from '../quotes/quote.table.ts'
import { accountAliases, accountPairOf, accountsApart, aliasOf } from './account-pair.table.ts'
import { accounts } from './account.table.ts'
import { accountsContract } from './accounts.contract.ts'
import { contacts } from './contact.table.ts'
import { accountsAbove } from './find-account.ts'
import { isOneCompany, mergeAccounts } from './merge-accounts.ts'

type Account = RowOf<typeof accounts>
type Registration = RowOf<typeof registrations>

const { operations } = accountsContract

const merge = command(operations.merge, function* ({ survivorId, otherId, fromOther }, context) {
  if (survivorId === otherId) return refuse('account.merge-with-itself', 'an account is not merged with itself')
  const [survivor, other] = [yield* one(accounts, survivorId), yield* one(accounts, otherId)]
  if (survivor === undefined || other === undefined) return refuse('account.not-found', 'there is no such account', { id: survivor === undefined ? survivorId : otherId })
  const gone = yield* mergedAway(survivor, other)
  if (gone !== undefined) return gone
  if (!isOneCompany(survivor, other)) return refuse('account.merge-numbers-differ', 'two corporate numbers are two companies', { name: survivor.name, other: other.name })
  const patch = { ...mergeAccounts(survivor, other, new Set(fromOther)), ...(yield* parentOf(survivor, other)) }
  const moved = yield* moveAll(survivor, other, patch)
  const raised = yield* raise(survivor, other, moved.claims, context)
  return accept({ entry: context.commandId, caseId: raised.caseId }, [
    ...(Object.keys(patch).length === 0 ? [] : [update(accounts, survivorId, patch)]),
    update(accounts, otherId, { mergedInto: survivorId }),
    ...moved.changes,
    ...(yield* rememberNames(survivorId, other, context)),
    ...raised.changes,
  ], [{ event: 'account.merged', about: survivorId, details: { other: otherId, name: other.name } }, ...raised.notes])
})

const keepApart = command(operations.keepApart, function* ({ accountId, otherId }, { commandId, now }) {
  if (accountId === otherId) return refuse('account.merge-with-itself', 'an account is not merged with itself')
  const [mine, other] = [yield* one(accounts, accountId), yield* one(accounts, otherId)]
  if (mine === undefined || other === undefined) return refuse('account.not-found', 'there is no such account', { id: mine === undefined ? accountId : otherId })
  const gone = yield* mergedAway(mine, other)
  if (gone !== undefined) return gone
  const pair = accountPairOf(accountId, otherId)
  const known = yield* one(accountsApart, pair.id)
  return accept({ entry: commandId }, known === undefined ? [insert(accountsApart, { ...pair, createdAt: now })] : [], [{ event: 'account.kept-apart', about: accountId, details: { other: otherId, name: other.name } }])
})

export const accountMergeCommands = [merge, keepApart]

/** The refusal when one of two accounts was merged away already, by somebody else in the meantime perhaps. */
function* mergedAway(...pair: readonly Account[]): Generator<Question, Decision<never> | undefined, unknown> {
  const gone = pair.find(({ mergedInto }) => mergedInto !== null)
  if (gone?.mergedInto == null) return undefined
  const into = yield* one(accounts, gone.mergedInto)
  return refuse('account.merged-already', 'this account was merged into another one', { id: gone.id, name: gone.name, into: into?.name ?? '', intoId: into?.id ?? null })
}

/** What lies above the account that stays, where that changes: what lay above the other, if nothing does or the other did. Never itself. */
function* parentOf(survivor: Account, other: Account): Generator<Question, Partial<Account>, unknown> {
  const isFree = survivor.parentId === null || (yield* accountsAbove(survivor.parentId)).has(other.id)
  if (!isFree || survivor.parentId === other.parentId || (yield* accountsAbove(other.parentId)).has(survivor.id)) return {}
  return { parentId: other.parentId }
}

/**
 * Brings all that points at the account that goes to the one that stays. A quote that a customer has keeps what it says: it names the customer as
 * it was sent. People are seen by whoever sees the account.
 */
function* moveAll(survivor: Account, other: Account, patch: Partial<Account>): Generator<Question, { readonly changes: readonly Change[]; readonly claims: readonly Registration[] }, unknown> {
  const { id } = survivor
  const ofOther = [other.id]
  const people = yield* many(contacts, 'byAccount', ofOther)
  const claims = yield* many(registrations, 'byAccount', ofOther)
  const territoryId = patch.territoryId === undefined ? survivor.territoryId : patch.territoryId
  const widened = patch.territoryId === undefined ? [] : yield* many(contacts, 'byAccount', [id])
  const changes = [
    moved(contacts, people, { accountId: id, territoryId }),
    moved(contacts, widened, { territoryId }),
    moved(opportunities, yield* many(opportunities, 'byAccount', ofOther), { accountId: id }),
    moved(registrations, claims, { accountId: id }),
    moved(leads, yield* many(leads, 'byAccount', ofOther), { accountId: id }),
    moved(quotes, (yield* many(quotes, 'byAccount', ofOther)).filter(({ status }) => editableStatuses.includes(status)), { accountId: id }),
    moved(specialPrices, yield* many(specialPrices, 'byAccount', ofOther), { accountId: id }),
    moved(conflictCases, yield* many(conflictCases, 'byAccount', ofOther), { accountId: id }),
    moved(accounts, (yield* many(accounts, 'byParent', ofOther)).filter((below) => below.id !== id), { parentId: id }),
    moved(accounts, yield* many(accounts, 'byMerged', ofOther), { mergedInto: id }),
    moved(accountAliases, yield* many(accountAliases, 'byAccount', ofOther), { accountId: id }),
  ]
  return { changes: changes.flat(), claims }
}

function moved<R extends object>(table: Table<R>, rows: readonly { readonly id: string }[], to: Partial<R>): readonly Change[] {
  if (rows.length === 0) return []
  return [{ kind: 'update', table, columns: Object.keys(to), ids: rows.map(({ id }) => id), rows: rows.map(() => Object.values(to)) }]
}

/** Whoever writes the name of the account that goes is known to mean the one that stays. */
function* rememberNames(survivorId: string, other: Account, { now }: CommandContext): Generator<Question, readonly Change[], unknown> {
  const aliases = new Map([other.name, other.nameEn, other.nameKana].flatMap((name) => (name === null || name === '' ? [] : [aliasOf(other.id, name)])).map((alias) => [alias.id, alias]))
  const changes: Change[] = []
  for (const alias of aliases.values()) if ((yield* one(accountAliases, alias.id)) === undefined) changes.push(insert(accountAliases, { ...alias, accountId: survivorId, createdAt: now }))
  return changes
}

/** Claims on what were two customers may be on one now: the first that contests another opens the case that holds both. */
function* raise(survivor: Account, other: Account, claims: readonly Registration[], context: CommandContext): Generator<Question, { readonly caseId: string | null; readonly changes: readonly Change[]; readonly notes: readonly Note[] }, unknown> {
  const become = (row: Registration): Registration => (row.accountId === other.id ? { ...row, accountId: survivor.id } : row)
  for (const claim of claims.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (claim.caseId !== null || !(claimingStatuses as readonly string[]).includes(claim.status)) continue
    const overlaps = yield* askOverlaps(become(claim), [survivor.id, other.id])
    const { patch, changes, notes } = yield* raiseConflicts(become(claim), context, overlaps, become)
    if (patch.caseId != null) return { caseId: patch.caseId, changes: [...changes, update(registrations, claim.id, settled(patch, claim))], notes }
  }
  return { caseId: null, changes: [], notes: [] }
}
