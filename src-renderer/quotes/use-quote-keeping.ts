import { onMounted } from 'vue'
import { useWorkbench } from '../shell/workbench.ts'

/** Where no central API does it, quotes get their numbers and expire when somebody looks at them. */
export function useQuoteKeeping(): () => Promise<void> {
  const { changing, client, jobs, language, rights, sync } = useWorkbench()
  async function keep(): Promise<void> {
    if (sync.isConnected.value || !rights.may('quotes.giveNumbers')) return
    const outcome = await jobs.run(language.words.value.quotes.keeping, client.quotes.keep, {})
    if (!outcome.ok) changing.refuse(outcome.error)
  }
  onMounted(() => void keep())
  return keep
}
