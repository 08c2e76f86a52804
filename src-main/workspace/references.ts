import type Database from 'better-sqlite3'

interface Reference {
  readonly table: string
  readonly column: string
  readonly target: string
}

/** What must be there where a row points at it. A territory's candidates may be gone, and what a decision tells is history. */
export const references: readonly Reference[] = [
  { table: 'leads', column: 'partnerId', target: 'partners' },
  { table: 'leads', column: 'territoryId', target: 'territories' },
  { table: 'leads', column: 'accountId', target: 'accounts' },
  { table: 'leads', column: 'opportunityId', target: 'opportunities' },
  { table: 'accounts', column: 'partnerId', target: 'partners' },
  { table: 'accounts', column: 'mergedInto', target: 'accounts' },
  { table: 'accountAliases', column: 'accountId', target: 'accounts' },
  { table: 'contacts', column: 'accountId', target: 'accounts' },
  { table: 'opportunities', column: 'accountId', target: 'accounts' },
  { table: 'opportunities', column: 'contactId', target: 'contacts' },
  { table: 'opportunities', column: 'partnerId', target: 'partners' },
  { table: 'activities', column: 'opportunityId', target: 'opportunities' },
  { table: 'activities', column: 'contactId', target: 'contacts' },
  { table: 'attributions', column: 'opportunityId', target: 'opportunities' },
  { table: 'attributions', column: 'partnerId', target: 'partners' },
  { table: 'projects', column: 'opportunityId', target: 'opportunities' },
  { table: 'projects', column: 'partnerId', target: 'partners' },
  { table: 'registrations', column: 'partnerId', target: 'partners' },
  { table: 'registrations', column: 'accountId', target: 'accounts' },
  { table: 'registrations', column: 'opportunityId', target: 'opportunities' },
  { table: 'registrations', column: 'caseId', target: 'conflictCases' },
  { table: 'prices', column: 'bookId', target: 'priceBooks' },
  { table: 'prices', column: 'productId', target: 'products' },
  { table: 'specialPrices', column: 'accountId', target: 'accounts' },
  { table: 'specialPrices', column: 'partnerId', target: 'partners' },
  { table: 'quotes', column: 'accountId', target: 'accounts' },
  { table: 'quotes', column: 'contactId', target: 'contacts' },
  { table: 'quotes', column: 'opportunityId', target: 'opportunities' },
  { table: 'quotes', column: 'partnerId', target: 'partners' },
  { table: 'quotes', column: 'registrationId', target: 'registrations' },
  { table: 'quoteLines', column: 'quoteId', target: 'quotes' },
  { table: 'acceptanceProofs', column: 'quoteId', target: 'quotes' },
  { table: 'documentTemplates', column: 'logoId', target: 'documentLogos' },
  { table: 'quoteLines', column: 'productId', target: 'products' },
  { table: 'approvalRequests', column: 'quoteId', target: 'quotes' },
  { table: 'approvalSteps', column: 'requestId', target: 'approvalRequests' },
  { table: 'applications', column: 'partnerId', target: 'partners' },
  { table: 'applications', column: 'profileId', target: 'partnerProfiles' },
  { table: 'partnerPeople', column: 'partnerId', target: 'partners' },
  { table: 'certificates', column: 'personId', target: 'partnerPeople' },
  { table: 'certificates', column: 'courseId', target: 'courses' },
  { table: 'requirements', column: 'courseId', target: 'courses' },
  { table: 'agreementVersions', column: 'agreementId', target: 'agreements' },
  { table: 'acceptances', column: 'partnerId', target: 'partners' },
  { table: 'acceptances', column: 'versionId', target: 'agreementVersions' },
  { table: 'acceptances', column: 'personId', target: 'partnerPeople' },
  { table: 'conflictCases', column: 'accountId', target: 'accounts' },
  { table: 'caseEvidence', column: 'caseId', target: 'conflictCases' },
  { table: 'checklists', column: 'partnerId', target: 'partners' },
  { table: 'checklists', column: 'templateId', target: 'checklistTemplates' },
  { table: 'taskEvents', column: 'checklistId', target: 'checklists' },
  { table: 'taskEvents', column: 'acceptanceId', target: 'acceptances' },
  { table: 'taskEvents', column: 'certificateId', target: 'certificates' },
  { table: 'activations', column: 'partnerId', target: 'partners' },
  { table: 'activations', column: 'checklistId', target: 'checklists' },
  { table: 'activations', column: 'successorId', target: 'partners' },
  { table: 'partnerCare', column: 'partnerId', target: 'partners' },
  { table: 'checkIns', column: 'partnerId', target: 'partners' },
  { table: 'quarterlyReviews', column: 'partnerId', target: 'partners' },
  { table: 'coachingNotes', column: 'partnerId', target: 'partners' },
  { table: 'jointPlans', column: 'partnerId', target: 'partners' },
  { table: 'jointPlans', column: 'approvedPersonId', target: 'partnerPeople' },
  { table: 'territories', column: 'parentId', target: 'territories' },
  { table: 'territoryRules', column: 'territoryId', target: 'territories' },
]

/** Rows that point at nothing, by reference; references that all hold are left out. */
export function danglingReferences(db: Database.Database): readonly (Reference & { readonly rows: number })[] {
  return references
    .map((reference) => ({ ...reference, rows: count(db, reference) }))
    .filter(({ rows }) => rows > 0)
}

function count(db: Database.Database, { table, column, target }: Reference): number {
  return db.prepare(`SELECT count(*) FROM "${table}" WHERE "${column}" IS NOT NULL AND "${column}" NOT IN (SELECT "id" FROM "${target}")`).pluck().get() as number
}
