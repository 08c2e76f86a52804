import { shallowRef, type ShallowRef } from 'vue'
import type { LeadStage } from '#shared/leads/lead.ts'
import type { Client } from '../client/client.ts'
import { leadsOf } from './leads-of.ts'

/** From so many leads on, what a change would touch is shown, and it is asked for a second time. */
const MASS = 100

/** What a change of many leads would touch. */
export interface MassChange {
  /** What is to be done, as its button says it. */
  readonly act: string
  readonly count: number
  /** The commonest stage first. */
  readonly stages: readonly (readonly [LeadStage, number])[]
  /** How many partners have any of them. */
  readonly partners: number
  readonly answer: (goOn: boolean) => void
}

/** Asks before much is changed at once. */
export function useMassChange(client: Client): { readonly asked: ShallowRef<MassChange | undefined>; readonly mayChange: (act: string, ids: readonly string[]) => Promise<boolean> } {
  const asked = shallowRef<MassChange>()

  async function mayChange(act: string, ids: readonly string[]): Promise<boolean> {
    if (ids.length < MASS) return true
    const touched = await whatIsTouched(ids)
    return new Promise((resolve) => {
      asked.value = {
        ...touched,
        act,
        count: ids.length,
        answer: (goOn) => {
          asked.value = undefined
          resolve(goOn)
        },
      }
    })
  }

  async function whatIsTouched(ids: readonly string[]): Promise<Pick<MassChange, 'stages' | 'partners'>> {
    const stages = new Map<LeadStage, number>()
    const partners = new Set<string>()
    for (const { stage, partnerId } of (await leadsOf(client, ids)).values()) {
      stages.set(stage, (stages.get(stage) ?? 0) + 1)
      if (partnerId !== null) partners.add(partnerId)
    }
    return { stages: [...stages].toSorted(([, a], [, b]) => b - a), partners: partners.size }
  }

  return { asked, mayChange }
}
