import { certificatesCommands } from './certificates.commands.ts'
import { peopleCommands } from './people.commands.ts'
import { programCommands } from './program.commands.ts'

export const trainingCommands = [...peopleCommands, ...certificatesCommands, ...programCommands]
