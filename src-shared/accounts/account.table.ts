import { defineTable, integer, text } from '../foundation/table.ts'

/** Customer companies: those that a lead became, and those that were customers before. */
export const accounts = defineTable(
  'accounts',
  {
    name: text().notNull(),
    /** The name in Latin script and in kana, where it is known. */
    nameEn: text(),
    nameKana: text(),
    /** 法人番号 or another national company number. */
    corporateNumber: text(),
    website: text(),
    domain: text(),
    /** ISO 3166-1 alpha-2. */
    country: text(),
    /** ISO 3166-2. */
    region: text(),
    city: text(),
    postcode: text(),
    address: text(),
    /** An industry key of imports/industries.ts, or the source's own words where none fits. */
    industry: text(),
    employees: integer({ minimum: 0 }),
    /** The partner of record: whoever the customer's next business goes to. */
    partnerId: text(),
    /** The account above it: the group, the headquarters. */
    parentId: text(),
    /** Whose desks see it; null: everybody's. See widen-account.ts. */
    territoryId: text(),
    /** See leads/duplicate-key.ts: two accounts may bear one name, never one number. */
    duplicateKey: text().notNull(),
    notes: text(),
    /** The account it was found to be the same as: whoever means it means that one. See find-account.ts. */
    mergedInto: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byDuplicateKey: ['duplicateKey'], byPartner: ['partnerId'], byParent: ['parentId'], byTerritory: ['territoryId'], byMerged: ['mergedInto'] },
    below: 'parentId',
    visibility: 'territory',
    searched: ['name', 'nameEn', 'nameKana', 'city', 'domain'],
  },
)
