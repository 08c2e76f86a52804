import { z } from 'zod'
import { recruitingSources } from '#shared/recruiting/application.ts'
import { ApiError } from '../foundation/api-error.ts'
import { newId } from '../foundation/new-id.ts'
import { hashSecret, newToken } from '../people/secret-text.ts'
import type { Store } from '../store/store.ts'

/** What becomes of what a form sends. */
export const formTakings = ['leads', 'applications'] as const
export type FormTakings = (typeof formTakings)[number]

/** A web page's door for leads, or for applications to become a partner. Its key is in the page for all to read: it opens nothing else. */
export interface Form {
  readonly tenantId: string
  readonly id: string
  readonly name: string
  readonly takes: FormTakings
  /** What its leads say of where they come from; of applications one of `recruitingSources`. */
  readonly source: string
  /** Where a person is sent after a plain HTML form was taken. */
  readonly redirect: string | null
  /** The pages that may send it from a browser: `https://www.lira.example`; none means any, by a plain HTML form alone. */
  readonly origins: readonly string[]
}

const webAddress = z.url({ protocol: /^https?$/ }).max(2000)

export const newFormSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  takes: z.enum(formTakings).default('leads'),
  source: z.string().trim().min(1).max(400),
  redirect: webAddress.nullable(),
  origins: z.array(webAddress.refine((text) => new URL(text).origin === text, 'an origin has no path: https://www.example.com')).max(50),
}).refine(({ takes, source }) => takes === 'leads' || (recruitingSources as readonly string[]).includes(source), `applications come from one of ${recruitingSources.join(', ')}`)
export type NewForm = z.output<typeof newFormSchema>

export const namedFormSchema = z.strictObject({ name: z.string().trim().min(1).max(100) })

export interface ListedForm extends Omit<Form, 'tenantId'> {
  readonly createdAt: string
  readonly revokedAt: string | null
  /** In the last 90 days: what became a lead or an application, and what was one already. */
  readonly taken: number
  readonly duplicates: number
}

/** @returns the form's key, which is told this once: only a hash is kept */
export function createForm(store: Store, tenantId: string, { name, takes, source, redirect, origins }: NewForm, now: Date): Promise<{ readonly id: string; readonly key: string }> {
  return store.transaction({ as: 'registrar' }, async (session) => {
    const [id, key] = [newId(), newToken()]
    const made = await session.query(
      `INSERT INTO "form" ("tenantId", "id", "name", "keyHash", "takes", "source", "redirect", "origins", "createdAt") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT ("tenantId", "name") WHERE "revokedAt" IS NULL DO NOTHING RETURNING "id"`,
      [tenantId, id, name, hashSecret(key), takes, source, redirect, origins, now.toISOString()],
    )
    if (made.length === 0) throw new ApiError(409, 'form.name-taken', 'a form has this name already', { name })
    return { id, key }
  })
}

export function listForms(store: Store, tenantId: string): Promise<readonly ListedForm[]> {
  return store.transaction({ as: 'registrar' }, (session) => session.query<ListedForm>(
    `SELECT "id", "name", "takes", "source", "redirect", "origins", "createdAt", "revokedAt",
       (SELECT count(*) FROM "formSubmission" s WHERE s."tenantId" = f."tenantId" AND s."formId" = f."id" AND s."outcome" <> 'duplicate') AS "taken",
       (SELECT count(*) FROM "formSubmission" s WHERE s."tenantId" = f."tenantId" AND s."formId" = f."id" AND s."outcome" = 'duplicate') AS "duplicates"
     FROM "form" f WHERE "tenantId" = $1 ORDER BY "createdAt", "id"`,
    [tenantId],
  ))
}

/** What the form has brought stays. */
export async function revokeForm(store: Store, tenantId: string, name: string, now: Date): Promise<void> {
  const revoked = await store.transaction({ as: 'registrar' }, (session) => session.query('UPDATE "form" SET "revokedAt" = $3 WHERE "tenantId" = $1 AND "name" = $2 AND "revokedAt" IS NULL RETURNING "id"', [tenantId, name, now.toISOString()]))
  if (revoked.length === 0) throw unknownForm()
}

/** One answer for a key that never was and one that is no longer good. */
export async function findForm(store: Store, key: string): Promise<Form> {
  const [form] = await store.transaction({ as: 'registrar' }, (session) => session.query<{ [K in keyof Form]: Form[K] }>('SELECT "tenantId", "id", "name", "takes", "source", "redirect", "origins" FROM "form" WHERE "keyHash" = $1 AND "revokedAt" IS NULL', [hashSecret(key)]))
  if (form === undefined) throw unknownForm()
  return form
}

function unknownForm(): ApiError {
  return new ApiError(404, 'form.not-found', 'there is no such form')
}
