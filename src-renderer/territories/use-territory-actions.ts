import type { Ref, ShallowRef } from 'vue'
import type { InputOf } from '../client/client.ts'
import { useEdits, type EditConflict, type FieldEdit } from '../views/use-edits.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { Rule } from './rule-draft.ts'
import type { Territory } from './territory.presenter.ts'
import type { TerritoryTarget } from './territory-target.ts'

export interface TerritoryActions {
  readonly conflict: ShallowRef<EditConflict | undefined>
  edit(id: string, edit: FieldEdit): Promise<boolean>
  resolve(keep: 'yours' | 'theirs'): Promise<void>
  /** @returns whether it is gone; what stands against it is said in words */
  remove(territory: Territory): Promise<boolean>
  toggleRule(rule: Rule, enabled: boolean): Promise<void>
  removeRule(rule: Rule): Promise<void>
}

interface ActionsOptions {
  readonly target: Readonly<Ref<TerritoryTarget>>
  readonly fieldTitle: (field: string) => string
  readonly territoryName: (id: string) => string
}

export function useTerritoryActions({ target, fieldTitle, territoryName }: ActionsOptions): TerritoryActions {
  const { changing, language } = useWorkbench()
  const said = () => language.words.value.territories.said
  const { conflict, edit, resolve } = useEdits({
    stale: 'territory.stale',
    said: (id, field) => said().edited(fieldTitle(field), territoryName(id)),
    send: (id, change) => target.value.update({ id, edits: [change] as unknown as InputOf<TerritoryTarget['update']>['edits'] }),
  })
  return {
    conflict,
    edit,
    resolve,
    remove: async ({ id, name }) => (await changing.change(said().removed(name), target.value.remove({ id }))).ok,
    async toggleRule({ id, name, enabled: was }, enabled) {
      await changing.change(said().ruleSwitched(name, enabled), target.value.updateRule({ id, edits: [{ field: 'enabled', value: enabled, was }] }))
    },
    async removeRule({ id, name }) {
      await changing.change(said().ruleRemoved(name), target.value.removeRule({ id }))
    },
  }
}
