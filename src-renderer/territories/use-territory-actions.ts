import type { ShallowRef } from 'vue'
import type { InputOf } from '../client/client.ts'
import { useEdits, type EditConflict, type FieldEdit } from '../views/use-edits.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { Rule } from './rule-draft.ts'
import type { Territory } from './territory.presenter.ts'

export interface TerritoryActions {
  readonly conflict: ShallowRef<EditConflict | undefined>
  edit(id: string, edit: FieldEdit): Promise<boolean>
  resolve(keep: 'yours' | 'theirs'): Promise<void>
  /** @returns whether it is gone; what stands against it is said in words */
  remove(territory: Territory): Promise<boolean>
  toggleRule(rule: Rule, enabled: boolean): Promise<void>
  removeRule(rule: Rule): Promise<void>
}

export function useTerritoryActions(fieldTitle: (field: string) => string): TerritoryActions {
  const { changing, client, language, names } = useWorkbench()
  const said = () => language.words.value.territories.said
  const { conflict, edit, resolve } = useEdits({
    stale: 'territory.stale',
    said: (id, field) => said().edited(fieldTitle(field), names.territory(id)),
    send: (id, change) => client.territories.update({ id, edits: [change] as unknown as InputOf<typeof client.territories.update>['edits'] }),
  })
  return {
    conflict,
    edit,
    resolve,
    remove: async ({ id, name }) => (await changing.change(said().removed(name), client.territories.remove({ id }))).ok,
    async toggleRule({ id, name, enabled: was }, enabled) {
      await changing.change(said().ruleSwitched(name, enabled), client.territories.updateRule({ id, edits: [{ field: 'enabled', value: enabled, was }] }))
    },
    async removeRule({ id, name }) {
      await changing.change(said().ruleRemoved(name), client.territories.removeRule({ id }))
    },
  }
}
