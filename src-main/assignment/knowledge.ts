import type { Knowledge } from '#shared/assignment/rule-set.ts'
import { locate } from '#shared/geography/locate.ts'
import { normaliseCompanyName } from '#shared/imports/normalise-company-name.ts'

/** What the rules know about the world: how company names compare, and where a country or region lies. */
export const knowledge: Knowledge = { foldCompany: normaliseCompanyName, locate }
