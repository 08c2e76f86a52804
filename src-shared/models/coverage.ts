import { z } from 'zod'

/** A country, or a region of it (ISO 3166). */
const place = { country: z.string(), region: z.string().nullable() }

export const coverageSchema = z.strictObject({
  /**
   * Countries and regions where we have leads or partners that no rule covers (`none`), or only rules that ask for more than the place
   * (`partly`). `openLeads` lie there; `partners` serve it.
   */
  gaps: z.array(z.strictObject({ ...place, kind: z.enum(['none', 'partly']), openLeads: z.int(), partners: z.int() })),
  /** How each country with a lead, a partner or a rule is covered: for a map. Territories are those whose rules name it. */
  countries: z.array(z.strictObject({ country: z.string(), covered: z.enum(['wholly', 'partly', 'none']), territoryIds: z.array(z.string()), openLeads: z.int(), partners: z.int() })),
  /** Two rules of one priority and depth that the same lead matches, for different territories: only their codes decide. */
  overlaps: z.array(z.strictObject({
    ruleId: z.string(),
    otherId: z.string(),
    /** Open leads that match both. */
    openLeads: z.int(),
    /** A place where both hold, and one of the leads; null where none is known. */
    example: z.strictObject({ country: z.string().nullable(), region: z.string().nullable(), leadId: z.string().nullable() }),
  })),
  /** How many there are, of which the first few hundred are listed. */
  overlapCount: z.int(),
  /** Rules in force that can never win, since an earlier one holds wherever they do. */
  shadowed: z.array(z.strictObject({ ruleId: z.string(), byRuleId: z.string() })),
  /** Territories that rules lead to, and that have no candidate of their own or above. */
  withoutCandidates: z.array(z.strictObject({ territoryId: z.string() })),
  /** Candidates that are given no leads now: not active, or gone. */
  idleCandidates: z.array(z.strictObject({ territoryId: z.string(), partnerId: z.string(), status: z.string().nullable() })),
})
export type Coverage = z.infer<typeof coverageSchema>
