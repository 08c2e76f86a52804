import { z } from 'zod'
import { commandOperation, contract, query } from '../foundation/operation.ts'

/** Every setting of the desk, with what it may be. */
export const settingSchemas = {
  language: z.enum(['en', 'ja', 'es']),
  theme: z.enum(['light', 'dark', 'system']),
  /** What first start chose; null until then. */
  start: z.enum(['demo', 'empty', 'central']),
  /** Mappings used before, by subject and the file's columns. */
  importMappings: z.record(z.string(), z.json()),
  /** Sizes of the window's parts, by name. */
  layout: z.record(z.string(), z.number()),
} as const
export type SettingName = keyof typeof settingSchemas

const names = Object.keys(settingSchemas) as [SettingName, ...SettingName[]]

export const settingsContract = contract('settings', {
  all: query('The desk’s settings', z.strictObject({}), z.strictObject(Object.fromEntries(names.map((name) => [name, settingSchemas[name].optional()])) as { [K in SettingName]: z.ZodOptional<(typeof settingSchemas)[K]> })),
  set: commandOperation('Changes a setting', z.strictObject({ name: z.enum(names), value: z.json() }), z.strictObject({ name: z.string() })),
})
