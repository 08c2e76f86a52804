import { z } from 'zod'
import { plainText } from '../foundation/column.ts'

/** Longer than any that is taken, so that a command can say what is too large. */
const MOST_CHARACTERS = 2_000_000

/** A file in a command; `keepFile` says what is kept of it. */
export const givenFileSchema = z.strictObject({ name: plainText.trim().min(1).max(200), content: z.string().max(MOST_CHARACTERS) })
