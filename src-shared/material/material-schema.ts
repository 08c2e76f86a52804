import { z } from 'zod'
import { mediaTypes } from '../attachments/kept-file.ts'
import { plainText } from '../foundation/column.ts'
import { partKinds } from './material.ts'

const line = plainText.trim().min(1).max(300)
const partSchema = z.strictObject({ kind: z.enum(partKinds), title: line, text: plainText.trim().max(5_000), criteria: z.array(plainText.trim().min(1).max(500)).max(20).readonly() })

export const wordsSchema = z.strictObject({ title: line, body: plainText.trim().max(20_000), parts: z.array(partSchema).max(60).readonly() })

export const fileSchema = z.strictObject({ name: plainText.max(200), mediaType: z.enum(mediaTypes), size: z.int().min(1), sha256: z.string().length(64) })
export const textSchema = wordsSchema.extend({ file: fileSchema.nullable() })

/** Countries (`GT`) and regions (`JP-13`). */
export const placeSchema = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
