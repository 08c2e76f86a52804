import type { accountsContract } from '#shared/accounts/accounts.contract.ts'
import type { agreementsContract } from '#shared/agreements/agreements.contract.ts'
import type { approvalsContract } from '#shared/approvals/approvals.contract.ts'
import type { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import type { calendarsContract } from '#shared/calendars/calendars.contract.ts'
import type { careContract } from '#shared/care/care.contract.ts'
import type { conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import type { dealsContract } from '#shared/deals/deals.contract.ts'
import type { catalogueContract } from '#shared/catalogue/catalogue.contract.ts'
import type { deadlinesContract } from '#shared/deadlines/deadlines.contract.ts'
import type { engagementContract } from '#shared/engagement/engagement.contract.ts'
import type { documentsContract } from '#shared/documents/documents.contract.ts'
import type { importsContract } from '#shared/imports/imports.contract.ts'
import type { journalContract } from '#shared/journal/journal.contract.ts'
import type { leadsContract } from '#shared/leads/leads.contract.ts'
import type { materialContract } from '#shared/material/material.contract.ts'
import type { modelsContract } from '#shared/models/models.contract.ts'
import type { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import type { opportunitiesContract } from '#shared/opportunities/opportunities.contract.ts'
import type { partnersContract } from '#shared/partners/partners.contract.ts'
import type { policiesContract } from '#shared/policies/policies.contract.ts'
import type { qualificationContract } from '#shared/qualification/qualification.contract.ts'
import type { quotesContract } from '#shared/quotes/quotes.contract.ts'
import type { rescueContract } from '#shared/workspace/rescue.contract.ts'
import type { recruitingContract } from '#shared/recruiting/recruiting.contract.ts'
import type { settingsContract } from '#shared/settings/settings.contract.ts'
import type { syncContract } from '#shared/sync/sync.contract.ts'
import type { taxesContract } from '#shared/taxes/taxes.contract.ts'
import type { territoriesContract } from '#shared/territories/territories.contract.ts'
import type { trainingContract } from '#shared/training/training.contract.ts'
import type { viewsContract } from '#shared/views/views.contract.ts'
import type { workspaceContract } from '#shared/workspace/workspace.contract.ts'

/** What the window may call: one line a capability. Types only, so that no schema is shipped to the window. */
export interface Contracts {
  readonly accounts: typeof accountsContract
  readonly catalogue: typeof catalogueContract
  readonly quotes: typeof quotesContract
  readonly approvals: typeof approvalsContract
  readonly assignment: typeof assignmentContract
  readonly calendars: typeof calendarsContract
  readonly conflicts: typeof conflictsContract
  readonly deadlines: typeof deadlinesContract
  readonly deals: typeof dealsContract
  readonly engagement: typeof engagementContract
  readonly documents: typeof documentsContract
  readonly imports: typeof importsContract
  readonly journal: typeof journalContract
  readonly leads: typeof leadsContract
  readonly models: typeof modelsContract
  readonly onboarding: typeof onboardingContract
  readonly care: typeof careContract
  readonly opportunities: typeof opportunitiesContract
  readonly partners: typeof partnersContract
  readonly policies: typeof policiesContract
  readonly recruiting: typeof recruitingContract
  readonly training: typeof trainingContract
  readonly agreements: typeof agreementsContract
  readonly material: typeof materialContract
  readonly qualification: typeof qualificationContract
  readonly rescue: typeof rescueContract
  readonly settings: typeof settingsContract
  readonly sync: typeof syncContract
  readonly taxes: typeof taxesContract
  readonly territories: typeof territoriesContract
  readonly views: typeof viewsContract
  readonly workspace: typeof workspaceContract
}
