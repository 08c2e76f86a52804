import type Database from 'better-sqlite3'
import { mappingSchema, type ImportMapping, type ImportSubject } from '#shared/imports/imports.contract.ts'
import type { JobContext } from '../operations/capability.ts'

const MOST_REMEMBERED = 50

type Remembered = Readonly<Record<string, unknown>>

/** The mapping used last for a file of this subject with exactly these columns. */
export function rememberedMapping(subject: ImportSubject, columns: readonly string[], db: Database.Database): ImportMapping | null {
  const parsed = mappingSchema.safeParse(all(db)[keyOf(subject, columns)])
  return parsed.success ? parsed.data : null
}

export async function rememberMapping(subject: ImportSubject, columns: readonly string[], mapping: ImportMapping, context: JobContext): Promise<void> {
  const key = keyOf(subject, columns)
  const others = Object.entries(all(context.db)).filter(([other]) => other !== key)
  await context.write('settings.set', { name: 'importMappings', value: Object.fromEntries([...others.slice(1 - MOST_REMEMBERED), [key, mapping]]) })
}

function all(db: Database.Database): Remembered {
  const value = db.prepare(`SELECT "value" FROM "settings" WHERE "id" = 'importMappings'`).pluck().get() as string | undefined
  return value === undefined ? {} : (JSON.parse(value) as Remembered)
}

function keyOf(subject: ImportSubject, columns: readonly string[]): string {
  return `${subject}:${columns.join('\u001f')}`
}
