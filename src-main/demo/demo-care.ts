import { ORDINARY_CALENDAR } from '#shared/calendars/working-calendar.ts'
import { WorkingDays } from '#shared/calendars/working-days.ts'
import type { CareLanguage, Competence, Mood, PlanState } from '#shared/care/care.ts'
import { USUAL_CARE } from '#shared/care/care-terms.ts'
import { checkInStanding } from '#shared/care/check-in-standing.ts'
import { partnerCareId, type checkIns, type partnerCare } from '#shared/care/check-in.table.ts'
import type { coachingNotes } from '#shared/care/coaching-note.table.ts'
import { fiscalQuarter, quarterBefore } from '#shared/care/fiscal-quarter.ts'
import { hashPlan } from '#shared/care/hash-plan.ts'
import type { jointPlans } from '#shared/care/joint-plan.table.ts'
import { careLanguage, reviewAgenda } from '#shared/care/review-agenda.ts'
import type { quarterlyReviews } from '#shared/care/review.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { activations } from '#shared/onboarding/checklist.table.ts'
import type { partners } from '#shared/partners/partner.table.ts'
import { dateAfter, daysAfter } from './demo-calendar.ts'
import { seededRandom } from './seeded-random.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>
type Partner = Row<typeof partners>

export interface DemoCare {
  readonly care: readonly Row<typeof partnerCare>[]
  readonly checkIns: readonly Row<typeof checkIns>[]
  readonly reviews: readonly Row<typeof quarterlyReviews>[]
  readonly notes: readonly Row<typeof coachingNotes>[]
  readonly plans: readonly Row<typeof jointPlans>[]
  readonly activations: readonly Row<typeof activations>[]
}

const MANAGERS = ['Demo: Dana Whitfield', 'Demo: Luis Herrera'] as const
const WEEKS = 6

const talks: Readonly<Record<CareLanguage, readonly { readonly talked: string; readonly mood: Mood; readonly step: string | null }[]>> = {
  en: [
    { talked: 'Two quotes wait for the customer; wants help with the second.', mood: 'good', step: 'Join the call with the customer' },
    { talked: 'Hired a second salesperson. Leads of last week are all opened.', mood: 'good', step: null },
    { talked: 'Loses deals on price; asks for the reasons of the last rejection.', mood: 'poor', step: 'Go through the rejected registration together' },
    { talked: 'Certification is moved to next month.', mood: 'mixed', step: null },
  ],
  ja: [
    { talked: '見積 2 件が顧客の回答待ち。2 件目の支援を希望。', mood: 'good', step: '顧客との打ち合わせに同席' },
    { talked: '営業担当を 1 名採用。先週のリードはすべて確認済み。', mood: 'good', step: null },
    { talked: '価格面で失注が続く。前回の却下理由を知りたい。', mood: 'poor', step: '却下された商談登録を一緒に確認' },
    { talked: '認定試験は来月に延期。', mood: 'mixed', step: null },
  ],
  es: [
    { talked: 'Dos cotizaciones esperan al cliente; pide ayuda con la segunda.', mood: 'good', step: 'Acompañar la llamada con el cliente' },
    { talked: 'Contrató a otro vendedor. Ya abrió todo lo de la semana pasada.', mood: 'good', step: null },
    { talked: 'Pierde por precio; pregunta por el último rechazo.', mood: 'poor', step: 'Revisar juntos el registro rechazado' },
    { talked: 'La certificación se aplaza al mes próximo.', mood: 'mixed', step: null },
  ],
}

const coached: readonly { readonly competence: Competence; readonly text: string }[] = [
  { competence: 'planning', text: 'Plans by quarter now, no more by deal. Next: a forecast that names its assumptions.' },
  { competence: 'finance', text: 'Went through margin and working capital. Pays its distributor before its customers pay.' },
  { competence: 'coaching', text: 'Reviews one call a week with each of its salespeople.' },
  { competence: 'valueAddedServices', text: 'Wants to sell implementation as a package; sketched a price for it.' },
]

const planStatesShown: readonly PlanState[] = ['active', 'active', 'locked', 'draft', 'returned', 'active', 'approved']
const planTitles: Readonly<Record<CareLanguage, string>> = { en: 'Joint plan of the year', ja: '年間の共同計画', es: 'Plan conjunto del año' }
const goalTitles: Readonly<Record<CareLanguage, readonly [string, string, string]>> = {
  en: ['Register deals in the territory', 'Certify salespeople', 'A customer event together'],
  ja: ['テリトリーの商談登録', '営業担当の認定', '共同の顧客イベント'],
  es: ['Registrar oportunidades en el territorio', 'Certificar vendedores', 'Un evento conjunto con clientes'],
}

