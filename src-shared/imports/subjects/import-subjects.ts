import type { ImportSubject } from '../imports.contract.ts'
import { accountImport } from './account-import.ts'
import { dealImport } from './deal-import.ts'
import type { ImportSubjectDefinition } from './import-subject.ts'
import { leadImport } from './lead-import.ts'
import { opportunityImport } from './opportunity-import.ts'
import { partnerImport } from './partner-import.ts'
import { priceImport } from './price-import.ts'
import { territoryImport } from './territory-import.ts'

/** How each subject is read: one line each. */
export const importSubjectDefinitions: Readonly<Record<ImportSubject, ImportSubjectDefinition>> = {
  leads: leadImport,
  accounts: accountImport,
  opportunities: opportunityImport,
  deals: dealImport,
  partners: partnerImport,
  territories: territoryImport,
  prices: priceImport,
}
