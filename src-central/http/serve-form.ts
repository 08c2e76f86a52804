import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Central } from '../central.ts'
import { ApiError } from '../foundation/api-error.ts'
import { findForm, type Form } from '../forms/forms.ts'
import { localeOf, refusalPage, thanksPage, withSentences } from './form-page.ts'
import type { Limit } from './limit-rate.ts'
import { parseInput } from './parse-input.ts'
import { readFormBody } from './read-form-body.ts'
import type { FormRoute } from './route.ts'
import { describeError } from './tell-error.ts'

const HTML = 'text/html; charset=utf-8'
const PREFLIGHT_SECONDS = '600'

/** Serves the route that web pages send to: JSON and plain HTML forms, from the origins that the form names. */
export async function serveForm(app: FastifyInstance, central: Central, route: FormRoute, limit: Limit): Promise<void> {
  const forms = new WeakMap<FastifyRequest, Form>()

  /** Before the body is read: no unknown page makes us read one. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await limit('form', request)
    await limit('formKey', request)
    const form = await findForm(central.store, keyOf(request)).catch(async (error: unknown) => {
      if (error instanceof ApiError) await limit('wrongToken', request)
      throw error
    })
    allowOrigin(form, request.headers.origin, reply)
    forms.set(request, form)
  }

  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => readFormBody(body))
    scope.setErrorHandler(async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const locale = localeOf(request.headers['accept-language'])
      const { status, error: refusal, headers } = describeError(error, request, central.log)
      reply.code(status).headers(headers)
      if (isPlainForm(request)) return reply.type(HTML).send(await refusalPage(refusal, locale))
      return reply.type('application/json').send(JSON.stringify({ error: await withSentences(refusal, locale) }))
    })
    scope.route({
      method: 'OPTIONS',
      url: route.path,
      onRequest: admit,
      handler: async (_request, reply) => reply.code(204).headers({ 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type, idempotency-key', 'access-control-max-age': PREFLIGHT_SECONDS }).send(),
    })
    scope.route({
      method: route.method,
      url: route.path,
      onRequest: admit,
      handler: async (request, reply) => {
        const form = forms.get(request)
        if (form === undefined) throw new Error('a form that nobody has admitted')
        const key = request.headers['idempotency-key']
        const answer = route.output.parse(await route.answer(central, form, parseInput(route, request), typeof key === 'string' ? key : null))
        if (!isPlainForm(request)) return answer
        if (form.redirect !== null) return reply.redirect(form.redirect, 303)
        return reply.type(HTML).send(await thanksPage(localeOf(request.headers['accept-language'])))
      },
    })
  })
}

export function keyOf(request: FastifyRequest): string {
  const { params } = request
  return typeof params === 'object' && params !== null && 'key' in params ? String(params.key) : ''
}

/** A browser says which page sends. One that the form does not name is refused; who is no browser can say anything. */
function allowOrigin(form: Form, origin: string | undefined, reply: FastifyReply): void {
  reply.header('vary', 'origin')
  if (origin === undefined || form.origins.length === 0) return
  if (!form.origins.includes(origin)) throw new ApiError(403, 'form.origin-refused', 'this form is not for pages of that origin')
  reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after' })
}

/** Sent by a browser that leaves the page and shows what comes. */
function isPlainForm(request: FastifyRequest): boolean {
  return /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '') && /\btext\/html\b/.test(request.headers.accept ?? '')
}
