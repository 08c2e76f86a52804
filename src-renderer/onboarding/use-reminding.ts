import { useWorkbench, useWords } from '../shell/workbench.ts'

/** As many as one command takes. */
const AT_ONCE = 200

/** Records that partners were reminded of what waits for them, and says whom nobody could reach. */
export function useReminding(): (ids: readonly string[]) => Promise<void> {
  const { changing, client } = useWorkbench()
  const w = useWords()
  return async (ids) => {
    const sums = { reminded: 0, partners: 0 }
    const unreachable: string[] = []
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const outcome = await client.onboarding.remind({ ids: ids.slice(start, start + AT_ONCE), deviceAt: new Date().toISOString() })
      if (!outcome.ok) return changing.refuse(outcome.error)
      sums.reminded += outcome.value.reminded
      sums.partners += outcome.value.partners
      unreachable.push(...outcome.value.unreachable)
    }
    const { said, reminder } = w.value.onboarding
    changing.say([sums.reminded === 0 ? said.nobodyReminded : said.reminded(sums.reminded, sums.partners), unreachable.length === 0 ? '' : reminder(unreachable.join(', '))].filter(Boolean).join(' '))
  }
}
