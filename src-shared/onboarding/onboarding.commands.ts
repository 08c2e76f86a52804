import { activationCommands } from './activation.commands.ts'
import { checklistsCommands } from './checklists.commands.ts'
import { tasksCommands } from './tasks.commands.ts'
import { templatesCommands } from './templates.commands.ts'

export const onboardingCommands = [...templatesCommands, ...checklistsCommands, ...tasksCommands, ...activationCommands]
