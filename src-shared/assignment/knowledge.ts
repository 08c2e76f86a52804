import { locate } from '../geography/locate.ts'
import { normaliseCompanyName } from '../imports/normalise-company-name.ts'
import type { Knowledge } from './rule-set.ts'

/** What the rules know about the world: how company names compare, and where a country or region lies. */
export const knowledge: Knowledge = { foldCompany: normaliseCompanyName, locate }
