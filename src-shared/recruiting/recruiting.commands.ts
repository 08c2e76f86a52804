import { applicationsCommands } from './applications.commands.ts'
import { approvalCommands } from './approve-application.ts'
import { profilesCommands } from './profiles.commands.ts'

export const recruitingCommands = [...applicationsCommands, ...approvalCommands, ...profilesCommands]
