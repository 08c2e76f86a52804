/** The templates that come with the program, by the type of partner they are for. */
export const readyMadeKeys = ['reseller', 'value-added-reseller', 'distributor', 'referral', 'consulting'] as const
export type ReadyMadeKey = (typeof readyMadeKeys)[number]
