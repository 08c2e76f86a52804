import type { Outcome } from '#shared/foundation/outcome.ts'
import { useWorkbench } from '../shell/workbench.ts'

/** Says what was put on record, which nobody takes back, or why it was not; answers whether it was. */
export function useTelling(): (said: string, outcome: Promise<Outcome<unknown>>) => Promise<boolean> {
  const { changing } = useWorkbench()
  return async (said, asked) => {
    const outcome = await asked
    if (outcome.ok) changing.say(said)
    else changing.refuse(outcome.error)
    return outcome.ok
  }
}
