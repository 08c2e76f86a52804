import { defineTable, integer, text } from '../foundation/table.ts'

/** The company's signs on its documents. One row for each picture, its id made of the picture's SHA-256; templates that show the same share it. */
export const documentLogos = defineTable(
  'documentLogos',
  {
    name: text().notNull(),
    sha256: text().notNull(),
    /** PNG, Base64. */
    content: text().notNull(),
    /** In pixels. */
    width: integer({ minimum: 1 }).notNull(),
    height: integer({ minimum: 1 }).notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: {}, visibility: 'everyone', lasting: true },
)
