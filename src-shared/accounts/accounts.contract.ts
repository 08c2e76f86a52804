import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { apart, commandOperation, contract, query } from '../foundation/operation.ts'
import { verdicts } from '../matching/evidence.ts'
import { evidenceSchema } from '../matching/evidence-schema.ts'
import { accounts } from './account.table.ts'
import { mergedAccountFields } from './merge-accounts.ts'
import { contacts } from './contact.table.ts'

export const accountListFields = [
  'name', 'nameEn', 'nameKana', 'corporateNumber', 'domain', 'country', 'region', 'city', 'postcode', 'industry', 'employees',
  'partnerId', 'parentId', 'territoryId', 'openOpportunities', 'createdAt', 'importId', 'id',
] as const
export type AccountListField = (typeof accountListFields)[number]

export const accountEditableFields = [
  'name', 'nameEn', 'nameKana', 'corporateNumber', 'website', 'country', 'region', 'city', 'postcode', 'address', 'industry', 'employees', 'partnerId', 'parentId', 'notes',
] as const
export const contactEditableFields = ['name', 'nameEn', 'nameKana', 'email', 'phone', 'role', 'language', 'notes'] as const

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const accountInList = z.intersection(accounts.row, z.object({ openOpportunities: z.int() }))

/** What may be the account of a company that is written otherwise; see matching/README.md. */
const accountMatchSchema = z.strictObject({ account: accounts.row, score: z.number(), verdict: z.enum(verdicts), evidence: evidenceSchema })

export const accountsContract = contract('accounts', {
  list: query('A window of the accounts that match a filter, with the open opportunities of each', listInput(accountListFields), listOutput(accountInList)),
  get: query('One account', z.strictObject({ id: idSchema }), accountInList),
  contacts: query('The people at an account', z.strictObject({ accountId: idSchema }), z.array(contacts.row)),
  matchesOf: apart(query('Accounts that the company of a lead may be, the likeliest first, with the evidence', z.strictObject({ leadId: idSchema }), z.array(accountMatchSchema))),
  duplicatesOf: apart(query('Accounts that one may be the same as, the likeliest first, with the evidence', z.strictObject({ id: idSchema }), z.array(accountMatchSchema))),
  duplicates: apart(
    query(
      'Pairs of accounts that are probably one, the likeliest first; each question looks further, until `searched` has reached `accounts`',
      z.strictObject({ from: z.int().min(0).default(0), to: z.int().min(0).max(200).default(100) }),
      z.strictObject({
        searched: z.int(), accounts: z.int(), total: z.int(),
        pairs: z.array(z.strictObject({ one: accounts.row, other: accounts.row, score: z.number(), verdict: z.enum(verdicts), evidence: evidenceSchema })),
      }),
    ),
  ),
  merge: commandOperation(
    'Merges two accounts: all that points at the other goes with it; a case opens where claims on them come to contest each other',
    z.strictObject({ survivorId: idSchema, otherId: idSchema, fromOther: z.array(z.enum(mergedAccountFields)).max(mergedAccountFields.length) }),
    z.strictObject({ entry: idSchema, caseId: idSchema.nullable() }),
  ),
  keepApart: commandOperation('Says that two accounts are not the same, so that nobody is asked again', z.strictObject({ accountId: idSchema, otherId: idSchema }), done),
  create: commandOperation('Adds an account', newRowInput(accounts, ['name'], accountEditableFields), made),
  update: commandOperation('Edits fields of an account', editInput(accounts, accountEditableFields), done),
  addContact: commandOperation('Adds a person at an account', newRowInput(contacts, ['accountId', 'name'], contactEditableFields), made),
  updateContact: commandOperation('Edits fields of a person at an account', editInput(contacts, contactEditableFields), done),
  removeContact: commandOperation('Removes a person from an account', z.strictObject({ id: idSchema }), done),
})
