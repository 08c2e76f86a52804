import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { roles } from './role.ts'

/** `POST /auth/v1/enrol`: a desk shows the one-time code that `workbench invite` printed. */
export const enrolSchema = z.strictObject({ code: z.string().trim().min(8).max(100), deviceName: z.string().max(120), clientId: idSchema })

/** `POST /auth/v1/refresh`: the refresh token is good once; its reuse ends the whole family. `POST /auth/v1/sign-out` takes the same. */
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
