import type { CriterionKind } from '#shared/recruiting/application.ts'
import type { ProfileCriterion } from '#shared/recruiting/profile-criterion.ts'
import type { Profile } from './application.presenter.ts'

/** A criterion as it is typed: lists and bounds beside each other, so that changing its kind loses nothing. */
export interface CriterionForm {
  readonly kind: CriterionKind
  readonly any: readonly string[]
  readonly from: number | null
  readonly to: number | null
  readonly weight: number | null
  readonly required: boolean
}

export interface ProfileForm {
  name: string
  description: string
  criteria: readonly CriterionForm[]
  inForce: boolean
}

export const NEW_CRITERION: CriterionForm = { kind: 'country', any: [], from: null, to: null, weight: 20, required: false }

export function profileFormOf(profile: Profile | null): ProfileForm {
  if (profile === null) return { name: '', description: '', criteria: [NEW_CRITERION], inForce: true }
  const criteria = profile.criteria.map((criterion) => ({ ...NEW_CRITERION, ...criterion }))
  return { name: profile.name, description: profile.description ?? '', criteria, inForce: profile.state === 'inForce' }
}

/** The criteria as they are kept; undefined while there are none, or one says nothing yet. */
export function criteriaOf(criteria: readonly CriterionForm[]): readonly ProfileCriterion[] | undefined {
  const kept = criteria.map(({ kind, any, from, to, weight, required }) => {
    if (weight === null || !Number.isInteger(weight) || weight < 1 || weight > 100) return undefined
    if (kind === 'employees') return from === null && to === null ? undefined : { kind, from, to, weight, required }
    return any.length === 0 ? undefined : ({ kind, any: [...any], weight, required } as ProfileCriterion)
  })
  return kept.length === 0 || kept.includes(undefined) ? undefined : kept.filter((each) => each !== undefined)
}
