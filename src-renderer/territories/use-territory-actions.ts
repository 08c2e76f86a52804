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
  /** Takes back what a draft does to one of them. */
  revert(subject: Named): Promise<void>
  /** Keeps what a draft does to one of them, although the live map has changed meanwhile. */
  keep(subject: Named): Promise<void>
}

type Named = Pick<Territory, 'id' | 'name'>

interface ActionsOptions {
  readonly target: Readonly<Ref<TerritoryTarget>>
  readonly fieldTitle: (field: string) => string
  readonly territoryName: (id: string) => string
}

export function useTerritoryActions({ target, fieldTitle, territoryName }: ActionsOptions): TerritoryActions {
  const { changing, language } = useWorkbench()
  const said = () => language.words.value.territories.said
  const saidOfDraft = () => language.words.value.models.said
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
    async revert({ id, name }) {
      await changing.change(saidOfDraft().reverted(name), target.value.revert(id))
    },
    async keep({ id, name }) {
      await changing.change(saidOfDraft().kept(name), target.value.holdOn(id))
    },
  }
}
