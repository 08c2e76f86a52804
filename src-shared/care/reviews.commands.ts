import { accept, command, insert, many, one, refuse, remove, update, type Decision, type Question } from '../foundation/command.ts'
import { localDate } from '../calendars/zone-time.ts'
import { decideEdit } from '../foundation/edit.ts'
import { instantOf, latestDate } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import { partners } from '../partners/partner.table.ts'
import { careContract } from './care.contract.ts'
import { careTermsOf } from './care-terms.ts'
import { careTerms, CARE_TERMS_ID } from './care-terms.table.ts'
import { coachingNotes } from './coaching-note.table.ts'
import { fiscalQuarter } from './fiscal-quarter.ts'
import { careLanguage, reviewAgenda } from './review-agenda.ts'
import { quarterlyReviews } from './review.table.ts'

const { operations } = careContract

const openReview = command(operations.openReview, function* ({ partnerId, inQuarter, language: wanted }, { id, commandId, actor, now }) {
  const partner = yield* one(partners, partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  const quarter = fiscalQuarter(inQuarter, careTermsOf(yield* one(careTerms, CARE_TERMS_ID)).fiscalStart)
  if (quarter.startsOn > localDate(partner.timeZone, instantOf(now))) return refuse('review.quarter-to-come', 'that quarter has not begun where the partner is', { quarter: quarter.quarter })
  const twin = (yield* many(quarterlyReviews, 'byPartner', [partnerId, quarter.quarter]))[0]
  if (twin !== undefined) return refuse('review.there-already', 'that quarter has its review', { partner: partner.name, quarter: quarter.quarter })
  const language = wanted ?? careLanguage(partner.languages)
  const reviewId = id()
  const row = { ...quarter, id: reviewId, partnerId, language, state: 'open' as const, agenda: reviewAgenda(language), decisions: [], actions: [], byName: actor.name }
  return accept({ entry: commandId, id: reviewId, quarter: quarter.quarter }, [insert(quarterlyReviews, row)], [{ event: 'review.opened', about: partnerId, details: { quarter: quarter.quarter } }])
})

function* findOpen(id: string): Generator<Question, RowOf<typeof quarterlyReviews> | Decision<never>, unknown> {
  const review = yield* one(quarterlyReviews, id)
  if (review === undefined) return refuse('review.not-found', 'there is no such review')
  return review.state === 'held' ? refuse('review.held', 'what was held stays as it is', { quarter: review.quarter }) : review
}

const updateReview = command(operations.updateReview, function* ({ id, edits }, { commandId }) {
  const review = yield* findOpen(id)
  if ('kind' in review) return review
  const decided = decideEdit('review', review, edits)
  if (!('patch' in decided)) return decided
  return accept({ entry: commandId }, [update(quarterlyReviews, id, decided.patch)], [{ event: 'review.edited', about: review.partnerId, details: { quarter: review.quarter } }])
})

const holdReview = command(operations.holdReview, function* ({ id, heldOn, figures }, { commandId, now }) {
  const review = yield* findOpen(id)
  if ('kind' in review) return review
  if (heldOn > latestDate(now)) return refuse('review.in-future', 'that day is yet to come', { heldOn })
  if (heldOn < review.startsOn) return refuse('review.before-quarter', 'the quarter had not begun by then', { quarter: review.quarter, heldOn })
  return accept({ entry: commandId }, [update(quarterlyReviews, id, { state: 'held', heldOn, figures })], [{ event: 'review.held', about: review.partnerId, details: { quarter: review.quarter } }])
})

const discardReview = command(operations.discardReview, function* ({ id }, { commandId }) {
  const review = yield* findOpen(id)
  if ('kind' in review) return review
  return accept({ entry: commandId }, [remove(quarterlyReviews, id)], [{ event: 'review.discarded', about: review.partnerId, details: { quarter: review.quarter } }])
})

const addNote = command(operations.addNote, function* ({ partnerId, competence, notedOn, text }, { id, commandId, actor, now }) {
  const partner = yield* one(partners, partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (text.trim() === '') return refuse('coaching-note.text-missing', 'a note says something')
  if (notedOn > latestDate(now)) return refuse('coaching-note.in-future', 'that day is yet to come', { notedOn })
  const noteId = id()
  return accept({ entry: commandId, id: noteId }, [insert(coachingNotes, { id: noteId, partnerId, competence, notedOn, text: text.trim(), byName: actor.name })], [{ event: 'coaching-note.added', about: partnerId, details: { competence } }])
})

const removeNote = command(operations.removeNote, function* ({ id }, { commandId }) {
  const note = yield* one(coachingNotes, id)
  if (note === undefined) return refuse('coaching-note.not-found', 'there is no such note')
  return accept({ entry: commandId }, [remove(coachingNotes, id)], [{ event: 'coaching-note.removed', about: note.partnerId, details: { competence: note.competence } }])
})

export const reviewsCommands = [openReview, updateReview, holdReview, discardReview, addNote, removeNote]
