import { z } from 'zod'
import { PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts'
import type { Route } from './route.ts'

type Json = Readonly<Record<string, unknown>>

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string(), details: z.json().optional() }) })

/** The description of the API, OpenAPI 3.1, made of the same list as the API. */
export function describeApi(routes: readonly Route[]): Json {
  const schemas: Record<string, unknown> = { Error: schemaOf('Error', errorSchema, 'output') }
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const name = nameOf(route)
    schemas[`${name}Answer`] = schemaOf(`${name}Answer`, route.output, 'output')
    if (route.method === 'POST') schemas[name] = schemaOf(name, route.input, 'input')
    paths[route.path] = {
      [route.method.toLowerCase()]: {
        operationId: name,
        summary: route.summary,
        security: route.permission === 'desk' ? [{ desk: [] }] : [],
        ...(route.method === 'POST' ? { requestBody: { required: true, content: contentOf(name) } } : {}),
        responses: { 200: { description: 'The answer', content: contentOf(`${name}Answer`) }, default: { description: 'Why not', content: contentOf('Error') } },
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
  return path.split('/').filter((part) => part !== '' && !/^v\d+$/.test(part)).join('-').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function contentOf(name: string): Json {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } }
}

/** A schema's own definitions are referred to from the root of the document. */
function schemaOf(name: string, schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  return JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', `"#/components/schemas/${name}/$defs/`).replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${name}"`)) as unknown
}
