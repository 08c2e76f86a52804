import { z } from 'zod'
import type { Evidence } from './evidence.ts'

/** What evidence says besides its kind and weight differs from kind to kind: see evidence.ts, which the window has too. */
export const evidenceSchema = z.array(z.looseObject({ kind: z.string(), weight: z.number() })) as unknown as z.ZodType<readonly Evidence[]>
