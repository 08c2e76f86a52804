import type { RowOf } from '../foundation/table.ts'
import type { applications } from './application.table.ts'
import type { partnerProfiles } from './partner-profile.table.ts'
import type { ProfileCriterion } from './profile-criterion.ts'

type Applicant = Pick<RowOf<typeof applications>, 'country' | 'partnerType' | 'industries' | 'languages' | 'products' | 'source' | 'employees'>
type Profile = Pick<RowOf<typeof partnerProfiles>, 'id' | 'name' | 'criteria'>

/** `unknown`: the applicant has not said; it counts for nothing, and can be asked. */
export const fitStates = ['met', 'unmet', 'unknown'] as const
export type FitState = (typeof fitStates)[number]

export interface FitReason {
  readonly criterion: ProfileCriterion
  readonly state: FitState
  /** What the applicant has, as codes; empty: nothing is known. */
  readonly has: readonly string[]
}

export interface Fit {
  readonly profileId: string
  readonly profile: string
  /** Points of the criteria that are met, in percent of all; whole. */
  readonly percent: number
  /** Nothing that is required is unmet. */
  readonly fits: boolean
  readonly reasons: readonly FitReason[]
}

/** How well an applicant fits a profile, criterion by criterion: the percentage is the sum of the reasons and nothing else. */
export function measureFit(applicant: Applicant, { id, name, criteria }: Profile): Fit {
  const reasons = criteria.map((criterion) => reasonOf(criterion, applicant))
  const sum = (of: readonly FitReason[]): number => of.reduce((total, { criterion }) => total + criterion.weight, 0)
  return {
    profileId: id, profile: name, reasons,
    percent: Math.round((100 * sum(reasons.filter(({ state }) => state === 'met'))) / sum(reasons)),
    fits: reasons.every(({ criterion, state }) => !criterion.required || state !== 'unmet'),
  }
}

/** The fit with each profile, the best first: whom nothing speaks against, then by percentage, then by name. */
export function measureFits(applicant: Applicant, profiles: readonly Profile[]): readonly Fit[] {
  return profiles.map((profile) => measureFit(applicant, profile)).toSorted((a, b) => Number(b.fits) - Number(a.fits) || b.percent - a.percent || (a.profile < b.profile ? -1 : 1))
}

function reasonOf(criterion: ProfileCriterion, applicant: Applicant): FitReason {
  if (criterion.kind === 'employees') {
    const { employees } = applicant
    if (employees === null) return { criterion, state: 'unknown', has: [] }
    const within = employees >= (criterion.from ?? 0) && employees <= (criterion.to ?? Infinity)
    return { criterion, state: within ? 'met' : 'unmet', has: [String(employees)] }
  }
  const has = said(criterion.kind, applicant)
  const wanted: readonly string[] = criterion.any
  return { criterion, state: has.length === 0 ? 'unknown' : has.some((each) => wanted.includes(each)) ? 'met' : 'unmet', has }
}

function said(kind: Exclude<ProfileCriterion['kind'], 'employees'>, { country, partnerType, industries, languages, products, source }: Applicant): readonly string[] {
  switch (kind) {
    case 'country':
      return country === null ? [] : [country]
    case 'partnerType':
      return partnerType === null ? [] : [partnerType]
    case 'industry':
      return industries
    case 'language':
      return languages
    case 'product':
      return products
    case 'source':
      return [source]
  }
}
