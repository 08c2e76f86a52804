/** A request is decided once; whoever asked may take it back before. */
export const specialPriceStates = ['requested', 'approved', 'declined', 'withdrawn'] as const
export type SpecialPriceState = (typeof specialPriceStates)[number]
