import { accept, command, insert, one, refuse, update } from '../foundation/command.ts'
import { settings } from './setting.table.ts'
import { settingSchemas, settingsContract } from './settings.contract.ts'

const set = command(settingsContract.operations.set, function* ({ name, value }, { now }) {
  const parsed = settingSchemas[name].safeParse(value)
  if (!parsed.success) return refuse('setting.invalid', parsed.error.message, { name })
  const before = yield* one(settings, name)
  return accept({ name }, [before === undefined ? insert(settings, { id: name, value, updatedAt: now }) : update(settings, name, { value })])
})

export const settingsCommands = [set]
