import { z } from 'zod'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { roles } from '#shared/people/role.ts'
import { auditHeadSchema, auditReportSchema, verifyAudit } from '../audit/verify-audit.ts'
import type { Central } from '../central.ts'
import { createForm, formTakings, listForms, namedFormSchema, newFormSchema, revokeForm } from '../forms/forms.ts'
import { invitationSchema, invite } from '../people/invitations.ts'
import { giveRole, giveTerritories, listPeople, resume, suspend } from '../people/people.ts'
import { listTenants, renewEpoch } from '../people/tenants.ts'
import { dropQuarantined, listQuarantined, quarantinedSchema, retryQuarantined } from '../sync/quarantine-care.ts'

/** The company that an errand is about: the only one there is. */
interface Company extends Pick<Central, 'store'> {
  readonly central: Central
  readonly id: string
  readonly name: string
  readonly now: Date
}

interface Errand<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I
  readonly output: O
  readonly run: (company: Company, input: z.output<I>) => Promise<z.input<O>>
}

const errand = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, run: Errand<I, O>['run']): Errand<I, O> => ({ input, output, run })

const nothing = z.strictObject({})
const done = z.void()
const person = z.strictObject({ email: z.string().min(1).max(300) })
const territories = z.array(z.string().min(1).max(200)).max(100)
const command = z.strictObject({ id: z.string().max(100) })

const listedForm = z.object({ id: z.string(), name: z.string(), takes: z.enum(formTakings), source: z.string(), redirect: z.string().nullable(), origins: z.array(z.string()).readonly(), createdAt: z.string(), revokedAt: z.string().nullable(), taken: z.int(), duplicates: z.int() })

/** THE list of what an operator may ask for, at the command line of the machine that keeps the rows. */
export const errands = {
  invite: errand(invitationSchema, z.object({ personId: z.string(), code: z.string(), expiresAt: z.string(), tenantName: z.string() }), async ({ store, id, name, now }, invitation) => ({ ...(await invite(store, id, invitation, now)), tenantName: name })),
  people: errand(nothing, z.array(z.object({ name: z.string(), email: z.string(), role: z.enum(roles), territories: z.array(z.string()), suspendedAt: z.string().nullable(), desks: z.int(), seenAt: z.string().nullable() })), ({ store, id }) => listPeople(store, id)),
  suspend: errand(person, done, ({ store, id, now }, { email }) => suspend(store, id, email, now)),
  resume: errand(person, done, ({ store, id }, { email }) => resume(store, id, email)),
  giveRole: errand(person.extend({ role: z.enum(roles) }), done, ({ store, id }, { email, role }) => giveRole(store, id, email, role)),
  giveTerritories: errand(person.extend({ territories }), done, ({ store, id }, { email, territories: codes }) => giveTerritories(store, id, email, codes)),
  createForm: errand(newFormSchema, z.object({ id: z.string(), key: z.string() }), ({ store, id, now }, form) => createForm(store, id, form, now)),
  listForms: errand(nothing, z.array(listedForm), async ({ store, id }) => [...(await listForms(store, id))]),
  revokeForm: errand(namedFormSchema, done, ({ store, id, now }, { name }) => revokeForm(store, id, name, now)),
  renewEpoch: errand(nothing, done, async ({ central, store, id }) => {
    await renewEpoch(store, id)
    central.news.announce(id)
  }),
  audit: errand(z.strictObject({ head: auditHeadSchema.nullable() }), auditReportSchema, ({ store, id }, { head }) => verifyAudit(store, id, head)),
  quarantined: errand(nothing, z.array(quarantinedSchema), ({ store, id }) => listQuarantined(store, id)),
  retryQuarantined: errand(command, z.object({ id: z.string() }), async ({ central, id: tenantId }, { id }) => ({ id: await retryQuarantined(central, tenantId, id) })),
  dropQuarantined: errand(command.extend({ reason: z.string().trim().min(1).max(1_000) }), done, ({ central, id: tenantId }, { id, reason }) => dropQuarantined(central, tenantId, id, reason)),
}

export type ErrandName = keyof typeof errands
export type ErrandInput<N extends ErrandName> = z.input<(typeof errands)[N]['input']>
export type ErrandAnswer<N extends ErrandName> = z.output<(typeof errands)[N]['output']>

export function isErrand(name: unknown): name is ErrandName {
  return typeof name === 'string' && Object.hasOwn(errands, name)
}

/** @returns what the errand's output describes */
export async function runErrand(central: Central, name: ErrandName, given: unknown): Promise<unknown> {
  const { input, run }: Errand<z.ZodType, z.ZodType> = errands[name]
  const parsed = input.safeParse(given)
  if (!parsed.success) throw new RefusedError('input.invalid', z.prettifyError(parsed.error))
  const [company, another] = await listTenants(central.store)
  if (company === undefined || another !== undefined) throw new RefusedError('tenant.not-one', 'there is not exactly one company')
  return run({ ...company, central, store: central.store, now: new Date(central.clock()) }, parsed.data)
}
