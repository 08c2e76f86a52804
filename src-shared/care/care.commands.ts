import { checkInsCommands } from './check-ins.commands.ts'
import { plansCommands } from './plans.commands.ts'
import { reviewsCommands } from './reviews.commands.ts'

export const careCommands = [...checkInsCommands, ...reviewsCommands, ...plansCommands]
