import { capabilities } from '#shared/capabilities.ts'
import type { Command } from '#shared/foundation/command.ts'
import { accountsHost } from './accounts/accounts.operations.ts'
import { approvalsHost } from './approvals/approvals.operations.ts'
import { agreementsHost } from './agreements/agreements.operations.ts'
import { assignmentHost } from './assignment/assignment.operations.ts'
import { calendarsHost } from './calendars/calendars.operations.ts'
import { careHost } from './care/care.operations.ts'
import { catalogueHost } from './catalogue/catalogue.operations.ts'
import { conflictsHost } from './conflicts/conflicts.operations.ts'
import { deadlinesHost } from './deadlines/deadlines.operations.ts'
import { dealsHost } from './deals/deals.operations.ts'
import { documentsHost } from './documents/documents.operations.ts'
import { engagementHost } from './engagement/engagement.operations.ts'
import { importsHost } from './imports/imports.operations.ts'
import { journalHost } from './journal/journal.operations.ts'
import { leadsHost } from './leads/leads.operations.ts'
import { materialHost } from './material/material.operations.ts'
import { modelsHost } from './models/models.operations.ts'
import type { HostCapability } from './operations/capability.ts'
import type { Registry } from './operations/dispatch.ts'
import { onboardingHost } from './onboarding/onboarding.operations.ts'
import { opportunitiesHost } from './opportunities/opportunities.operations.ts'
import { partnersHost } from './partners/partners.operations.ts'
import { policiesHost } from './policies/policies.operations.ts'
import { qualificationHost } from './qualification/qualification.operations.ts'
import { quotesHost } from './quotes/quotes.operations.ts'
import { recruitingHost } from './recruiting/recruiting.operations.ts'
import { settingsHost } from './settings/settings.operations.ts'
import { syncHost } from './sync/sync.operations.ts'
import { taxesHost } from './taxes/taxes.operations.ts'
import { territoriesHost } from './territories/territories.operations.ts'
import { trainingHost } from './training/training.operations.ts'
import { viewsHost } from './views/views.operations.ts'
import { workspaceHost } from './workspace/workspace.operations.ts'

/** THE list of the host's halves: one line a capability. */
const hosts: readonly HostCapability[] = [partnersHost, calendarsHost, deadlinesHost, territoriesHost, modelsHost, qualificationHost, leadsHost, accountsHost, opportunitiesHost, dealsHost, catalogueHost, taxesHost, quotesHost, engagementHost, conflictsHost, approvalsHost, documentsHost, recruitingHost, trainingHost, agreementsHost, onboardingHost, materialHost, careHost, assignmentHost, importsHost, journalHost, viewsHost, settingsHost, syncHost, workspaceHost, policiesHost]

export const registry: Registry = new Map(
  capabilities.flatMap(({ contract }) => Object.values(contract.operations).map((operation) => [operation.name, operation] as const)),
)

export const commands: ReadonlyMap<string, Command> = new Map(capabilities.flatMap((capability) => capability.commands.map((command) => [command.operation.name, command] as const)))

export const queries = handlersOf('queries')
export const jobs = handlersOf('jobs')

function handlersOf<K extends 'queries' | 'jobs'>(kind: K): ReadonlyMap<string, HostCapability[K][string]> {
  return new Map(hosts.flatMap((host) => Object.entries(host[kind]).map(([verb, handler]) => [`${host.contract.capability}.${verb}`, handler as HostCapability[K][string]] as const)))
}
