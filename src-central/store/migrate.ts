import { ground } from './migrations/0001-ground.ts'
import { companySignIn } from './migrations/0002-company-sign-in.ts'
import { formsAndSchedule } from './migrations/0003-forms-and-schedule.ts'
import { distribution } from './migrations/0004-distribution.ts'
import { territoryModels } from './migrations/0005-territory-models.ts'
import { accounts } from './migrations/0006-accounts.ts'
import { qualification } from './migrations/0007-qualification.ts'
import { audit } from './migrations/0008-audit.ts'
import { deals } from './migrations/0009-deals.ts'
import { conflicts } from './migrations/0010-conflicts.ts'
import { quotes } from './migrations/0011-quotes.ts'
import { approvals } from './migrations/0012-approvals.ts'
import { accountMerge } from './migrations/0013-account-merge.ts'
import { priceLists } from './migrations/0014-price-lists.ts'
import { quoteCourse } from './migrations/0015-quote-course.ts'
import { workspaceKeys } from './migrations/0016-workspace-keys.ts'
import { pipeline } from './migrations/0017-pipeline.ts'
import { recruiting } from './migrations/0018-recruiting.ts'
import { onboarding } from './migrations/0019-onboarding.ts'
import { material } from './migrations/0020-material.ts'
import { care } from './migrations/0021-care.ts'
import { onboardingProofs } from './migrations/0022-onboarding-proofs.ts'
import { applicationForms } from './migrations/0023-application-forms.ts'
import type { Store } from './store.ts'

interface Migration {
  readonly name: string
  readonly sql: string
}

/** In order; additive only; a shipped step is never edited. */
export const migrations: readonly Migration[] = [
  { name: '0001-ground', sql: ground },
  { name: '0002-company-sign-in', sql: companySignIn },
  { name: '0003-forms-and-schedule', sql: formsAndSchedule },
  { name: '0004-distribution', sql: distribution },
  { name: '0005-territory-models', sql: territoryModels },
  { name: '0006-accounts', sql: accounts },
  { name: '0007-qualification', sql: qualification },
  { name: '0008-audit', sql: audit },
  { name: '0009-deals', sql: deals },
  { name: '0010-conflicts', sql: conflicts },
  { name: '0011-quotes', sql: quotes },
  { name: '0012-approvals', sql: approvals },
  { name: '0013-account-merge', sql: accountMerge },
  { name: '0014-price-lists', sql: priceLists },
  { name: '0015-quote-course', sql: quoteCourse },
  { name: '0016-workspace-keys', sql: workspaceKeys },
  { name: '0017-pipeline', sql: pipeline },
  { name: '0018-recruiting', sql: recruiting },
  { name: '0019-onboarding', sql: onboarding },
  { name: '0020-material', sql: material },
  { name: '0021-care', sql: care },
  { name: '0022-onboarding-proofs', sql: onboardingProofs },
  { name: '0023-application-forms', sql: applicationForms },
]

/** Any number, as long as nobody else takes it: two servers that start at once must not both migrate. */
const LOCK = 7_351_001

/** Brings the database to the shape this program knows; refuses one that a later program has shaped. */
export async function migrate(store: Store): Promise<void> {
  await store.asOwner(async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    await session.script('CREATE TABLE IF NOT EXISTS "centralMigration" ("position" integer PRIMARY KEY, "name" text NOT NULL, "at" timestamptz NOT NULL DEFAULT now())')
    const done = await session.query<{ name: string }>('SELECT "name" FROM "centralMigration" ORDER BY "position"')
    const strange = done.find(({ name }, at) => migrations[at]?.name !== name)
    if (strange !== undefined) throw new Error(`the database was made by another version of this program: it has had ${strange.name}`)
    for (const [position, { name, sql }] of migrations.entries()) {
      if (position < done.length) continue
      await session.script(sql)
      await session.query('INSERT INTO "centralMigration" ("position", "name") VALUES ($1, $2)', [position, name])
    }
  })
}
