import { capabilities } from '#shared/capabilities.ts'
import type { Command } from '#shared/foundation/command.ts'

export type CommandRegistry = ReadonlyMap<string, Command>

/** Every command there is; which of them somebody may give is for the permissions to say. */
export const commandRegistry: CommandRegistry = new Map(capabilities.flatMap(({ commands }) => commands.map((command) => [command.operation.name, command] as const)))
