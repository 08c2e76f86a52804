import { accountsCommands } from './accounts/accounts.commands.ts'
import { accountsContract } from './accounts/accounts.contract.ts'
import { agreementsCommands } from './agreements/agreements.commands.ts'
import { agreementsContract } from './agreements/agreements.contract.ts'
import { approvalsCommands } from './approvals/approvals.commands.ts'
import { approvalsContract } from './approvals/approvals.contract.ts'
import { assignmentCommands } from './assignment/assignment.commands.ts'
import { assignmentContract } from './assignment/assignment.contract.ts'
import { calendarsCommands } from './calendars/calendars.commands.ts'
import { calendarsContract } from './calendars/calendars.contract.ts'
import { careCommands } from './care/care.commands.ts'
import { careContract } from './care/care.contract.ts'
import { catalogueCommands } from './catalogue/catalogue.commands.ts'
import { catalogueContract } from './catalogue/catalogue.contract.ts'
import { conflictsCommands } from './conflicts/conflicts.commands.ts'
import { conflictsContract } from './conflicts/conflicts.contract.ts'
import { deadlinesCommands } from './deadlines/deadlines.commands.ts'
import { deadlinesContract } from './deadlines/deadlines.contract.ts'
import { dealsCommands } from './deals/deals.commands.ts'
import { dealsContract } from './deals/deals.contract.ts'
import { documentsCommands } from './documents/documents.commands.ts'
import { documentsContract } from './documents/documents.contract.ts'
import { engagementCommands } from './engagement/engagement.commands.ts'
import { engagementContract } from './engagement/engagement.contract.ts'
import type { Actor, Change, Command, Question } from './foundation/command.ts'
import type { CommandOperation, Contract } from './foundation/operation.ts'
import { importsCommands } from './imports/imports.commands.ts'
import { importsContract } from './imports/imports.contract.ts'
import { journalCommands } from './journal/journal.commands.ts'
import { journalContract } from './journal/journal.contract.ts'
import { leadsCommands } from './leads/leads.commands.ts'
import { leadsContract } from './leads/leads.contract.ts'
import { materialCommands } from './material/material.commands.ts'
import { materialContract } from './material/material.contract.ts'
import { modelsCommands } from './models/models.commands.ts'
import { modelsContract } from './models/models.contract.ts'
import { onboardingCommands } from './onboarding/onboarding.commands.ts'
import { onboardingContract } from './onboarding/onboarding.contract.ts'
import { reckonTakenBack } from './onboarding/reckon-taken-back.ts'
import { opportunitiesCommands } from './opportunities/opportunities.commands.ts'
import { opportunitiesContract } from './opportunities/opportunities.contract.ts'
import { partnersCommands } from './partners/partners.commands.ts'
import { partnersContract } from './partners/partners.contract.ts'
import { policiesContract } from './policies/policies.contract.ts'
import { qualificationCommands } from './qualification/qualification.commands.ts'
import { qualificationContract } from './qualification/qualification.contract.ts'
import { quotesCommands } from './quotes/quotes.commands.ts'
import { quotesContract } from './quotes/quotes.contract.ts'
import { recruitingCommands } from './recruiting/recruiting.commands.ts'
import { recruitingContract } from './recruiting/recruiting.contract.ts'
import { resettleQuotes } from './quotes/resettle-quotes.ts'
import { settingsCommands } from './settings/settings.commands.ts'
import { settingsContract } from './settings/settings.contract.ts'
import { syncCommands } from './sync/sync.commands.ts'
import { syncContract } from './sync/sync.contract.ts'
import { tableNamed, tables } from './tables.ts'
import { taxesCommands } from './taxes/taxes.commands.ts'
import { taxesContract } from './taxes/taxes.contract.ts'
import { territoriesCommands } from './territories/territories.commands.ts'
import { territoriesContract } from './territories/territories.contract.ts'
import { trainingCommands } from './training/training.commands.ts'
import { trainingContract } from './training/training.contract.ts'
import { viewsCommands } from './views/views.commands.ts'
import { viewsContract } from './views/views.contract.ts'
import { workspaceContract } from './workspace/workspace.contract.ts'

export interface Capability {
  readonly contract: Contract
  readonly commands: readonly Command[]
}

/** What else follows from changes that somebody takes back. */
function* reckonAnew(changes: readonly Change[], actor: Actor): Generator<Question, readonly Change[], unknown> {
  return [...(yield* resettleQuotes(changes, actor)), ...(yield* reckonTakenBack(changes))]
}

/** THE list: one line a capability. */
export const capabilities: readonly Capability[] = [
  { contract: partnersContract, commands: partnersCommands },
  { contract: calendarsContract, commands: calendarsCommands },
  { contract: deadlinesContract, commands: deadlinesCommands },
  { contract: territoriesContract, commands: territoriesCommands },
  { contract: modelsContract, commands: modelsCommands },
  { contract: qualificationContract, commands: qualificationCommands },
  { contract: leadsContract, commands: leadsCommands },
  { contract: accountsContract, commands: accountsCommands },
  { contract: opportunitiesContract, commands: opportunitiesCommands },
  { contract: dealsContract, commands: dealsCommands },
  { contract: catalogueContract, commands: catalogueCommands },
  { contract: taxesContract, commands: taxesCommands },
  { contract: quotesContract, commands: quotesCommands },
  { contract: engagementContract, commands: engagementCommands },
  { contract: conflictsContract, commands: conflictsCommands },
  { contract: approvalsContract, commands: approvalsCommands },
  { contract: documentsContract, commands: documentsCommands },
  { contract: recruitingContract, commands: recruitingCommands },
  { contract: trainingContract, commands: trainingCommands },
  { contract: agreementsContract, commands: agreementsCommands },
  { contract: onboardingContract, commands: onboardingCommands },
  { contract: materialContract, commands: materialCommands },
  { contract: careContract, commands: careCommands },
  { contract: assignmentContract, commands: assignmentCommands },
  { contract: importsContract, commands: importsCommands(tableNamed) },
  { contract: journalContract, commands: journalCommands(tableNamed, reckonAnew) },
  { contract: viewsContract, commands: viewsCommands },
  { contract: settingsContract, commands: settingsCommands },
  { contract: syncContract, commands: syncCommands(tables) },
  { contract: workspaceContract, commands: [] },
  { contract: policiesContract, commands: [] },
]

export const commandOperations: ReadonlyMap<string, CommandOperation> = new Map(capabilities.flatMap(({ commands }) => commands.map(({ operation }) => [operation.name, operation] as const)))
