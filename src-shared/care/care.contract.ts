import { z } from 'zod'
import { calendars } from '../calendars/calendar.table.ts'
import { plainText } from '../foundation/column.ts'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { afterChangesOf, commandOperation, contract, job, query } from '../foundation/operation.ts'
import { partners } from '../partners/partner.table.ts'
import { approvalMeans, careLanguages, careStates, moods, planEditableFields, reviewEditableFields, signKinds } from './care.ts'
import { careTerms } from './care-terms.table.ts'
import { checkIns, partnerCare } from './check-in.table.ts'
import { coachingNotes } from './coaching-note.table.ts'
import { jointPlans } from './joint-plan.table.ts'
import { reviewFiguresSchema } from './review-figures.ts'
import { quarterlyReviews } from './review.table.ts'

export const careListFields = ['name', 'code', 'type', 'tier', 'status', 'country', 'careState', 'dueOn', 'lastHeldOn', 'mood', 'everyDays', 'pausedReason', 'planState', 'openSteps', 'id'] as const

const MOST_AT_ONCE = 500
const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const byId = z.strictObject({ id: idSchema })
const ofPartner = z.strictObject({ partnerId: idSchema })
const onDay = z.strictObject({ today: z.iso.date() })
const optionalText = plainText.trim().max(4000).nullable().default(null)
const reason = plainText.trim().min(1).max(2000)
const termsShape = z.strictObject({ checkInDays: z.int(), darkDays: z.int(), fiscalStart: z.int() })
const named = { partnerId: idSchema, partnerName: z.string() }
const inList = z.intersection(partners.row, z.object({ careState: z.enum(careStates), dueOn: z.string().nullable(), lastHeldOn: z.string().nullable(), mood: z.enum(moods).nullable(), everyDays: z.int().nullable(), pausedReason: z.string().nullable(), planState: z.string().nullable(), openSteps: z.int() }))
const due = z.strictObject({ ...named, dueOn: z.string().nullable(), state: z.enum(careStates), lastHeldOn: z.string().nullable(), mood: z.enum(moods).nullable(), workingDaysLate: z.int() })
const median = { median: z.number(), partners: z.int() }

