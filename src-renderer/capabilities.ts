import { accountsDescriptor } from './accounts/accounts.descriptor.ts'
import { accountDuplicatesDescriptor } from './accounts/duplicates/account-duplicates.descriptor.ts'
import { agreementsDescriptor } from './agreements/agreements.descriptor.ts'
import { assignmentDescriptor } from './assignment/assignment.descriptor.ts'
import { careDescriptor } from './care/care.descriptor.ts'
import { priceBooksDescriptor, productsDescriptor } from './catalogue/catalogue.descriptor.ts'
import { conflictsDescriptor } from './conflicts/conflicts.descriptor.ts'
import { deadlinesDescriptor } from './deadlines/deadlines.descriptor.ts'
import { dealsDescriptor } from './deals/deals.descriptor.ts'
import { engagementDescriptor } from './engagement/engagement.descriptor.ts'
import { importsDescriptor } from './imports/imports.descriptor.ts'
import { journalDescriptor } from './journal/journal.descriptor.ts'
import { duplicatesDescriptor } from './leads/duplicates/duplicates.descriptor.ts'
import { inboxDescriptor } from './leads/inbox/inbox.descriptor.ts'
import { leadsDescriptor } from './leads/leads.descriptor.ts'
import { qualificationDescriptor } from './leads/qualification/qualification.descriptor.ts'
import { materialDescriptor } from './material/material.descriptor.ts'
import { onboardingDescriptor } from './onboarding/onboarding.descriptor.ts'
import { opportunitiesDescriptor } from './opportunities/opportunities.descriptor.ts'
import { pipelineDescriptor } from './opportunities/pipeline/pipeline.descriptor.ts'
import { partnersDescriptor } from './partners/partners.descriptor.ts'
import { approvalsDescriptor } from './quotes/approvals/approvals.descriptor.ts'
import { documentsDescriptor } from './quotes/documents/documents.descriptor.ts'
import { quotesDescriptor } from './quotes/quotes.descriptor.ts'
import { recruitingDescriptor } from './recruiting/recruiting.descriptor.ts'
import { settingsDescriptor } from './settings/settings.descriptor.ts'
import type { CapabilityDescriptor } from './shell/descriptor.ts'
import { syncDescriptor } from './sync/sync.descriptor.ts'
import { territoriesDescriptor } from './territories/territories.descriptor.ts'
import { trainingDescriptor } from './training/training.descriptor.ts'
import { workspaceDescriptor } from './workspace/workspace.descriptor.ts'

/** THE list of what the window shows: one line a capability. */
export const capabilities: readonly CapabilityDescriptor[] = [
  inboxDescriptor,
  leadsDescriptor,
  duplicatesDescriptor,
  accountsDescriptor,
  accountDuplicatesDescriptor,
  pipelineDescriptor,
  opportunitiesDescriptor,
  dealsDescriptor,
  conflictsDescriptor,
  engagementDescriptor,
  quotesDescriptor,
  productsDescriptor,
  priceBooksDescriptor,
  approvalsDescriptor,
  partnersDescriptor,
  recruitingDescriptor,
  trainingDescriptor,
  agreementsDescriptor,
  onboardingDescriptor,
  materialDescriptor,
  careDescriptor,
  territoriesDescriptor,
  qualificationDescriptor,
  assignmentDescriptor,
  deadlinesDescriptor,
  documentsDescriptor,
  importsDescriptor,
  syncDescriptor,
  journalDescriptor,
  settingsDescriptor,
  workspaceDescriptor,
]
