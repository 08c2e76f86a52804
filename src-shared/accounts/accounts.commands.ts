import { accept, command, insert, many, one, refuse, remove, update, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import type { RowOf } from '../foundation/table.ts'
import { readWebDomain } from '../imports/read-web-domain.ts'
import { duplicateKey } from '../leads/duplicate-key.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { partners } from '../partners/partner.table.ts'
import { accounts } from './account.table.ts'
import { accountOfNumber } from './account-of-number.ts'
import { accountMergeCommands } from './account-merge.commands.ts'
import { accountsContract } from './accounts.contract.ts'
import { accountIdNow, accountsAbove, findAccount } from './find-account.ts'
import { contacts } from './contact.table.ts'

const { operations } = accountsContract
type Account = RowOf<typeof accounts>

const create = command(operations.create, function* (input, { id, commandId }) {
  const accountId = id()
  const { name, country = null, corporateNumber = null, website = null, ...rest } = input
  const row = { ...rest, ...(yield* parentOf(input)), id: accountId, name: name.trim(), country, corporateNumber, website, domain: domainOf(website), duplicateKey: duplicateKey(name.trim(), country, corporateNumber) }
  const wrong = yield* wrongOf(row)
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId, id: accountId }, [insert(accounts, row)], [{ event: 'account.created', about: accountId }])
})

const edit = command(operations.update, function* (input, { commandId }) {
  const account = yield* one(accounts, input.id)
  if (account === undefined) return refuse('account.not-found', 'there is no such account')
  if (account.mergedInto !== null) return refuse('account.merged-already', 'this account was merged into another one', { name: account.name, into: (yield* findAccount(account.id))?.name ?? '', intoId: account.mergedInto })
  const decided = decideEdit('account', account, input.edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  if (patch.name !== undefined) patch.name = patch.name.trim()
  if (patch.website !== undefined) patch.domain = domainOf(patch.website)
  Object.assign(patch, yield* parentOf(patch))
  const { name, country, corporateNumber } = { ...account, ...patch }
  if ('name' in patch || 'country' in patch || 'corporateNumber' in patch) patch.duplicateKey = duplicateKey(name, country, corporateNumber)
  const wrong = yield* wrongOf({ ...patch, id: account.id })
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId }, [update(accounts, account.id, patch)], [{ event: 'account.edited', about: account.id }])
})

const addContact = command(operations.addContact, function* (input, { id, commandId }) {
  const account = yield* findAccount(input.accountId)
  if (account === undefined) return refuse('account.not-found', 'there is no such account')
  const name = input.name.trim()
  if (name === '') return refuse('contact.name-missing', 'a contact needs a name')
  const contactId = id()
  return accept({ entry: commandId, id: contactId }, [insert(contacts, { ...input, accountId: account.id, id: contactId, name, territoryId: account.territoryId })], [{ event: 'contact.created', about: contactId }])
})

const updateContact = command(operations.updateContact, function* (input, { commandId }) {
  const contact = yield* one(contacts, input.id)
  if (contact === undefined) return refuse('contact.not-found', 'there is no such contact')
  const decided = decideEdit('contact', contact, input.edits)
  if (!('patch' in decided)) return decided
  if (decided.patch.name?.trim() === '') return refuse('contact.name-missing', 'a contact needs a name')
  return accept({ entry: commandId }, [update(contacts, contact.id, decided.patch)], [{ event: 'contact.edited', about: contact.id }])
})

const removeContact = command(operations.removeContact, function* ({ id }, { commandId }) {
  const contact = yield* one(contacts, id)
  if (contact === undefined) return refuse('contact.not-found', 'there is no such contact')
  const [business] = yield* many(opportunities, 'byContact', [id])
  if (business !== undefined) return refuse('contact.in-use', 'an opportunity names this contact', { contact: contact.name, opportunity: business.name })
  return accept({ entry: commandId }, [remove(contacts, id)], [{ event: 'contact.removed', about: id, details: { name: contact.name } }])
})

export const accountsCommands = [create, edit, addContact, updateContact, removeContact, ...accountMergeCommands]

/** What is wrong with the new values of an account, if anything. */
function* wrongOf(given: Partial<Account> & { readonly id: string }): Generator<Question, Decision<never> | undefined, unknown> {
  if (given.name === '') return refuse('account.name-missing', 'an account needs a name')
  if (given.duplicateKey !== undefined) {
    const twin = yield* accountOfNumber(given.duplicateKey, given.id)
    if (twin !== undefined) return twin
  }
  if (given.partnerId != null && (yield* one(partners, given.partnerId)) === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (given.parentId == null) return undefined
  if ((yield* accountsAbove(given.parentId)).has(given.id)) return refuse('account.own-ancestor', 'an account cannot lie below itself')
  return (yield* one(accounts, given.parentId)) === undefined ? refuse('account.not-found', 'there is no such account') : undefined
}

/** Whoever is put below an account that was merged lies below the one that it was merged into. */
function* parentOf({ parentId }: Pick<Partial<Account>, 'parentId'>): Generator<Question, Pick<Partial<Account>, 'parentId'>, unknown> {
  return parentId == null ? {} : { parentId: yield* accountIdNow(parentId) }
}

function domainOf(website: string | null): string | null {
  return website === null || website === '' ? null : readWebDomain(website)
}
