import { z } from 'zod'
import { boolean, defineTable, json, integer, text } from '../foundation/table.ts'
import { conditionGroupSchema } from './condition.ts'
import { candidateSchema, choiceStrategies, requirementsSchema, tieBreaks } from './territory.ts'

/** A node of the territory tree: where leads land, and who may be given them. */
export const territories = defineTable(
  'territories',
  {
    code: text().notNull(),
    name: text().notNull(),
    parentId: text(),
    strategy: text({ enum: choiceStrategies }).notNull(),
    tieBreak: text({ enum: tieBreaks }).notNull(),
    candidates: json(z.array(candidateSchema).max(500)).notNull(),
    requirements: json(requirementsSchema).notNull(),
    notes: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byCode: ['code'], byParent: ['parentId'] },
    below: 'parentId',
    visibility: 'everyone',
    searched: ['code', 'name'],
  },
)

/** An assignment rule: which leads fall to its territory. Lower `priority` wins; then the deeper territory; then the code. */
export const territoryRules = defineTable(
  'territoryRules',
  {
    code: text().notNull(),
    name: text().notNull(),
    territoryId: text().notNull(),
    /** 1 (first) to 9999. */
    priority: integer().notNull(),
    condition: json(conditionGroupSchema).notNull(),
    /** Local dates, both included; null means no limit on that side. */
    effectiveFrom: text(),
    effectiveTo: text(),
    enabled: boolean().notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byCode: ['code'], byTerritory: ['territoryId'] },
    visibility: 'everyone',
  },
)
