import { computed, type ComputedRef } from 'vue'
import { createLive } from '../client/live.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { titlesOf, type TemplateRow } from './onboarding.presenter.ts'

/** Every version of every template, and what their stages and tasks are called in the window’s language. */
export function useTemplates(): { readonly templates: ComputedRef<readonly TemplateRow[] | undefined>; readonly titles: ComputedRef<ReturnType<typeof titlesOf>> } {
  const { client, events, language } = useWorkbench()
  const asked = createLive({ events, subjects: ['checklistTemplates'], ask: () => client.onboarding.templates({}) })
  return { templates: computed(() => asked.value.value), titles: computed(() => titlesOf(asked.value.value ?? [], language.locale.value)) }
}
