/** What the company has decided about the distribution of leads as a whole; days are calendar days. */
export interface DistributionTerms {
  /** The score from which on a lead qualifies; null: the score alone decides nothing. */
  readonly threshold: number | null
  readonly onlyQualified: boolean
  readonly holdDuplicates: boolean
  /** From so many declined offers within `declinePeriod` days on, and so great a share (percent) of what was answered, a partner is passed over for `coolDown` days; null: never. */
  readonly declines: number | null
  readonly declineShare: number
  readonly declinePeriod: number
  readonly coolDown: number
}

/** As long as nobody has decided anything, everything that arrives is offered to everybody. */
export const USUAL_TERMS: DistributionTerms = { threshold: null, onlyQualified: false, holdDuplicates: false, declines: null, declineShare: 50, declinePeriod: 30, coolDown: 14 }

/** The terms of the company's row, or what holds as long as there is none. */
export function termsOf(row: DistributionTerms | undefined): DistributionTerms {
  const { threshold, onlyQualified, holdDuplicates, declines, declineShare, declinePeriod, coolDown } = row ?? USUAL_TERMS
  return { threshold, onlyQualified, holdDuplicates, declines, declineShare, declinePeriod, coolDown }
}
