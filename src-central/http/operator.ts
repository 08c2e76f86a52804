import { z } from 'zod'
import { ApiError } from '../foundation/api-error.ts'
import { createForm, listForms, namedFormSchema, newFormSchema, revokeForm } from '../forms/forms.ts'
import { invitationSchema, invite } from '../people/invitations.ts'
import { listTenants, type Tenant } from '../people/tenants.ts'
import type { Store } from '../store/store.ts'

interface OperatorAction<I extends z.ZodType, Answer extends object> {
  readonly input: I
  readonly run: (store: Store, tenant: Tenant, input: z.output<I>, now: Date) => Promise<Answer>
}

function action<I extends z.ZodType, Answer extends object>(input: I, run: OperatorAction<I, Answer>['run']): OperatorAction<I, Answer> {
  return { input, run }
}

/** What the operator may ask, of the only company there is. */
export const operatorActions = {
  invite: action(invitationSchema, async (store, { id, name }, invitation, now) => ({ ...(await invite(store, id, invitation, now)), tenantName: name })),
  createForm: action(newFormSchema, (store, { id }, form, now) => createForm(store, id, form, now)),
  listForms: action(z.strictObject({}), async (store, { id }) => ({ forms: await listForms(store, id) })),
  revokeForm: action(namedFormSchema, async (store, { id }, { name }, now) => {
    await revokeForm(store, id, name, now)
    return { name }
  }),
}

export type OperatorActionName = keyof typeof operatorActions
export type OperatorInput<Name extends OperatorActionName> = z.input<(typeof operatorActions)[Name]['input']>
export type OperatorAnswer<Name extends OperatorActionName> = Awaited<ReturnType<(typeof operatorActions)[Name]['run']>>

export function isOperatorAction(name: string): name is OperatorActionName {
  return Object.hasOwn(operatorActions, name)
}

export async function operate<Name extends OperatorActionName>(store: Store, name: Name, input: unknown, now: Date): Promise<OperatorAnswer<Name>> {
  const { input: schema, run } = operatorActions[name] as unknown as OperatorAction<z.ZodType, OperatorAnswer<Name>>
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw new ApiError(400, 'input.invalid', z.prettifyError(parsed.error))
  const [tenant, another] = await listTenants(store)
  if (tenant === undefined || another !== undefined) throw new ApiError(409, 'tenant.not-one', 'there is not exactly one company')
  return run(store, tenant, parsed.data, now)
}
