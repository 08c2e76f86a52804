import { watch } from 'vue'
import type { Router } from 'vue-router'
import { useWorkbench } from './workbench.ts'

/** A workspace that holds nothing and was never asked how it should begin is asked first. */
export function useFirstStart(router: Router): void {
  const { client, preferences } = useWorkbench()
  const stop = watch(
    preferences.start,
    async (start) => {
      if (start === undefined) return
      stop()
      if (start !== null) return
      const status = await client.workspace.status({})
      if (!status.ok) return
      const { leads, partners, territories } = status.value.counts
      if (leads + partners + territories === 0) await router.replace('/start')
    },
  )
}
