import { claimsCommands } from './claims.commands.ts'
import { policiesCommands } from './policies.commands.ts'
import { protectionCommands } from './protection.commands.ts'
import { reviewCommands } from './review.commands.ts'

export const dealsCommands = [...claimsCommands, ...reviewCommands, ...protectionCommands, ...policiesCommands]
