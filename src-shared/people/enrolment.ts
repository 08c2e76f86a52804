import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { roles } from './role.ts'

/** `POST /auth/v1/enrol`: a desk shows the one-time code that `workbench invite` printed. */
export const enrolSchema = z.strictObject({ code: z.string().trim().min(8).max(100), deviceName: z.string().max(120), clientId: idSchema })

/** `GET /auth/v1/ways`: how a desk may be let in. `company`: where the company's people sign in, by OpenID Connect. */
export const waysSchema = z.object({ company: z.object({ issuer: z.url().max(400), clientId: z.string().min(1).max(400) }).nullable() })

/**
 * `POST /auth/v1/sign-in`: a desk shows what the company's provider said of its person. The nonce within is the SHA-256 (base64url)
 * of `address secret`: who merely holds the id_token cannot show the secret, and another server, at another address, cannot pass both on.
 */
export const signInSchema = z.strictObject({
  idToken: z.string().min(20).max(16_000),
  /** Where the desk believes this server to be. */
  address: z.url().max(400),
  secret: z.string().min(40).max(100),
  deviceName: z.string().max(120),
  clientId: idSchema,
})

/** `POST /auth/v1/refresh`: a refresh token is good until the one it was traded for has been shown; its reuse after that ends the session. `POST /auth/v1/sign-out` takes the same. */
export const refreshSchema = z.strictObject({ refreshToken: z.string().min(20).max(400) })

/** `POST /auth/v1/identity`: a desk that was put back from a copy goes on under an identity that the server has never met. */
export const identitySchema = z.strictObject({ clientId: idSchema })
export const accessSchema = z.object({
  accessToken: z.string(),
  /** Seconds from now; the desk counts by its monotonic clock. */
  expiresIn: z.int().min(1),
})

export const personSchema = z.object({ userId: idSchema, name: z.string(), email: z.string(), role: z.enum(roles), tenantId: idSchema, tenantName: z.string() })
export type Person = z.infer<typeof personSchema>

export const sessionSchema = accessSchema.extend({ person: personSchema, refreshToken: z.string() })
export type Session = z.infer<typeof sessionSchema>
