import type { z } from 'zod'
import type { Central } from '../central.ts'
import type { AccessTokens } from '../people/access-tokens.ts'
import type { Form } from '../forms/forms.ts'
import type { Bearer } from '../people/bearer.ts'

/** How many requests a minute: of one address where nobody is signed in, of one desk otherwise; `formKey`: to one form, of whomever. */
export const rates = { open: 600, enrol: 20, token: 600, sync: 1_200, wait: 240, form: 60, formKey: 600 } as const

export interface RouteContext {
  readonly central: Central
  readonly tokens: AccessTokens
  /** Ends when the asker hangs up or the server closes. */
  readonly signal: AbortSignal
}

interface RouteShape<I extends z.ZodType, O extends z.ZodType> {
  readonly method: 'GET' | 'POST'
  readonly path: `/${string}`
  readonly summary: string
  readonly rate: keyof typeof rates
  readonly bodyLimit?: number
  /** Serves desks that are too old for anything but sending what they have. */
  readonly drains?: true
  readonly input: I
  readonly output: O
}

export interface OpenRoute<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends RouteShape<I, O> {
  readonly permission: 'anyone'
  readonly answer: (context: RouteContext, input: z.output<I>) => Promise<z.input<O>>
}

/** What a person may do is decided where it is done, by the role of that moment. */
export interface DeskRoute<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends RouteShape<I, O> {
  readonly permission: 'desk'
  /** A text is the answer's JSON as it stands. */
  readonly answer: (context: RouteContext, input: z.output<I>, bearer: Bearer) => Promise<z.input<O> | string>
}

/** For whoever has the key in the path, from a web page or another server; also takes plain HTML forms. */
export interface FormRoute<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends RouteShape<I, O> {
  readonly permission: 'form'
  /** @param idempotencyKey the header's */
  readonly answer: (central: Central, form: Form, input: z.output<I>, idempotencyKey: string | null) => Promise<z.input<O>>
}

export type Route = OpenRoute | DeskRoute | FormRoute

export function openRoute<I extends z.ZodType, O extends z.ZodType>(route: Omit<OpenRoute<I, O>, 'permission'>): Route {
  return { ...route, permission: 'anyone' } as unknown as Route
}

export function formRoute<I extends z.ZodType, O extends z.ZodType>(route: Omit<FormRoute<I, O>, 'permission'>): Route {
  return { ...route, permission: 'form' } as unknown as Route
}

export function deskRoute<I extends z.ZodType, O extends z.ZodType>(route: Omit<DeskRoute<I, O>, 'permission'>): Route {
  return { ...route, permission: 'desk' } as unknown as Route
}
