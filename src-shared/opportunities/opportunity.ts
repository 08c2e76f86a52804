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

/** How likely business at a stage is to be won, in percent: what a forecast by stage reckons with. */
export const stageProbabilities: Readonly<Record<OpportunityStage, number>> = { discovery: 10, evaluation: 25, proposal: 50, negotiation: 75, won: 100, lost: 0 }

/** How many days an opportunity usually is at a stage; past them it needs a look. */
export const usualDays: Readonly<Partial<Record<OpportunityStage, number>>> = { discovery: 21, evaluation: 30, proposal: 21, negotiation: 30 }

/** A manager's judgement of an opportunity, the surest first; `omitted` counts in no forecast. */
export const judgements = ['commit', 'bestCase', 'pipeline', 'omitted'] as const
export type Judgement = (typeof judgements)[number]

/** Business through partners, or the house's own. */
export const channels = ['all', 'partner', 'direct'] as const
export type Channel = (typeof channels)[number]

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
