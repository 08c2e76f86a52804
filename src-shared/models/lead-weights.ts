/** What a lead weighs, by its place in the columns. */
export interface LeadWeights {
  /** 0 where there is none. */
  readonly score: Uint8Array
  /** 1 where a deadline of it lies within the week that is looked at. */
  readonly isDue: Uint8Array
  /** Whether an offer of this lead that is made to a partner now is to be accepted within that week; the same whenever it is asked. */
  readonly wouldBeDue: (lead: number, partnerId: string) => boolean
  readonly capacityOf: (partnerId: string) => number | null
}
