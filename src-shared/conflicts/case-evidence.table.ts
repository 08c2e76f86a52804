import { defineTable, text } from '../foundation/table.ts'
import { caseEvidenceKinds } from '../engagement/clause.ts'

/** What was brought forward in a case. No command edits or removes any of it, and none is taken back by undoing. */
export const caseEvidence = defineTable(
  'caseEvidence',
  {
    caseId: text().notNull(),
    claimId: text().notNull(),
    kind: text({ enum: caseEvidenceKinds }).notNull(),
    text: text().notNull(),
    /** A number or an address under which it can be found: of a mail, a document, a ticket. */
    identifier: text(),
    /** The name of whoever put it on record. */
    saidBy: text().notNull(),
    /** When it is said to have happened. */
    happenedAt: text(),
    /** When the device that it was recorded on says that was, and when it was received: by the server's clock, where there is one. */
    deviceAt: text(),
    receivedAt: text().notNull(),
    /** That of the case. */
    territoryId: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byCase: ['caseId'], byTerritory: ['territoryId'] }, visibility: 'territory', onRecord: true },
)
