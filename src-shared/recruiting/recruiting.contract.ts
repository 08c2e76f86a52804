import { z } from 'zod'
import { plainText } from '../foundation/column.ts'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { apart, commandOperation, contract, job, query } from '../foundation/operation.ts'
import { verdicts } from '../matching/evidence.ts'
import { evidenceSchema } from '../matching/evidence-schema.ts'
import { partnerTiers, partnerTypes } from '../partners/partner.ts'
import { applicationEditableFields, declineReasons } from './application.ts'
import { applications } from './application.table.ts'
import { fitStates } from './measure-fit.ts'
import { partnerProfiles } from './partner-profile.table.ts'
import { profileCriterionSchema } from './profile-criterion.ts'
import { USUAL_RETENTION_DAYS } from './retention.ts'
import { mailFaults, twinKinds, vettingChecks, vettingStates } from './vet-application.ts'

export const applicationListFields = [
  'company', 'companyEn', 'status', 'source', 'country', 'city', 'partnerType', 'employees', 'domain', 'referredBy', 'vetter', 'receivedAt', 'decidedBy', 'decidedAt', 'declineReason', 'retentionUntil', 'erasedAt', 'partnerId', 'importId', 'id',
] as const
export type ApplicationListField = (typeof applicationListFields)[number]

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const byId = z.strictObject({ id: idSchema })
const reason = plainText.trim().min(1).max(2000)

const twinSchema = z.strictObject({ kind: z.enum(twinKinds), id: idSchema, name: z.string(), country: z.string().nullable(), status: z.string(), verdict: z.enum(verdicts), score: z.number(), evidence: evidenceSchema })
const findingSchema = z.strictObject({
  check: z.enum(vettingChecks), state: z.enum(vettingStates), twins: z.array(twinSchema), mail: z.strictObject({ fault: z.enum(mailFaults), domain: z.string().nullable() }).nullable(),
})
const fitSchema = z.strictObject({
  profileId: idSchema, profile: z.string(), percent: z.int(), fits: z.boolean(), reasons: z.array(z.strictObject({ criterion: profileCriterionSchema, state: z.enum(fitStates), has: z.array(z.string()) })),
})

export const recruitingContract = contract('recruiting', {
  list: query('A window of the applications that match a filter', listInput(applicationListFields), listOutput(applications.row)),
  get: query('One application', byId, applications.row),
  vet: apart(query('What there is to say of an applicant: each check, who else it may be, and how well it fits each profile', byId, z.strictObject({ findings: z.array(findingSchema), fits: z.array(fitSchema) }))),
  profiles: query('Every profile of an ideal partner', z.strictObject({}), z.array(partnerProfiles.row)),
  apply: commandOperation('Takes an application to become a partner', newRowInput(applications, ['company', 'source'], applicationEditableFields), made),
  update: commandOperation('Edits fields of an application that is not decided', editInput(applications, applicationEditableFields), done),
  startVetting: commandOperation('Takes an application into vetting', byId, done),
  approve: commandOperation(
    'Approves a vetted application: makes a partner of it, or joins it to one that is there',
    z.strictObject({
      id: idSchema,
      /** The partner that it is already. */
      partnerId: idSchema.nullable().default(null),
      /** Of a new partner. */
      code: plainText.trim().max(60).default(''),
      type: z.enum(partnerTypes).default('reseller'),
      tier: z.enum(partnerTiers).default('registered'),
      /** That it is another company than the partner of the same name: a subsidiary, another country's. */
      separate: z.boolean().default(false),
    }),
    z.strictObject({ entry: idSchema, partnerId: idSchema, joined: z.boolean() }),
  ),
  decline: commandOperation(
    'Declines an application, with a reason for the applicant and one for the house; from then on the retention clock runs',
    z.strictObject({ id: idSchema, reason: z.enum(declineReasons), reasonForApplicant: reason.nullable().default(null), reasonForHouse: reason.nullable().default(null), retentionDays: z.int().min(0).max(3650).default(USUAL_RETENTION_DAYS) }),
    z.strictObject({ entry: idSchema, retentionUntil: z.string() }),
  ),
  reopen: commandOperation('Takes a declined application into vetting again, as long as it is not erased', byId, done),
  erase: commandOperation(
    'Erases what is personal in declined applications whose retention is over; each names when that was',
    z.strictObject({ due: z.array(z.strictObject({ id: idSchema, retentionUntil: z.iso.datetime() })).max(500) }),
    z.strictObject({ erased: z.int() }),
  ),
  eraseNow: commandOperation('Erases what is personal in a declined application at once, because the applicant asks for it', byId, done),
  createProfile: commandOperation('Adds a profile of an ideal partner', newRowInput(partnerProfiles, ['name', 'criteria'], ['description', 'state']), made),
  updateProfile: commandOperation('Edits fields of a profile', editInput(partnerProfiles, ['name', 'description', 'criteria', 'state']), done),
  removeProfile: commandOperation('Removes a profile', byId, done),
  keep: job('Erases declined applications whose retention is over by now', z.strictObject({}), z.strictObject({ erased: z.int() })),
})