/** Weekly check-ins with most partners, some late, skipped or paused; plans in every state, reviews, notes; and when partners became active. The same rows, `now` and ids give the same. */
export function demoCare(known: readonly Partner[], now: string, makeId: () => string, seed: number): DemoCare {
  const random = seededRandom(seed + 7)
  const active = known.filter(({ status }) => status === 'active')
  const made = { care: [] as Row<typeof partnerCare>[], checkIns: [] as Row<typeof checkIns>[], reviews: [] as Row<typeof quarterlyReviews>[], notes: [] as Row<typeof coachingNotes>[], plans: [] as Row<typeof jointPlans>[], activations: [] as Row<typeof activations>[] }
  for (const [at, partner] of active.entries()) {
    const manager = MANAGERS[at % MANAGERS.length] ?? ''
    const activatedAt = daysAfter(now, -random.between(200, 330))
    made.activations.push({ id: makeId(), partnerId: partner.id, checklistId: null, kind: 'activated', reason: 'Demo', gate: [], handedOn: {}, successorId: null, decidedBy: manager, decidedAt: activatedAt, createdAt: activatedAt, updatedAt: activatedAt })
    // Of every eighth nothing was put on record yet.
    if (at % 8 !== 7) checkInsWith(partner, manager, at)
    if (at % 4 === 0) planWith(partner, manager, at)
    if (at % 5 === 0) noteOn(partner, manager, at)
  }
  return made

  function checkInsWith(partner: Partner, manager: string, at: number): void {
    const said = talks[careLanguage(partner.languages)]
    const last = at % 6 === 5 ? random.between(9, 30) : random.between(0, 6)
    const theirs = Array.from({ length: WEEKS }, (_, week): Row<typeof checkIns> => {
      const day = -last - 7 * (WEEKS - 1 - week)
      const { talked, mood, step } = said[(at + week) % said.length]!
      const skipped = (at + week) % 11 === 10
      const recent = week === WEEKS - 1
      const stamps = { createdAt: daysAfter(now, day), updatedAt: daysAfter(now, day) }
      const base = { id: makeId(), partnerId: partner.id, heldOn: dateAfter(now, day), byName: manager, voidedAt: null, voidedReason: null, ...stamps }
      if (skipped) return { ...base, kind: 'skipped', talkedAbout: null, mood: null, nextStep: null, nextStepOn: null, nextStepDoneOn: null, skippedReason: 'Demo: at a fair' }
      return { ...base, kind: 'held', talkedAbout: talked, mood, nextStep: step, nextStepOn: step === null ? null : dateAfter(now, day + 5), nextStepDoneOn: step === null || recent ? null : dateAfter(now, day + 4), skippedReason: null }
    })
    const paused = at % 17 === 9
    const care = { everyDays: partner.tier === 'registered' ? 14 : null, pausedReason: paused ? 'Demo: moves to another office' : null, pausedUntil: paused ? dateAfter(now, 20) : null }
    const days = new WorkingDays(ORDINARY_CALENDAR, partner.absences)
    made.checkIns.push(...theirs)
    made.care.push({ id: partnerCareId(partner.id), partnerId: partner.id, ...care, ...checkInStanding({ partner, care, checkIns: theirs, terms: USUAL_CARE, days }), createdAt: daysAfter(now, -60), updatedAt: now })
  }

  function planWith(partner: Partner, manager: string, at: number): void {
    const language = careLanguage(partner.languages)
    const state = planStatesShown[(at / 4) % planStatesShown.length] ?? 'draft'
    const [deals, people, event] = goalTitles[language]
    const startsOn = dateAfter(now, -150)
    const content = {
      version: 1, title: planTitles[language], startsOn, endsOn: dateAfter(now, 215),
      goals: [
        { title: deals, measure: 'registrations' as const, target: 8, dueOn: dateAfter(now, 120), side: 'partner' as const },
        { title: people, measure: 'certificates' as const, target: 2, dueOn: dateAfter(now, 60), side: 'partner' as const },
        { title: event, measure: 'other' as const, target: null, dueOn: dateAfter(now, 90), side: 'both' as const },
      ],
    }
    const contact = partner.contacts[0]?.name ?? partner.name
    const isLocked = state !== 'draft' && state !== 'returned'
    const isApproved = isLocked && state !== 'locked'
    made.plans.push({
      id: makeId(), partnerId: partner.id, state, language, ...content, contentHash: isLocked ? hashPlan(content) : null, lockedByName: isLocked ? manager : null, lockedAt: isLocked ? daysAfter(now, -155) : null, returnedReason: state === 'returned' ? 'Demo: too many deals for a team of three' : null,
      approvedPersonId: null, approvedByName: isApproved ? contact : null, approvedOn: isApproved ? dateAfter(now, -152) : null, approvedMeans: isApproved ? 'mail' : null, approvalRecordedBy: isApproved ? manager : null, activeFrom: state === 'active' ? startsOn : null, closedReason: null, createdAt: daysAfter(now, -160), updatedAt: daysAfter(now, -150),
    })
    if (state === 'active' && at % 8 === 0) reviewOf(partner, manager, language)
  }

  function reviewOf(partner: Partner, manager: string, language: CareLanguage): void {
    const { fiscalStart } = USUAL_CARE
    const quarter = quarterBefore(fiscalQuarter(dateAfter(now, 0), fiscalStart), fiscalStart)
    const heldAt = daysAfter(now, -30)
    made.reviews.push({
      id: makeId(), partnerId: partner.id, ...quarter, language, state: 'held', heldOn: dateAfter(heldAt, 0), agenda: reviewAgenda(language), decisions: [goalTitles[language][1]], actions: [{ text: talks[language][0]?.step ?? '', side: 'vendor', dueOn: dateAfter(now, 14) }], houseNote: 'Demo: watch how fast it is paid.', byName: manager,
      figures: { at: heldAt, leadsAccepted: 14, registrations: 3, wonDeals: 1, won: [{ currency: 'USD', amount: 4_200_000 }], openDeals: 4, open: [{ currency: 'USD', amount: 9_800_000 }], checkIns: 11, goals: [{ title: goalTitles[language][0], measure: 'registrations', target: 8, dueOn: dateAfter(now, 120), reached: 3 }], certificates: [], openTasks: 2, agreements: [] },
      createdAt: daysAfter(now, -40), updatedAt: heldAt,
    })
  }

  function noteOn(partner: Partner, manager: string, at: number): void {
    const note = coached[(at / 5) % coached.length]!
    const day = -random.between(2, 40)
    made.notes.push({ id: makeId(), partnerId: partner.id, ...note, notedOn: dateAfter(now, day), byName: manager, createdAt: daysAfter(now, day), updatedAt: daysAfter(now, day) })
  }
}
