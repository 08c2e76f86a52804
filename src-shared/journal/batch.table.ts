import { z } from 'zod'
import { defineTable, json, integer, text } from '../foundation/table.ts'

export const batchKinds = ['import', 'assignment'] as const

/**
 * Running → Done → Undoing → Undone; Running → Undoing when cancelled.
 * Rows of an import that is not done are not yet, or no longer, there for anybody.
 * After a crash whatever is running or undoing is undone to its end.
 */
export const batchStates = ['running', 'done', 'undoing', 'undone'] as const

export type BatchKind = (typeof batchKinds)[number]
export type BatchState = (typeof batchStates)[number]

/** A long change made of many small commands, which appears, and can be taken back, as one. */
export const batches = defineTable(
  'batches',
  {
    kind: text({ enum: batchKinds }).notNull(),
    state: text({ enum: batchStates }).notNull(),
    /** What is imported (`leads`), or which scope was assigned. */
    subject: text().notNull(),
    /** The file's name, or the rule-set version. */
    label: text().notNull(),
    total: integer().notNull(),
    details: json(z.json()).notNull(),
    startedAt: text().notNull(),
    finishedAt: text(),
  },
  { indexes: { byState: ['state'], byKind: ['kind', 'startedAt'] }, visibility: 'everyone' },
)
