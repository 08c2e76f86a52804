import { z } from 'zod'
import { boolean, defineTable, json, integer, real, text } from '../foundation/table.ts'
import { deadlineKinds, deadlineSteps } from '../deadlines/deadline.ts'
import { assignmentOrigins, leadStages } from './lead.ts'
import { lostReasons } from './lost-reason.ts'
import { pauseSchema } from './lead-pause.ts'

export const leads = defineTable(
  'leads',
  {
    company: text().notNull(),
    /** The name in Latin script and in kana, where the source gives them. */
    companyEn: text(),
    companyKana: text(),
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
    latitude: real(),
    longitude: real(),
    /** An industry key of imports/industries.ts, or the source's own words where none fits. */
    industry: text(),
    employees: integer({ minimum: 0 }),
    product: text(),
    source: text(),
    /** BCP 47. */
    language: text(),
    contactName: text(),
    contactEmail: text(),
    contactPhone: text(),
    notes: text(),
    stage: text({ enum: leadStages }).notNull(),
    /** 0 to 100; null until scored. */
    score: integer({ minimum: 0, maximum: 100 }),
    /** Why the criteria gave that score (table `scorings`); null where it came with the lead or a person gave it. */
    scoringId: text(),
    /** What the criteria and the threshold say; null where nobody has stated any. */
    qualifies: boolean(),
    /** When a person gave the score, and why. */
    scoreGivenAt: text(),
    scoreReason: text(),
    /** When it came in. The order of arrival, in which rules decide, is the order of ids. */
    arrivedAt: text().notNull(),
    /** See duplicate-key.ts. */
    duplicateKey: text().notNull(),
    /** The lead that a merge has made of this one and another. */
    mergedInto: text(),
    territoryId: text(),
    partnerId: text(),
    ruleId: text(),
    assignmentOrigin: text({ enum: assignmentOrigins }),
    /** Why a person chose otherwise than the rules; and until when (local date) that choice stands. */
    manualReason: text(),
    manualUntil: text(),
    /** Why the lead stays with its partner whatever the rules say; null where it is not pinned. */
    pinReason: text(),
    /** The stored decision (table `decisions`) that explains the partner. */
    decisionId: text(),
    runId: text(),
    assignedAt: text(),
    /** What the partner has done with the offer, and when. A touch is one by a human; an automatic answer is none. */
    openedAt: text(),
    acceptedAt: text(),
    firstTouchAt: text(),
    lastTouchAt: text(),
    /** When deadlines stand still, in order and apart; `to` null: still. */
    pauses: json(z.array(pauseSchema).max(200)),
    /** The deadline that comes first: see deadlines/reckon-deadline.ts. */
    dueKind: text({ enum: deadlineKinds }),
    dueFrom: text(),
    dueAt: text(),
    duePolicyId: text(),
    dueStep: text({ enum: deadlineSteps }),
    actAt: text(),
    /** Why it was declined, recalled or lost, in words; and of a lost one, which of the usual reasons. */
    endReason: text(),
    lostReason: text({ enum: lostReasons }),
    /** When it last came back after it had been lost. */
    recycledAt: text(),
    /** What a converted lead became, when, and who handed it over. */
    accountId: text(),
    opportunityId: text(),
    convertedAt: text(),
    convertedBy: text(),
    /** Partners that declined this lead: never offered to them again. */
    declinedBy: json(z.array(z.string()).max(500)).notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: {
      byDuplicateKey: ['duplicateKey'],
      byPartner: ['partnerId', 'stage'],
      byAcceptance: ['partnerId', 'acceptedAt'],
      byTerritory: ['territoryId', 'stage'],
      byAct: ['actAt'],
      byDomain: ['domain'],
      byAccount: ['accountId'],
      byOpportunity: ['opportunityId'],
    },
    visibility: 'territory',
    derived: ['score', 'scoringId', 'qualifies', 'dueKind', 'dueFrom', 'dueAt', 'duePolicyId', 'dueStep', 'actAt'],
    searched: ['company', 'companyEn', 'companyKana', 'city', 'domain', 'contactName'],
  },
)
