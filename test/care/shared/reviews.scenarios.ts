import { expect } from 'vitest'
import { careContract } from '#shared/care/care.contract.ts'
import { coachingNotes } from '#shared/care/coaching-note.table.ts'
import { quarterlyReviews } from '#shared/care/review.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { NO_FIGURES } from '#test/foundation/builders/build-care.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { setTerms, openReview, updateReview, holdReview, discardReview, addNote, removeNote } = careContract.operations

async function aPartner(desk: Desk) {
  const partner = buildPartner({ languages: ['es-GT'] })
  await desk.put(partners, partner)
  return partner
}

export const reviewsScenarios: Scenarios = {
  'prepares the review of a quarter in the partner’s language, once': async (desk) => {
    const partner = await aPartner(desk)
    const { id, quarter } = valueOf(await desk.run(openReview, { partnerId: partner.id, inQuarter: '2026-11-20' }))
    expect(quarter).toBe('2026-Q4')
    const review = await desk.row(quarterlyReviews, id)
    expect(review).toMatchObject({ startsOn: '2026-10-01', endsOn: '2026-12-31', language: 'es', state: 'open', figures: null })
    expect(review?.agenda[0]?.text).toBe('Resultados frente al plan')
    expect(refusalOf(await desk.run(openReview, { partnerId: partner.id, inQuarter: '2026-12-24' }))).toEqual({ code: 'review.there-already', details: { partner: partner.name, quarter: '2026-Q4' } })
    expect(refusalOf(await desk.run(openReview, { partnerId: nextId(), inQuarter: '2026-11-20' }))).toEqual({ code: 'partner.not-found' })
  },
  'goes by the company’s fiscal year and the partner’s own clocks': async (desk) => {
    const partner = await aPartner(desk)
    valueOf(await desk.run(setTerms, { edits: [{ field: 'fiscalStart', value: 4 }] }))
    expect(valueOf(await desk.run(openReview, { partnerId: partner.id, inQuarter: '2026-11-20', language: 'ja' })).quarter).toBe('2026-Q3')
    expect(refusalOf(await desk.run(openReview, { partnerId: partner.id, inQuarter: '2027-01-02' }, { now: '2026-12-31T14:59:00.000Z' }))).toEqual({ code: 'review.quarter-to-come', details: { quarter: '2026-Q4' } })
    // In Tokyo it is the first of January.
    expect(valueOf(await desk.run(openReview, { partnerId: partner.id, inQuarter: '2027-01-01' }, { now: '2026-12-31T15:00:00.000Z' })).quarter).toBe('2026-Q4')
  },
  'freezes what was shown: a review that was held is neither edited nor discarded nor undone': async (desk) => {
    const partner = await aPartner(desk)
    const { id } = valueOf(await desk.run(openReview, { partnerId: partner.id, inQuarter: '2026-11-20' }))
    const edited = valueOf(await desk.run(updateReview, { id, edits: [{ field: 'decisions', value: ['Train two more people'] }, { field: 'houseNote', value: 'Watch the cash' }] }))
    expect(refusalOf(await desk.run(holdReview, { id, heldOn: '2026-11-24', figures: NO_FIGURES }))).toEqual({ code: 'review.in-future', details: { heldOn: '2026-11-24' } })
    expect(refusalOf(await desk.run(holdReview, { id, heldOn: '2026-09-30', figures: NO_FIGURES }))).toMatchObject({ code: 'review.before-quarter' })
    valueOf(await desk.run(holdReview, { id, heldOn: '2026-11-20', figures: { ...NO_FIGURES, wonDeals: 3 } }))
    expect(await desk.row(quarterlyReviews, id)).toMatchObject({ state: 'held', heldOn: '2026-11-20', figures: { wonDeals: 3 } })
    const held = { code: 'review.held', details: { quarter: '2026-Q4' } }
    expect(refusalOf(await desk.run(updateReview, { id, edits: [{ field: 'decisions', value: [] }] }))).toEqual(held)
    expect(refusalOf(await desk.run(holdReview, { id, heldOn: '2026-11-21', figures: NO_FIGURES }))).toEqual(held)
    expect(refusalOf(await desk.run(discardReview, { id }))).toEqual(held)
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry: edited.entry }))).toMatchObject({ code: 'journal.binding' })
  },
  'discards what was not held, and refuses what somebody else has changed': async (desk) => {
    const partner = await aPartner(desk)
    const { id } = valueOf(await desk.run(openReview, { partnerId: partner.id, inQuarter: '2026-11-20' }))
    valueOf(await desk.run(updateReview, { id, edits: [{ field: 'decisions', value: ['A'], was: [] }] }))
    expect(refusalOf(await desk.run(updateReview, { id, edits: [{ field: 'decisions', value: ['B'], was: [] }] }))).toMatchObject({ code: 'review.stale' })
    valueOf(await desk.run(discardReview, { id }))
    expect(refusalOf(await desk.run(discardReview, { id }))).toEqual({ code: 'review.not-found' })
  },
  'notes what was coached, by competence': async (desk) => {
    const partner = await aPartner(desk)
    const note = { partnerId: partner.id, competence: 'finance', notedOn: '2026-11-20', text: ' Reads a balance sheet ' } as const
    const { id, entry } = valueOf(await desk.run(addNote, note))
    expect(await desk.row(coachingNotes, id)).toMatchObject({ text: 'Reads a balance sheet', competence: 'finance' })
    expect(refusalOf(await desk.run(addNote, { ...note, text: ' ' }))).toEqual({ code: 'coaching-note.text-missing' })
    expect(refusalOf(await desk.run(addNote, { ...note, notedOn: '2026-11-24' }))).toMatchObject({ code: 'coaching-note.in-future' })
    expect(refusalOf(await desk.run(addNote, { ...note, partnerId: nextId() }))).toEqual({ code: 'partner.not-found' })
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect(refusalOf(await desk.run(removeNote, { id }))).toEqual({ code: 'coaching-note.not-found' })
    const again = valueOf(await desk.run(addNote, note))
    valueOf(await desk.run(removeNote, { id: again.id }))
    expect(await desk.rows(coachingNotes)).toEqual([])
  },
}
