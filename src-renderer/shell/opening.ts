import { shallowRef, type ShallowRef } from 'vue'
import type { Opening } from '#shared/workspace/rescue.contract.ts'
import type { Client } from '../client/client.ts'

export interface OpeningStore {
  /** Nothing until the host has said; `refusal` where the workspace is not open. */
  readonly standing: Readonly<ShallowRef<Opening | undefined>>
  take(opening: Opening): void
}

/** Whether the workspace could be opened; asked once at the start, beside everything else. */
export function createOpening(client: Client): OpeningStore {
  const standing = shallowRef<Opening>()
  void client.rescue.opening({}).then((outcome) => {
    if (outcome.ok) standing.value = outcome.value
  })
  return {
    standing,
    take: (opening) => {
      standing.value = opening
    },
  }
}
