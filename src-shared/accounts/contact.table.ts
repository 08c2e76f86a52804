import { defineTable, text } from '../foundation/table.ts'

/** People at an account. */
export const contacts = defineTable(
  'contacts',
  {
    accountId: text().notNull(),
    /** As the person writes it, the family name first or last. */
    name: text().notNull(),
    /** The name in Latin script and in kana, where it is known. */
    nameEn: text(),
    nameKana: text(),
    email: text(),
    phone: text(),
    role: text(),
    /** BCP 47. */
    language: text(),
    notes: text(),
    /** The account's: who sees the account sees its people. */
    territoryId: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byAccount: ['accountId'], byTerritory: ['territoryId'] },
    visibility: 'territory',
    searched: ['name', 'nameEn', 'nameKana', 'email'],
  },
)
