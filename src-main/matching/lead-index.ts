import { pairOf } from '#shared/leads/lead-apart.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { COMPANIES, keptFor } from './company-index.ts'
import { DuplicateIndex } from './duplicate-index.ts'

/** The index of the leads of a workspace, which lives as long as whoever reads it. */
export const leadIndexOf = keptFor((db) => new DuplicateIndex(db, { table: leads, companies: COMPANIES.leads, apart: 'leadsApart', pairId: (one, other) => pairOf(one, other).id }))
