import { z } from 'zod'
import { accessSchema, enrolSchema, identitySchema, refreshSchema, sessionSchema, signInSchema, waysSchema } from '#shared/people/enrolment.ts'
import { keepKeySchema, recoverKeySchema, recoveredKeySchema } from '#shared/people/workspace-key.ts'
import { digestAnswerSchema, digestSchema, helloAnswerSchema, helloSchema, pullAnswerSchema, pullSchema, pushAnswerSchema, PUSH_LIMITS, pushSchema, waitAnswerSchema, waitSchema } from '#shared/sync/messages.ts'
import { OLDEST_PROTOCOL_SERVED, PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts'
import { receivedSchema, submissionSchema, takeSubmission } from '../forms/take-submission.ts'
import { changeIdentity, enrol, refresh, signIn, signOut } from '../people/desks.ts'
import { keepKey, recoverKey } from '../people/workspace-keys.ts'
import { digest } from '../sync/digest.ts'
import { hello } from '../sync/hello.ts'
import { pull } from '../sync/pull.ts'
import { push } from '../sync/push.ts'
import { wait } from '../sync/wait.ts'
import { deskRoute, formRoute, openRoute, type Route, type RouteContext } from './route.ts'

const registryOf = ({ central, tokens }: RouteContext) => ({ store: central.store, tokens, clock: () => new Date(central.clock()) })

/** THE list of routes: the server and its description are made of it. */
export const routes: readonly Route[] = [
  openRoute({
    method: 'GET', path: '/health', summary: 'Whether the server and its database answer', rate: 'open',
    input: z.strictObject({}), output: z.object({ ok: z.literal(true), protocol: z.int(), oldestProtocol: z.int() }),
    answer: async ({ central }) => {
      await central.store.transaction({ tenantId: null, snapshot: true }, (session) => session.query('SELECT 1'))
      return { ok: true as const, protocol: PROTOCOL_VERSION, oldestProtocol: OLDEST_PROTOCOL_SERVED }
    },
  }),
  openRoute({
    method: 'GET', path: '/auth/v1/ways', summary: 'How a desk may be let in', rate: 'open', input: z.strictObject({}), output: waysSchema,
    answer: async ({ central }) => {
      const settings = central.company?.settings
      return { company: settings === undefined ? null : { issuer: settings.issuer, clientId: settings.clientId } }
    },
  }),
  openRoute({ method: 'POST', path: '/auth/v1/enrol', summary: 'Makes a desk known by a one-time code', rate: 'enrol', input: enrolSchema, output: sessionSchema, answer: (context, input) => enrol(registryOf(context), input) }),
  openRoute({ method: 'POST', path: '/auth/v1/sign-in', summary: 'Makes a desk known by what the company’s provider said of its person', rate: 'enrol', input: signInSchema, output: sessionSchema, answer: (context, input) => signIn(registryOf(context), context.central.company, input) }),
  openRoute({ method: 'POST', path: '/auth/v1/refresh', summary: 'Trades a refresh token for new tokens', rate: 'token', input: refreshSchema, output: sessionSchema, answer: (context, { refreshToken }) => refresh(registryOf(context), refreshToken) }),
  openRoute({
    method: 'POST', path: '/auth/v1/sign-out', summary: 'Takes a desk’s leave', rate: 'token', input: refreshSchema, output: z.object({}),
    answer: async (context, { refreshToken }) => {
      await signOut(registryOf(context), refreshToken)
      return {}
    },
  }),
  formRoute({ method: 'POST', path: '/forms/v1/:key', summary: 'Takes a lead, or an application to become a partner, from a web page; the key names the form', rate: 'form', input: submissionSchema, output: receivedSchema, answer: takeSubmission }),
  deskRoute({ method: 'POST', path: '/auth/v1/identity', summary: 'Gives a desk that was put back from a copy an identity of its own', rate: 'token', input: identitySchema, output: accessSchema, answer: (context, { clientId }, bearer) => changeIdentity(registryOf(context), bearer, clientId) }),
  deskRoute({
    method: 'POST', path: '/keys/v1/keep', summary: 'Keeps the key of a person’s workspace', rate: 'token', input: keepKeySchema, output: z.object({}),
    answer: async (context, input, bearer) => {
      await keepKey(registryOf(context), bearer, input)
      return {}
    },
  }),
  deskRoute({ method: 'POST', path: '/keys/v1/recover', summary: 'Gives a person the key of their workspace back', rate: 'token', input: recoverKeySchema, output: recoveredKeySchema, answer: (context, input, bearer) => recoverKey(registryOf(context), bearer, input) }),
  deskRoute({ method: 'POST', path: '/sync/v1/hello', summary: 'What the server knows of this desk', rate: 'sync', drains: true, input: helloSchema, output: helloAnswerSchema, answer: ({ central }, input, bearer) => hello(central, bearer, input) }),
  deskRoute({ method: 'POST', path: '/sync/v1/push', summary: 'Takes a desk’s commands in their order', rate: 'sync', drains: true, bodyLimit: PUSH_LIMITS.commandBytes + 1_000_000, input: pushSchema, output: pushAnswerSchema, answer: ({ central }, input, bearer) => push(central, bearer, input) }),
  deskRoute({ method: 'POST', path: '/sync/v1/pull', summary: 'Gives a page of the rows that are new to a desk', rate: 'sync', input: pullSchema, output: pullAnswerSchema, answer: ({ central }, input, bearer) => pull(central, bearer, input) }),
  deskRoute({ method: 'POST', path: '/sync/v1/wait', summary: 'Answers when there is something new, or after 25 seconds', rate: 'wait', input: waitSchema, output: waitAnswerSchema, answer: ({ central, signal }, { cursor }, bearer) => wait(central, bearer, cursor, { signal }) }),
  deskRoute({ method: 'POST', path: '/sync/v1/digest', summary: 'Checksums of the rows a desk should have', rate: 'sync', input: digestSchema, output: digestAnswerSchema, answer: ({ central }, input, bearer) => digest(central, bearer, input) }),
]
