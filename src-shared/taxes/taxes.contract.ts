import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { roundingModes } from '../foundation/integer.ts'
import { commandOperation, contract, query } from '../foundation/operation.ts'
import { roundingScopes } from '../quotes/quote-to-price.ts'
import { unions } from '../quotes/tax-policy.ts'
import { taxPolicies } from './tax-policy.table.ts'
import { taxRatesSchema } from './tax-rates-schema.ts'

const policySchema = z.strictObject({
  country: z.string().length(2),
  version: z.int().min(0),
  rounding: z.strictObject({ scope: z.enum(roundingScopes), mode: z.enum(roundingModes) }),
  registrationNumber: z.string().nullable(),
  rates: taxRatesSchema,
  resaleCertificates: z.boolean(),
  union: z.enum(unions).nullable(),
  toBeConfirmed: z.boolean(),
})

export const taxesContract = contract('taxes', {
  policies: query(
    'The taxes of every country: what counts on a day, and every version that was published, the latest first',
    z.strictObject({ on: z.iso.date() }),
    z.array(z.strictObject({ country: z.string(), inForce: policySchema.nullable(), versions: z.array(taxPolicies.row) })),
  ),
  publish: commandOperation(
    'Publishes a new version of the taxes of a country from a day on, over the version that was seen',
    z.strictObject({
      country: z.string().length(2),
      seenVersion: z.int().min(0),
      validFrom: z.iso.date(),
      roundingScope: z.enum(roundingScopes),
      roundingMode: z.enum(roundingModes),
      registrationNumber: z.string().max(30).nullable(),
      rates: taxRatesSchema,
      resaleCertificates: z.boolean(),
      union: z.enum(unions).nullable(),
      toBeConfirmed: z.boolean(),
      source: z.string().trim().max(500).nullable().default(null),
    }),
    z.strictObject({ entry: idSchema, id: idSchema }),
  ),
})
