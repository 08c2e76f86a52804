import { watch, type Ref } from 'vue'
import { localDate } from '../../partners/partner.presenter.ts'
import { useWorkbench } from '../../shell/workbench.ts'
import { modelName, type Model } from './model.presenter.ts'

/**
 * Makes models active whose day has come, on a desk that is connected to nothing: when somebody looks at the territories.
 * Elsewhere the central API sees to it.
 */
export function useDueModels(models: Readonly<Ref<readonly Model[] | undefined>>): void {
  const { changing, client, jobs, language, sync } = useWorkbench()
  const tried = new Set<string>()

  watch(models, async (now) => {
    if (sync.isConnected.value) return
    const due = (now ?? []).filter(({ id, state, effectiveFrom }) => state === 'scheduled' && effectiveFrom !== null && effectiveFrom <= localDate(new Date()) && !tried.has(id))
    if (due.length === 0) return
    for (const { id } of due) tried.add(id)
    const { formats, words } = language
    const outcome = await jobs.run(words.value.models.activating, client.models.keep, {})
    if (!outcome.ok) changing.refuse(outcome.error)
    else if (outcome.value.activated > 0) changing.say(words.value.models.said.activated(formats.value.list(due.map((model) => modelName(model, words.value)))))
  })
}
