import { z } from 'zod'
import { pullAnswerSchema, type PulledTable } from '#shared/sync/messages.ts'

/** A page of a pull as `pullAnswerSchema` has it, its values looked at by hand: there are hundreds of thousands of them. */
export const pageSchema = pullAnswerSchema.extend({ data: z.custom<PulledTable[]>((data) => Array.isArray(data) && data.every(isPulledTable)) })
export type Page = z.infer<typeof pageSchema>

function isPulledTable(part: unknown): boolean {
  if (typeof part !== 'object' || part === null || !('table' in part && 'columns' in part && 'put' in part && 'remove' in part)) return false
  const { table, columns, put, remove } = part
  if (typeof table !== 'string' || !areTexts(columns) || !areTexts(remove) || !Array.isArray(put)) return false
  const idAt = columns.indexOf('id')
  return put.every((row) => Array.isArray(row) && row.length === columns.length && typeof row[idAt] === 'string' && row.every(isValue))
}

function areTexts(list: unknown): list is string[] {
  return Array.isArray(list) && list.every((item) => typeof item === 'string')
}

function isValue(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
