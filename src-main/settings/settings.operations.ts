import { settingsContract } from '#shared/settings/settings.contract.ts'
import { hostCapability } from '../operations/capability.ts'

export const settingsHost = hostCapability(
  settingsContract,
  { all: (_, { db }) => Object.fromEntries((db.prepare('SELECT "id", "value" FROM "settings"').all() as { id: string; value: string }[]).map(({ id, value }) => [id, JSON.parse(value) as never])) },
  {},
)