export const careContract = contract('care', {
  list: query('A window of the partners that match a filter, with how they are looked after', listInput(careListFields), listOutput(inList)),
  terms: query('What the company has decided about the care of its partners', z.strictObject({}), termsShape),
  today: query(
    'The day: check-ins that are due or overdue, partners that never had one, next steps that are due, reviews that are due',
    onDay,
    z.strictObject({
      checkIns: z.strictObject({ total: z.int(), rows: z.array(due) }),
      first: z.strictObject({ total: z.int(), rows: z.array(z.strictObject(named)) }),
      steps: z.strictObject({ total: z.int(), rows: z.array(z.strictObject({ ...named, id: idSchema, nextStep: z.string(), nextStepOn: z.string() })) }),
      reviews: z.array(z.strictObject({ ...named, reviewId: idSchema.nullable(), quarter: z.string(), endsOn: z.string() })),
    }),
  ),
  dark: query('Active partners of which nothing was heard for long, with the last sign of life and which it was', onDay, z.array(z.strictObject({ ...named, lastSign: z.enum(signKinds).nullable(), lastSignOn: z.string().nullable(), silentDays: z.int().nullable() }))),
  firstDeals: query(
    'How long it took from activation to the first approved registration or won opportunity: medians in days',
    z.strictObject({}),
    z.strictObject({ all: z.strictObject({ ...median, waiting: z.int() }).nullable(), types: z.array(z.strictObject({ type: z.string(), ...median })), territories: z.array(z.strictObject({ territoryId: idSchema.nullable(), ...median })) }),
  ),
  get: query(
    'How a partner is looked after: check-ins, reviews, coaching notes and plans, the latest first',
    ofPartner,
    z.strictObject({ partner: partners.row, care: partnerCare.row.nullable(), terms: termsShape, checkIns: z.array(checkIns.row), reviews: z.array(quarterlyReviews.row), notes: z.array(coachingNotes.row), plans: z.array(jointPlans.row) }),
  ),
  figures: query('What a review shows of a partner and a span of days, as it is now', z.strictObject({ partnerId: idSchema, startsOn: z.iso.date(), endsOn: z.iso.date() }), reviewFiguresSchema),
  setTerms: commandOperation('Decides how often partners are checked in with, when one is dark, and when the fiscal year begins', editInput(careTerms, ['checkInDays', 'darkDays', 'fiscalStart']).omit({ id: true }), done),
  setCadence: commandOperation('Gives a partner a cadence of its own; null: the company’s', z.strictObject({ partnerId: idSchema, everyDays: z.int().min(1).max(365).nullable() }), done),
  pause: commandOperation('Pauses the check-ins with a partner, and says why; without a day until somebody takes them up again', z.strictObject({ partnerId: idSchema, reason, until: z.iso.date().nullable().default(null) }), done),
  resume: commandOperation('Takes up the check-ins with a partner again', ofPartner, done),
  recordCheckIn: commandOperation(
    'Puts a check-in on record: what was talked about, how it goes, the next step and its day',
    z.strictObject({ partnerId: idSchema, heldOn: z.iso.date(), talkedAbout: plainText.trim().min(1).max(4000), mood: z.enum(moods), nextStep: optionalText, nextStepOn: z.iso.date().nullable().default(null) }),
    z.strictObject({ entry: idSchema, id: idSchema, dueOn: z.string().nullable() }),
  ),
  skipCheckIn: commandOperation('Skips a check-in, and says why', z.strictObject({ partnerId: idSchema, heldOn: z.iso.date(), reason }), z.strictObject({ entry: idSchema, id: idSchema, dueOn: z.string().nullable() })),
  voidCheckIn: commandOperation('Says that a check-in on record does not hold', z.strictObject({ id: idSchema, reason }), done),
  finishStep: commandOperation('Says that the next step of a check-in is done', z.strictObject({ id: idSchema, doneOn: z.iso.date() }), done),
  openReview: commandOperation('Prepares the review of a partner’s quarter, by the ready-made agenda', z.strictObject({ partnerId: idSchema, inQuarter: z.iso.date(), language: z.enum(careLanguages).nullable().default(null) }), z.strictObject({ entry: idSchema, id: idSchema, quarter: z.string() })),
  updateReview: commandOperation('Edits a review that was not held yet', editInput(quarterlyReviews, reviewEditableFields), done),
  holdReview: commandOperation('Puts on record that a review was held, with the figures that were shown: from then on it stays as it is', z.strictObject({ id: idSchema, heldOn: z.iso.date(), figures: reviewFiguresSchema }), done),
  discardReview: commandOperation('Removes a review that was not held', byId, done),
  addNote: commandOperation('Adds a coaching note, for the house alone', newRowInput(coachingNotes, ['partnerId', 'competence', 'notedOn', 'text'], []), made),
  removeNote: commandOperation('Removes a coaching note', byId, done),
  draftPlan: commandOperation(
    'Begins a joint plan with a partner: an empty one, or the next version of its last',
    z.strictObject({ partnerId: idSchema, title: plainText.trim().min(1).max(200), startsOn: z.iso.date(), endsOn: z.iso.date(), language: z.enum(careLanguages).nullable().default(null), basedOn: idSchema.nullable().default(null) }),
    z.strictObject({ entry: idSchema, id: idSchema, version: z.int() }),
  ),
  updatePlan: commandOperation('Edits a plan that is a draft or was returned', editInput(jointPlans, planEditableFields), done),
  discardPlan: commandOperation('Removes a plan that no partner has approved', byId, done),
  lockPlan: commandOperation('Locks a plan for the partner’s approval; the hash says what whoever locks has seen', z.strictObject({ id: idSchema, contentHash: z.string().length(64) }), done),
  approvePlan: commandOperation(
    'Puts on record that the partner approves exactly this plan: who said so, when and how',
    z.strictObject({ id: idSchema, contentHash: z.string().length(64), personId: idSchema.nullable().default(null), personName: plainText.trim().max(200).default(''), approvedOn: z.iso.date(), means: z.enum(approvalMeans) }),
    done,
  ),
  returnPlan: commandOperation('Returns a locked plan, and says what the partner wants otherwise', z.strictObject({ id: idSchema, reason }), done),
  activatePlan: commandOperation('Makes an approved plan the active one', z.strictObject({ id: idSchema, from: z.iso.date() }), done),
  closePlan: commandOperation('Closes the plan that is active, and says why', z.strictObject({ id: idSchema, reason }), done),
  reckon: commandOperation('Reckons anew when check-ins with partners are due', z.strictObject({ partnerIds: z.array(idSchema).max(MOST_AT_ONCE) }), z.strictObject({ entry: idSchema, changed: z.int() })),
  keep: afterChangesOf(
    [calendars.name, partners.name, careTerms.name],
    job('Reckons anew when every check-in is due: after calendars, absences or the cadence have changed', z.strictObject({}), z.strictObject({ changed: z.int() })),
  ),
})
