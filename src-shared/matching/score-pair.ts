import { compareAddresses } from './compare-addresses.ts'
import type { NameComparison } from './compare-names.ts'
import { compareProducts } from './compare-products.ts'
import { THRESHOLDS, type Evidence, type Verdict } from './evidence.ts'
import type { MatchRecord } from './match-record.ts'
import { scoreNames } from './score-names.ts'

export interface PairScore {
  /** 0 to 1: how probable it is that both are of one organisation. */
  readonly score: number
  readonly verdict: Verdict
  /** The strongest first. */
  readonly evidence: readonly Evidence[]
}

/** What is known beside the two records. */
export interface PairContext {
  /** What a person has decided about the two. */
  readonly decided: 'confirmed' | 'refuted' | null
  /** How many records bear the domain. */
  readonly domainBearers: number
  /** Nobody's own: of a group, a reseller, a provider. */
  readonly isSharedDomain: (domain: string) => boolean
}

/** Two records of a list of which nothing is known: so far below even are the odds. Names can fall to it, not below. */
const UNKNOWN = -4
const CONFIRMED = 14
const REFUTED = -30
/** Judgement, for no labelled data has these: a number is given once, a domain sometimes to a group, a place to a building. */
const WEIGHTS = { corporateNumber: 9, otherCorporateNumber: -7, domain: 5, otherDomain: -0.7, place: 3.5, postcode: 1.5, elsewhere: -1, country: 0.4, otherCountry: -2, product: 0.5 } as const
/** On a domain with more records than this somebody else's hand is seen: a reseller, a provider. */
const MOST_BEARERS = 20
/** Above this the names agree well enough to be one of two kinds of evidence. */
const NAME_AGREES = 2
const TELLING = new Set<Evidence['kind']>(['corporateNumber', 'domain', 'name', 'address', 'contact'])
/** Deals about different products are no conflict, however surely the customer is one: a person looks at most. */
const HIGHEST_FOR_OTHER_PRODUCT = THRESHOLDS.likely - 0.01

export function scorePair(query: MatchRecord, candidate: MatchRecord, names: NameComparison, context: PairContext): PairScore {
  return sumUp([...identityOf(query, candidate, context), nameEvidence(names), ...surroundingsOf(query, candidate)].filter(({ weight, kind }) => weight !== 0 || kind === 'domain' || kind === 'product'))
}

/** The same pair, of which more is known. */
export function withEvidence({ evidence }: PairScore, more: readonly Evidence[]): PairScore {
  return sumUp([...evidence, ...more])
}

function sumUp(evidence: readonly Evidence[]): PairScore {
  const sum = evidence.reduce((total, { weight }) => total + weight, UNKNOWN)
  const odds = 1 / (1 + Math.exp(-sum))
  const otherProduct = evidence.some((each) => each.kind === 'product' && !each.agrees)
  const decided = evidence.some(({ kind }) => kind === 'confirmed' || kind === 'refuted')
  const score = otherProduct && !decided ? Math.min(odds, HIGHEST_FOR_OTHER_PRODUCT) : odds
  return { score, verdict: verdictOf(score, evidence), evidence: evidence.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight)) }
}

function verdictOf(score: number, evidence: readonly Evidence[]): Verdict {
  const decided = evidence.some(({ kind }) => kind === 'confirmed')
  const kinds = evidence.filter(({ kind, weight }) => TELLING.has(kind) && weight >= (kind === 'name' ? NAME_AGREES : 1)).length
  if (score >= THRESHOLDS.same && (decided || kinds >= 2)) return 'same'
  return score >= THRESHOLDS.likely ? 'likely' : score >= THRESHOLDS.look ? 'look' : 'different'
}

function identityOf(query: MatchRecord, candidate: MatchRecord, { decided, domainBearers, isSharedDomain }: PairContext): readonly Evidence[] {
  const evidence: Evidence[] = []
  if (decided !== null) evidence.push({ kind: decided, weight: decided === 'confirmed' ? CONFIRMED : REFUTED })
  if (query.corporateNumber !== '' && candidate.corporateNumber !== '') {
    const agrees = query.corporateNumber === candidate.corporateNumber
    evidence.push({ kind: 'corporateNumber', agrees, query: query.corporateNumber, candidate: candidate.corporateNumber, weight: agrees ? WEIGHTS.corporateNumber : WEIGHTS.otherCorporateNumber })
  }
  if (query.domain !== '' && candidate.domain !== '') {
    const agrees = query.domain === candidate.domain
    const shared = isSharedDomain(query.domain) || isSharedDomain(candidate.domain) || (agrees && domainBearers > MOST_BEARERS)
    const weight = shared ? 0 : agrees ? WEIGHTS.domain - Math.log(Math.max(1, domainBearers)) : WEIGHTS.otherDomain
    evidence.push({ kind: 'domain', agrees, query: query.domain, candidate: candidate.domain, bearers: domainBearers, shared, weight })
  }
  return evidence
}

function nameEvidence({ shared, onlyOne, onlyOther, measures }: NameComparison): Evidence {
  // Close to the difference where names agree, and little, but in the same order, where they do not.
  const weight = Math.log1p(Math.exp(scoreNames(measures) - UNKNOWN))
  return { kind: 'name', agrees: weight >= NAME_AGREES, shared, onlyQuery: onlyOne, onlyCandidate: onlyOther, weight }
}

function surroundingsOf(query: MatchRecord, candidate: MatchRecord): readonly Evidence[] {
  const evidence: Evidence[] = []
  if (query.address !== '' && candidate.address !== '') {
    const how = compareAddresses(query.address, candidate.address)
    if (how !== 'unclear') evidence.push({ kind: 'address', agrees: how !== 'elsewhere', how, weight: WEIGHTS[how] })
  }
  if (query.country !== '' && candidate.country !== '') {
    const agrees = query.country === candidate.country
    evidence.push({ kind: 'country', agrees, query: query.country, candidate: candidate.country, weight: agrees ? WEIGHTS.country : WEIGHTS.otherCountry })
  }
  if (query.product !== '' && candidate.product !== '') {
    const agrees = compareProducts(query.product, candidate.product) !== 'different'
    evidence.push({ kind: 'product', agrees, query: query.product, candidate: candidate.product, weight: agrees ? WEIGHTS.product : 0 })
  }
  return evidence
}
