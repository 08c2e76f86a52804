import { z } from 'zod'

/** Where a lead lies: null is nowhere, or with nobody. */
const seat = z.strictObject({ territoryId: z.string().nullable(), partnerId: z.string().nullable() })

const change = { today: z.int(), after: z.int(), gained: z.int(), lost: z.int() }

/** What would become of the leads under a model: as a realignment after its activation would have it, against how they lie today. */
export const whatIfSchema = z.strictObject({
  /** Open leads. */
  leads: z.int(),
  /** Go from a partner to another. */
  moved: z.int(),
  /** Go to another territory, whoever has them. */
  rehomed: z.int(),
  /** A partner has them today, and nobody would. */
  orphaned: z.int(),
  /** Nobody has them today, and a partner would; `unroutable`: nobody has them, and nobody would. */
  routed: z.int(),
  unroutable: z.int(),
  /** Lie elsewhere on the new map, and stay: work has begun on them or they are held over, they are pinned, a person chose their partner. */
  heldOver: z.int(),
  pinned: z.int(),
  byHand: z.int(),
  /** Largest first, a few hundred at most; `leadIds` are some of them. */
  moves: z.array(z.strictObject({ from: seat, to: seat, leads: z.int(), leadIds: z.array(z.string()) })),
  moveCount: z.int(),
  /** Those that are any different, then the others. */
  territories: z.array(z.strictObject({ id: z.string(), ...change })),
  partners: z.array(z.strictObject({
    id: z.string(),
    ...change,
    capacity: z.int().nullable(),
    /** Sums of the scores of its open leads. */
    scoreToday: z.int(),
    scoreAfter: z.int(),
    /** Deadlines within the next seven days. */
    dueToday: z.int(),
    dueAfter: z.int(),
  })),
  /** Milliseconds that reckoning it took, and whether all was reckoned or only what was edited since the last time. */
  ms: z.number(),
  isWhole: z.boolean(),
})
export type WhatIf = z.infer<typeof whatIfSchema>
