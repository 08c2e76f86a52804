import { z } from 'zod'
import { plainText } from '../foundation/column.ts'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { commandOperation, contract, query } from '../foundation/operation.ts'
import { acceptanceMeans, agreementKinds } from './agreement.ts'
import { agreementStandings } from './agreement-standing.ts'
import { acceptances, agreements, agreementVersions } from './agreement.table.ts'

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const byId = z.strictObject({ id: idSchema })
const textInput = z.strictObject({ language: plainText.trim().min(2).max(35), title: plainText.trim().min(1).max(300), text: plainText.trim().min(1).max(200_000) })
const versionInput = z.strictObject({ texts: z.array(textInput).max(40), acceptAgain: z.boolean(), effectiveOn: z.iso.date().nullable().default(null), note: plainText.max(2000).nullable().default(null) })

export const agreementsContract = contract('agreements', {
  list: query('Every agreement with its versions, the latest first', z.strictObject({}), z.array(z.strictObject({ agreement: agreements.row, versions: z.array(agreementVersions.row), acceptances: z.int() }))),
  standing: query(
    'How a partner stands with each agreement that is for it',
    z.strictObject({ partnerId: idSchema }),
    z.array(z.strictObject({ agreementId: idSchema, name: z.string(), kind: z.enum(agreementKinds), state: z.enum(agreementStandings), current: agreementVersions.row.nullable(), accepted: acceptances.row.nullable() })),
  ),
  acceptancesOf: query('Everything that a partner accepted, the latest first', z.strictObject({ partnerId: idSchema }), z.array(acceptances.row)),
  create: commandOperation('Adds an agreement', newRowInput(agreements, ['code', 'name', 'kind'], ['countries', 'partnerTypes', 'state']), made),
  update: commandOperation('Edits fields of an agreement', editInput(agreements, ['name', 'kind', 'countries', 'partnerTypes', 'state']), done),
  draftVersion: commandOperation('Begins the next version of an agreement', versionInput.extend({ agreementId: idSchema }), made),
  updateVersion: commandOperation('Replaces what a draft says', versionInput.extend({ id: idSchema }), done),
  discardVersion: commandOperation('Throws a draft away', byId, done),
  publishVersion: commandOperation('Publishes a version: from then on it stays as it is', byId, done),
  accept: commandOperation(
    'Puts on record that a partner accepted exactly this text',
    z.strictObject({
      partnerId: idSchema, versionId: idSchema, language: plainText.trim().min(2).max(35),
      /** Of the text that the person had before them. */
      textHash: z.string().length(64),
      personId: idSchema.nullable().default(null), personName: plainText.trim().max(200).default(''), acceptedOn: z.iso.date(), means: z.enum(acceptanceMeans), proof: plainText.max(2000).nullable().default(null),
    }),
    made,
  ),
  voidAcceptance: commandOperation('Voids an acceptance that was put on record by mistake; it stays there', z.strictObject({ id: idSchema, reason: plainText.trim().min(1).max(2000) }), done),
})
