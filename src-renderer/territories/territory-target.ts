import { computed, inject, type ComputedRef, type InjectionKey } from 'vue'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { SubjectMark } from '#shared/models/model-problem.ts'
import type { Client } from '../client/client.ts'
import type { Rights } from '../shell/rights.ts'

type Territories = Client['territories']

export type Deed = 'create' | 'update' | 'remove' | 'createRule' | 'updateRule' | 'removeRule'

/** Where what is edited goes: to the live map, or to a draft of it. */
export interface TerritoryTarget extends Pick<Territories, Deed> {
  /** The draft; null for the live map. */
  readonly modelId: string | null
  /** The operation that a deed is here. */
  readonly gives: Readonly<Record<Deed, string>>
  /** Why nobody may change anything here. */
  readonly locked: string | undefined
  /** What the draft does to a territory or rule, by its id; of the live map there is nothing to say. */
  readonly marks: ReadonlyMap<string, SubjectMark>
  /** Takes back what the draft does to one, or keeps it although the live map has changed meanwhile. */
  revert(id: string): Promise<Outcome<{ readonly entry: string }>>
  holdOn(id: string): Promise<Outcome<{ readonly entry: string }>>
}

export function liveTarget({ territories }: Pick<Client, 'territories'>): TerritoryTarget {
  const { create, update, remove, createRule, updateRule, removeRule } = territories
  return {
    create,
    update,
    remove,
    createRule,
    updateRule,
    removeRule,
    modelId: null,
    gives: { create: 'territories.create', update: 'territories.update', remove: 'territories.remove', createRule: 'territories.createRule', updateRule: 'territories.updateRule', removeRule: 'territories.removeRule' },
    locked: undefined,
    marks: new Map(),
    revert: nothingToRevert,
    holdOn: nothingToRevert,
  }
}

export function draftTarget({ models }: Pick<Client, 'models'>, modelId: string, locked: string | undefined, marks: TerritoryTarget['marks']): TerritoryTarget {
  return {
    modelId,
    create: (territory) => models.addTerritory({ modelId, territory }),
    update: (input) => models.changeTerritory({ modelId, ...input }),
    remove: (input) => models.removeTerritory({ modelId, ...input }),
    createRule: (rule) => models.addRule({ modelId, rule }),
    updateRule: (input) => models.changeRule({ modelId, ...input }),
    removeRule: (input) => models.removeRule({ modelId, ...input }),
    gives: { create: 'models.addTerritory', update: 'models.changeTerritory', remove: 'models.removeTerritory', createRule: 'models.addRule', updateRule: 'models.changeRule', removeRule: 'models.removeRule' },
    locked,
    marks,
    revert: (id) => models.revert({ modelId, ids: [id] }),
    holdOn: (id) => models.holdOn({ modelId, ids: [id] }),
  }
}

function nothingToRevert(): never {
  throw new Error('nothing of the live map is marked')
}

/** Why a deed cannot be done here, in words; nothing where it can. */
export function whyNot({ gives, locked }: TerritoryTarget, deed: Deed, rights: Rights): string | undefined {
  return locked ?? rights.whyNot(gives[deed])
}

export const territoryTargetKey: InjectionKey<ComputedRef<TerritoryTarget>> = Symbol('territory target')

export function useTerritoryTarget(): ComputedRef<TerritoryTarget> {
  const target = inject(territoryTargetKey)
  if (target === undefined) throw new Error('used outside of a map of territories')
  return computed(() => target.value)
}
