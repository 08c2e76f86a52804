/** What the company has decided about the care of its partners; days are calendar days. */
export interface CareTerms {
  /** From one check-in to the next, where a partner has no cadence of its own. */
  readonly checkInDays: number
  /** An active partner of which nothing was heard for so long is dark. */
  readonly darkDays: number
  /** The month (1 to 12) in which the fiscal year begins. */
  readonly fiscalStart: number
}

export const USUAL_CARE: CareTerms = { checkInDays: 7, darkDays: 60, fiscalStart: 1 }

/** The terms of the company’s row, or what holds as long as there is none. */
export function careTermsOf(row: CareTerms | undefined): CareTerms {
  const { checkInDays, darkDays, fiscalStart } = row ?? USUAL_CARE
  return { checkInDays, darkDays, fiscalStart }
}
