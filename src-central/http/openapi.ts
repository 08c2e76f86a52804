import { z } from 'zod'
import { PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts'
import type { Route } from './route.ts'

type Json = Readonly<Record<string, unknown>>

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string(), details: z.json().optional() }) })

const FORM_PARAMETERS: readonly Json[] = [
  { name: 'key', in: 'path', required: true, schema: { type: 'string' } },
  { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 }, description: 'Sent again with the same key, it is the same submission' },
]
/** What a browser that left its page is shown. */
const PAGE: Json = { 'text/html': { schema: { type: 'string' } } }

/** The description of the API, OpenAPI 3.1, made of the same list as the API. */
export function describeApi(routes: readonly Route[]): Json {
  const schemas: Record<string, unknown> = { Error: schemaOf('Error', errorSchema, 'output') }
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const name = nameOf(route)
    schemas[`${name}Answer`] = schemaOf(`${name}Answer`, route.output, 'output')
    if (route.method === 'POST') schemas[name] = schemaOf(name, route.input, 'input')
    paths[route.path.replaceAll(/:(\w+)/g, '{$1}')] = {
      [route.method.toLowerCase()]: {
        operationId: name,
        summary: route.summary,
        security: route.permission === 'desk' ? [{ desk: [] }] : [],
        ...(route.permission === 'form' ? { parameters: FORM_PARAMETERS } : {}),
        ...(route.method === 'POST' ? { requestBody: { required: true, content: { ...contentOf(name), ...(route.permission === 'form' ? contentOf(name, 'application/x-www-form-urlencoded') : {}) } } } : {}),
        responses: {
          200: { description: 'The answer', content: { ...contentOf(`${name}Answer`), ...(route.permission === 'form' ? PAGE : {}) } },
          ...(route.permission === 'form' ? { 303: { description: 'To the page that the form names, for a plain HTML form' } } : {}),
          default: { description: 'Why not', content: { ...contentOf('Error'), ...(route.permission === 'form' ? PAGE : {}) } },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Channel Workbench, central API', version: String(PROTOCOL_VERSION) },
    paths,
    components: { schemas, securitySchemes: { desk: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  }
}

/** `/sync/v1/sign-out` is `syncSignOut`. */
function nameOf({ path }: Route): string {
  return path.split('/').filter((part) => !/^(v\d+|:\w+)?$/.test(part)).join('-').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function contentOf(name: string, type = 'application/json'): Json {
  return { [type]: { schema: { $ref: `#/components/schemas/${name}` } } }
}

/** A schema's own definitions are referred to from the root of the document. */
function schemaOf(name: string, schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  return JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', `"#/components/schemas/${name}/$defs/`).replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${name}"`)) as unknown
}
