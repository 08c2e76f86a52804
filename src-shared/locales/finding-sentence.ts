import type { FactCode } from '../engagement/find-facts.ts'

/** What a fact of a case is about, as text for the locale; empty where it says nothing of it. */
export interface FindingValues {
  readonly at: string
  readonly recordedAt: string
  readonly count: string
  readonly text: string
  /** The name of a partner's tier. */
  readonly tier: string
}

/** Words for each fact by which a claim meets a clause or not. */
export type FindingSentences = Readonly<Record<FactCode, (fact: FindingValues) => string>>
