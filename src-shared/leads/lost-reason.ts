/** Why a lead or an opportunity was lost; what else there is to say is said in words. */
export const lostReasons = ['price', 'competitor', 'noBudget', 'noDecision', 'noNeed', 'notReachable', 'other'] as const
export type LostReason = (typeof lostReasons)[number]
