import { createHash } from 'node:crypto'
import { z } from 'zod'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { formActor } from '#shared/journal/actors.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import type { RecruitingSource } from '#shared/recruiting/application.ts'
import { recruitingContract } from '#shared/recruiting/recruiting.contract.ts'
import { assignLead } from '../assignment/assign-lead.ts'
import type { Central } from '../central.ts'
import { ApiError } from '../foundation/api-error.ts'
import { newId } from '../foundation/new-id.ts'
import { territoryScope } from '../store/scopes.ts'
import type { Session } from '../store/store.ts'
import { CommandGiver } from '../sync/command-giver.ts'
import { untilItPasses } from '../sync/transient-fault.ts'
import type { Form, FormTakings } from './forms.ts'
import { readApplication } from './read-application.ts'
import { readLead } from './read-lead.ts'
import type { ReadSubmission, Values } from './read-submission.ts'

/** A field that people do not see. What fills it is a machine, and is thanked like everybody. */
const HONEYPOT = 'confirm_address'
/** In the body for whoever cannot set the header `Idempotency-Key`. */
const KEY_FIELD = 'idempotencyKey'
const LONGEST_KEY = 200

const MOST_FIELDS = 200
const sent = z.union([z.string(), z.number().transform(String), z.boolean().transform(String), z.null().transform(() => '')])

export const submissionSchema = z.record(z.string().max(200), sent).refine((values) => Object.keys(values).length <= MOST_FIELDS, `at most ${MOST_FIELDS} fields`)
export type Submission = z.output<typeof submissionSchema>

/** Says the same of what is new, of what the company has already, and of what a machine has sent: strangers learn nothing. */
export const receivedSchema = z.object({
  received: z.literal(true),
  /** Names this submission, for questions about it. */
  receipt: z.string(),
  /** Fields that say nothing about a lead or an applicant. */
  unused: z.array(z.string()),
})
export type Received = z.output<typeof receivedSchema>

interface Making {
  readonly giver: CommandGiver
  readonly session: Session
  readonly form: Form
  readonly ruleSets: Central['ruleSets']
  readonly commandId: string
  /** Of everything that was sent. */
  readonly hash: string
}

type Make = (making: Making) => Promise<'lead' | 'application' | 'duplicate'>

/** Read before anything is opened; made under the tenant's lock. */
const takers: Readonly<Record<FormTakings, (values: Values, now: string) => ReadSubmission<Make>>> = {
  leads: (values, now) => making(readLead(values, now), (lead) => async ({ giver, form, ruleSets, commandId }) => {
    try {
      const { id } = await giver.give(leadsContract.operations.create, { ...lead, source: form.source }, commandId)
      const territory = await assignLead(giver, ruleSets, id, commandId)
      if (territory !== null) giver.showOnlyIn(territoryScope(territory))
      return 'lead'
    } catch (error) {
      if (error instanceof RefusedError && error.refusal.code === 'lead.duplicate') return 'duplicate'
      throw error
    }
  }),
  applications: (values) => making(readApplication(values), (application) => async ({ giver, session, form, commandId, hash }) => {
    const [same] = await session.query('SELECT 1 FROM "formSubmission" WHERE "formId" = $1 AND "contentHash" = $2 AND "at" > $3', [form.id, hash, new Date(Date.parse(giver.now) - SECOND_CLICK).toISOString()])
    if (same !== undefined) return 'duplicate'
    await giver.give(recruitingContract.operations.apply, { ...application, source: form.source as RecruitingSource }, commandId)
    return 'application'
  }),
}

/** Word for word the same within a day is the same application, sent twice. Another word makes it one more, and vetting says who has applied already. */
const SECOND_CLICK = 86_400_000

function making<T>(read: ReadSubmission<T>, make: (content: T) => Make): ReadSubmission<Make> {
  return 'problems' in read ? read : { content: make(read.content), unused: read.unused }
}

/**
 * Makes a lead or an application of what a form has sent, in one transaction under the tenant's lock: of two that come at once the
 * second is decided knowing the first. A lead is given to a partner by the rules; a company that is a lead already is left out, as an
 * import does.
 * @param headerKey sent again with the same key, it is the same submission
 */
export async function takeSubmission(central: Central, form: Form, submission: Submission, headerKey: string | null): Promise<Received> {
  const { [HONEYPOT]: trap = '', [KEY_FIELD]: fieldKey = '', ...values } = submission
  if (trap.trim() !== '') return { received: true, receipt: newId(), unused: [] }
  const key = headerKey ?? (fieldKey.trim() === '' ? null : fieldKey.trim())
  if (key !== null && key.length > LONGEST_KEY) throw new ApiError(400, 'form.key-too-long', 'an idempotency key is at most 200 characters long')
  const read = takers[form.takes](values, central.clock())
  if ('problems' in read) throw new ApiError(422, 'form.fields-invalid', 'some fields cannot be read', { takes: form.takes, fields: read.problems.map((problem) => ({ ...problem })) })
  const hash = createHash('sha256').update(JSON.stringify(Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1)))).digest('base64url')
  const receipt = await untilItPasses(central.log, () => central.store.transaction({ tenantId: form.tenantId }, (session) => takeOnce(central, session, form, read.content, hash, key)))
  central.news.announce(form.tenantId)
  return { received: true, receipt, unused: [...read.unused] }
}

async function takeOnce({ ruleSets }: Central, session: Session, form: Form, make: Make, hash: string, key: string | null): Promise<string> {
  const giver = await CommandGiver.begin(session, form.tenantId, formActor(form))
  const [earlier] = key === null ? [] : await session.query<{ id: string; contentHash: string }>('SELECT "id", "contentHash" FROM "formSubmission" WHERE "formId" = $1 AND "key" = $2', [form.id, key])
  if (earlier !== undefined && earlier.contentHash !== hash) throw new ApiError(422, 'form.key-reused', 'this idempotency key came with something else before')
  if (earlier !== undefined) return earlier.id
  const commandId = giver.newId()
  const outcome = await make({ giver, session, form, ruleSets, commandId, hash })
  await giver.finish()
  await session.query('INSERT INTO "formSubmission" ("id", "formId", "key", "contentHash", "outcome", "at") VALUES ($1, $2, $3, $4, $5, $6)', [commandId, form.id, key, hash, outcome, giver.now])
  return commandId
}
