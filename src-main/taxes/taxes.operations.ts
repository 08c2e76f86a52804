import { policiesOn } from '#shared/taxes/policies-on.ts'
import { taxPolicies } from '#shared/taxes/tax-policy.table.ts'
import { taxesContract } from '#shared/taxes/taxes.contract.ts'
import { hostCapability } from '../operations/capability.ts'
import { selectRows } from '../workspace/rows.ts'

export const taxesHost = hostCapability(
  taxesContract,
  {
    policies: ({ on }, { db }) => {
      const published = selectRows(db, taxPolicies, 'ORDER BY "country", "version" DESC')
      const inForce = policiesOn(published, on)
      // A country whose first version is yet to begin has no taxes on the day.
      const later = published.filter(({ country }) => !inForce.some((policy) => policy.country === country))
      const countries = [...new Set([...inForce, ...later].map(({ country }) => country))].toSorted()
      return countries.map((country) => ({
        country,
        inForce: (inForce.find((policy) => policy.country === country) ?? null),
        versions: published.filter((version) => version.country === country),
      }))
    },
  },
  {},
)
