/** The vendor's sales stages, in their order; the last two are ends (field.md A.3, 75). */
export const opportunityStages = ['discovery', 'evaluation', 'proposal', 'negotiation', 'won', 'lost'] as const
export type OpportunityStage = (typeof opportunityStages)[number]

/** Where an opportunity may go from where it is. */
export const nextOpportunityStages: Readonly<Record<OpportunityStage, readonly OpportunityStage[]>> = {
  discovery: ['evaluation', 'lost'],
  evaluation: ['proposal', 'discovery', 'lost'],
  proposal: ['negotiation', 'evaluation', 'lost'],
  negotiation: ['won', 'proposal', 'lost'],
  won: ['negotiation'],
  lost: ['discovery'],
}

export const closedOpportunityStages: readonly OpportunityStage[] = ['won', 'lost']

/** What must be known of an opportunity before it goes on from a stage: the stage's exit criteria (field.md A.3, 76). */
export const exitCriteria = {
  discovery: ['contactId'],
  evaluation: ['product'],
  proposal: ['amount', 'expectedCloseOn'],
  negotiation: ['amount', 'expectedCloseOn'],
  won: [],
  lost: [],
} as const satisfies Readonly<Record<OpportunityStage, readonly string[]>>
export type ExitCriterion = (typeof exitCriteria)[OpportunityStage][number]

/** The exit criteria of its stage that an opportunity does not meet; going back, or to the end as lost, asks for none. */
export function unmetCriteria(opportunity: { readonly stage: OpportunityStage } & Readonly<Record<ExitCriterion, unknown>>, to: OpportunityStage): readonly ExitCriterion[] {
  const goesOn = to !== 'lost' && opportunityStages.indexOf(to) > opportunityStages.indexOf(opportunity.stage)
  const criteria: readonly ExitCriterion[] = exitCriteria[opportunity.stage]
  return goesOn ? criteria.filter((field) => opportunity[field] === null) : []
}
