import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Client, ValueOf } from '../../client/client.ts'
import type { FoundPairs } from '../../views/use-pairs.ts'

type Pair = ValueOf<Client['accounts']['duplicates']>['pairs'][number]

/** The pairs of accounts found so far, after a further look. @param most how many of them to bring */
export async function lookFurther(client: Client, most?: number): Promise<Outcome<FoundPairs<Pair>>> {
  const outcome = await client.accounts.duplicates(most === undefined ? {} : { to: most })
  return outcome.ok ? { ok: true, value: { ...outcome.value, of: outcome.value.accounts } } : outcome
}

/** How many pairs there are once all accounts were looked at. */
export async function countPairs(client: Client): Promise<Outcome<number>> {
  for (;;) {
    const outcome = await lookFurther(client, 0)
    if (!outcome.ok) return outcome
    if (outcome.value.searched >= outcome.value.of) return { ok: true, value: outcome.value.total }
  }
}
