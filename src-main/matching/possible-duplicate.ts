import { visibleAs } from '#shared/journal/visible.ts'

const SHARED = ['duplicateKey', 'domain'].map((column) => `EXISTS (SELECT 1 FROM "leads" AS "twin" WHERE "twin"."${column}" = "leads"."${column}" AND "twin"."id" <> "leads"."id" AND "twin"."stage" <> 'duplicate'
  AND ${visibleAs('twin')} AND NOT EXISTS (SELECT 1 FROM "leadsApart" WHERE "leadId" = min("twin"."id", "leads"."id") AND "otherId" = max("twin"."id", "leads"."id")))`)

/**
 * SQL over the table of leads: 1 where another one shares what few companies share, and nobody has said that they are not the same.
 * Both are indexed, so that a list can ask it of each row; what only reads alike is found by `leads.duplicatesOf`.
 */
export const POSSIBLE_DUPLICATE = `("leads"."stage" <> 'duplicate' AND (${SHARED.join(' OR ')}))`
