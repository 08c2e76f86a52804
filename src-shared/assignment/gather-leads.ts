import { VISIBLE } from '../journal/visible.ts'
import { closedStages, releasedStages, type LeadStage } from '../leads/lead.ts'
import type { DistributionTerms } from '../qualification/distribution-terms.ts'
import { heldBackSql } from './held-back.ts'
import { knowledge } from './knowledge.ts'
import { createLeadColumns, leadColumnNames, type LeadColumns } from './lead-columns.ts'

export interface GatheredLeads {
  readonly columns: LeadColumns
  /** 1 where these very rules have found the lead unroutable already: nothing to write when they do so again. */
  readonly knownUnroutable: Uint8Array
}

const STAGE = leadColumnNames.indexOf('stage')
const SAME_VERSION = leadColumnNames.indexOf('sameVersion')
const ID = leadColumnNames.indexOf('id')
const RESERVED_FOR = leadColumnNames.indexOf('reservedFor')

const stageIn = (stages: readonly LeadStage[]): string => `"stage" IN (${stages.map((stage) => `'${stage}'`).join(', ')})`

/** Leads that a run over the unassigned may decide; see `standingsOf`. */
export const DECIDABLE = `NOT ${stageIn(closedStages)} AND ("partnerId" IS NULL OR ${stageIn(releasedStages)} OR coalesce("assignmentOrigin", '') = 'manual')`
/** Leads that stay where they are, and count: for somebody's capacity, or for a turn of the rotation. */
export const STAYS = `NOT (${DECIDABLE}) AND NOT (${stageIn(closedStages)} AND coalesce("assignmentOrigin", '') <> 'rules')`
/** All that is asked of a lead that stays. */
export const stayingLeadColumns: readonly string[] = ['id', 'stage', 'partnerId', 'territoryId', 'assignmentOrigin', 'pinReason', 'sameVersion']

/**
 * Selects the leads whose company is an account already, each with the account's active partner of record (`id`, `partnerId`): of one
 * number, or of one name and web domain. A name alone, or a domain alone, does not tell (field.md B3, 2 and 3). A partner that declined
 * the lead, or had it last and let it go, is passed over. Goes from the accounts to the leads, for there are fewer of them.
 * @param and a further condition
 */
export function partnersOfRecord(and = ''): string {
  return `SELECT "leads"."id" AS "id", min("accounts"."partnerId") AS "partnerId" FROM (SELECT * FROM "accounts" WHERE ${VISIBLE} AND "mergedInto" IS NULL) AS "accounts" CROSS JOIN "leads"
    WHERE "leads"."duplicateKey" = "accounts"."duplicateKey" AND ("leads"."duplicateKey" LIKE '#%' OR "accounts"."domain" = "leads"."domain")
      AND "accounts"."partnerId" IN (SELECT "id" FROM "partners" WHERE "status" = 'active') AND "leads"."declinedBy" NOT LIKE '%' || "accounts"."partnerId" || '%'
      AND NOT ("leads".${stageIn(releasedStages)} AND coalesce("leads"."partnerId", '') = "accounts"."partnerId")${and} GROUP BY "leads"."id"`
}

/**
 * What to select from the leads, in SQLite and in PostgreSQL.
 * @param terms decide which leads are held back
 * @param version the statement's parameter: the rule-set version under which a stored decision counts as made by these rules
 * @param heldOver says of a lead whether it is held over
 */
export function leadSelection(version: '?' | '$1', terms: DistributionTerms, names: readonly string[] = leadColumnNames, heldOver = 'NULL'): string {
  const computed: Readonly<Record<string, string>> = {
    sameVersion: `"decisionId" IN (SELECT "id" FROM "decisions" WHERE "ruleVersion" = ${version})`,
    reservedFor: 'NULL',
    heldOver,
    heldBack: heldBackSql(terms),
  }
  return names.map((name) => `${computed[name] ?? `"${name}"`} AS "${name}"`).join(', ')
}

/**
 * Leads in columns, from values in the order of `leadColumnNames` as the database holds them.
 * @param count how many there are, at most @param reserved whom leads are reserved for, by their ids
 */
export function gatherLeads(rows: Iterable<readonly unknown[]>, count: number, reserved: ReadonlyMap<string, string> = new Map()): GatheredLeads {
  const builder = createLeadColumns(count, knowledge.foldCompany)
  const knownUnroutable = new Uint8Array(count)
  let position = 0
  for (const row of rows) {
    if (row[STAGE] === 'unroutable' && row[SAME_VERSION]) knownUnroutable[position] = 1
    const partner = reserved.size === 0 ? undefined : reserved.get(row[ID] as string)
    builder.push(partner === undefined ? row : row.with(RESERVED_FOR, partner))
    position += 1
  }
  return { columns: builder.finish(), knownUnroutable }
}
