import { ground } from './0001-ground.ts'
import { sync } from './0002-sync.ts'
import { longPulls } from './0003-long-pulls.ts'
import { distribution } from './0004-distribution.ts'
import { territoryModels } from './0005-territory-models.ts'
import { accounts } from './0006-accounts.ts'
import { qualification } from './0007-qualification.ts'
import { deals } from './0008-deals.ts'
import { conflicts } from './0009-conflicts.ts'
import { quotes } from './0010-quotes.ts'
import { approvals } from './0011-approvals.ts'
import { accountMerge } from './0012-account-merge.ts'
import { priceLists } from './0013-price-lists.ts'
import { quoteCourse } from './0014-quote-course.ts'
import { pipeline } from './0015-pipeline.ts'
import { recruiting } from './0016-recruiting.ts'
import { onboarding } from './0017-onboarding.ts'
import { material } from './0018-material.ts'
import { care } from './0019-care.ts'
import { onboardingProofs } from './0020-onboarding-proofs.ts'

/** A step from one shape of the workspace file to the next. Additive only; a shipped step is never edited. */
export interface Migration {
  readonly name: string
  readonly statements: readonly string[]
}

/** In order; a file's `user_version` says how many of them it has had. */
export const migrations: readonly Migration[] = [
  { name: '0001-ground', statements: ground },
  { name: '0002-sync', statements: sync },
  { name: '0003-long-pulls', statements: longPulls },
  { name: '0004-distribution', statements: distribution },
  { name: '0005-territory-models', statements: territoryModels },
  { name: '0006-accounts', statements: accounts },
  { name: '0007-qualification', statements: qualification },
  { name: '0008-deals', statements: deals },
  { name: '0009-conflicts', statements: conflicts },
  { name: '0010-quotes', statements: quotes },
  { name: '0011-approvals', statements: approvals },
  { name: '0012-account-merge', statements: accountMerge },
  { name: '0013-price-lists', statements: priceLists },
  { name: '0014-quote-course', statements: quoteCourse },
  { name: '0015-pipeline', statements: pipeline },
  { name: '0016-recruiting', statements: recruiting },
  { name: '0017-onboarding', statements: onboarding },
  { name: '0018-material', statements: material },
  { name: '0019-care', statements: care },
  { name: '0020-onboarding-proofs', statements: onboardingProofs },
]
