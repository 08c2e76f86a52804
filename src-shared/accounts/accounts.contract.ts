import { z } from 'zod'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { apart, commandOperation, contract, query } from '../foundation/operation.ts'
import { verdicts } from '../matching/evidence.ts'
import { evidenceSchema } from '../matching/evidence-schema.ts'
import { accounts } from './account.table.ts'
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
  create: commandOperation('Adds an account', newRowInput(accounts, ['name'], accountEditableFields), made),
  update: commandOperation('Edits fields of an account', editInput(accounts, accountEditableFields), done),
  addContact: commandOperation('Adds a person at an account', newRowInput(contacts, ['accountId', 'name'], contactEditableFields), made),
  updateContact: commandOperation('Edits fields of a person at an account', editInput(contacts, contactEditableFields), done),
  removeContact: commandOperation('Removes a person from an account', z.strictObject({ id: idSchema }), done),
})
