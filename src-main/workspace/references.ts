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
  { table: 'contacts', column: 'accountId', target: 'accounts' },
  { table: 'opportunities', column: 'accountId', target: 'accounts' },
  { table: 'opportunities', column: 'contactId', target: 'contacts' },
  { table: 'opportunities', column: 'partnerId', target: 'partners' },
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
  { table: 'quoteLines', column: 'quoteId', target: 'quotes' },
  { table: 'quoteLines', column: 'productId', target: 'products' },
  { table: 'approvalRequests', column: 'quoteId', target: 'quotes' },
  { table: 'approvalSteps', column: 'requestId', target: 'approvalRequests' },
  { table: 'conflictCases', column: 'accountId', target: 'accounts' },
  { table: 'caseEvidence', column: 'caseId', target: 'conflictCases' },
  { table: 'checklists', column: 'partnerId', target: 'partners' },
  { table: 'checklists', column: 'templateId', target: 'checklistTemplates' },
  { table: 'taskEvents', column: 'checklistId', target: 'checklists' },
  { table: 'activations', column: 'partnerId', target: 'partners' },
  { table: 'activations', column: 'checklistId', target: 'checklists' },
  { table: 'activations', column: 'successorId', target: 'partners' },
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
