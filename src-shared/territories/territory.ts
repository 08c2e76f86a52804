import { z } from 'zod'
import { partnerTiers } from '../partners/partner.ts'

/** How one of several eligible partners is chosen. All are repeatable: no chance, no clock. */
export const choiceStrategies = ['roundRobin', 'weighted', 'nearest', 'bestFit'] as const
export type ChoiceStrategy = (typeof choiceStrategies)[number]

/** What decides between partners that the strategy ranks equal; the partner's code decides last. */
export const tieBreaks = ['fewestOpenLeads', 'highestTier', 'listOrder'] as const
export type TieBreak = (typeof tieBreaks)[number]

/** A candidate of the territory; `weight` (1 or more) is the share under `weighted`. */
export const candidateSchema = z.strictObject({ partnerId: z.string(), weight: z.int().min(1).max(1000) })
export type TerritoryCandidate = z.infer<typeof candidateSchema>

/** What the territory demands of a partner besides being active, available, authorised for the product and under capacity. */
export const requirementsSchema = z.strictObject({
  certifications: z.array(z.string().min(1).max(60)).max(50),
  minimumTier: z.enum(partnerTiers).nullable(),
  /** The partner must speak the lead's language when the lead has one. */
  language: z.boolean(),
})
export type TerritoryRequirements = z.infer<typeof requirementsSchema>
