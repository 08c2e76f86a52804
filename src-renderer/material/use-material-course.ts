import { useWorkbench, useWords } from '../shell/workbench.ts'
import { titleIn, type Material } from './material.presenter.ts'

/** Publishing, withdrawing and discarding, each with Undo. */
export function useMaterialCourse() {
  const { changing, client, language } = useWorkbench()
  const w = useWords()
  const name = (material: Material): string => titleIn(material, language.locale.value) || w.value.material.untitled
  return {
    publish: (material: Material) => changing.change(w.value.material.said.published(name(material)), client.material.publish({ id: material.id })),
    withdraw: (material: Material) => changing.change(w.value.material.said.withdrawn(name(material)), client.material.withdraw({ id: material.id })),
    discard: (material: Material) => changing.change(w.value.material.said.discarded(name(material)), client.material.discard({ id: material.id })),
  }
}
