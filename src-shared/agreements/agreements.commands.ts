import { acceptancesCommands } from './acceptances.commands.ts'
import { versionsCommands } from './versions.commands.ts'

export const agreementsCommands = [...versionsCommands, ...acceptancesCommands]
