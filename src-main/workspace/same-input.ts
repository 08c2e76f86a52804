import { isDeepStrictEqual } from 'node:util'
import type { Command } from '#shared/foundation/command.ts'

/** Whether an input is the one the journal holds, as far as the journal keeps it; the order of an object's keys says nothing. */
export function saysTheSame({ journaled }: Command, input: unknown, kept: string): boolean {
  const toKeep = journaled === undefined ? input : journaled(input as never)
  return isDeepStrictEqual(JSON.parse(JSON.stringify(toKeep)), JSON.parse(kept))
}
