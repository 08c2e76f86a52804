import { z } from 'zod'
import { askedSchema, extensionSchema, registrations } from './registration.table.ts'
import { partnersColumns } from './partner-view.ts'

/** See `PartnersRegistration`. Strict: what is not named there cannot get out. */
export const partnersRegistrationSchema = z.strictObject({
  ...Object.fromEntries(partnersColumns.map((column) => [column, registrations.shape[column]!])),
  asked: askedSchema.omit({ by: true }).nullable(),
  extension: extensionSchema.omit({ by: true }).nullable(),
  held: z.boolean(),
})
