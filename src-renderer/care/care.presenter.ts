import type { Words } from '#shared/locales/words.ts'
import type { CareState, Mood, PlanState, SignKind } from '#shared/care/care.ts'
import { careState } from '#shared/care/check-in-standing.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Formats } from '../shell/formats.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

export type CaredPartner = ValueOf<Client['care']['list']>['rows'][number]
export type CareFile = ValueOf<Client['care']['get']>
export type Plan = CareFile['plans'][number]
export type Review = CareFile['reviews'][number]
export type CheckIn = CareFile['checkIns'][number]
export type Figures = ValueOf<Client['care']['figures']>

const stateTones: Readonly<Record<CareState, BadgeTone>> = { overdue: 'danger', due: 'warning', first: 'warning', ahead: 'success', paused: 'neutral', away: 'neutral', resting: 'neutral' }
export const stateTone = (state: CareState): BadgeTone => stateTones[state]

const moodTones: Readonly<Record<Mood, BadgeTone>> = { good: 'success', mixed: 'warning', poor: 'danger' }
export const moodTone = (mood: Mood): BadgeTone => moodTones[mood]

const planTones: Readonly<Record<PlanState, BadgeTone>> = { draft: 'info', locked: 'warning', returned: 'danger', approved: 'success', active: 'success', closed: 'neutral' }
export const planTone = (state: PlanState): BadgeTone => planTones[state]

export function stateOf({ partner, care }: CareFile, today: string): CareState {
  return careState(partner.status, care ?? undefined, today)
}

/** How often a partner is checked in with and when next, or why not now. */
export function cadenceText(file: CareFile, today: string, w: Words, { date }: Formats): string {
  const { care, terms } = file
  const { cadence } = w.care
  if (care !== null && care.pausedReason !== null && stateOf(file, today) === 'paused') return care.pausedUntil === null ? cadence.paused(care.pausedReason) : cadence.pausedUntil(care.pausedReason, date(care.pausedUntil))
  const often = care?.everyDays == null ? cadence.company(terms.checkInDays) : cadence.own(care.everyDays)
  return care?.dueOn == null ? often : `${often} · ${cadence.next(date(care.dueOn))}`
}

export function signText(kind: SignKind | null, on: string | null, w: Words, { date }: Formats): string {
  return kind === null || on === null ? w.care.dark.never : w.care.dark.last(w.care.signs[kind], date(on))
}

/** Figures that are a number or sums, each with its name; of amounts every currency apart. */
export function figureLines(figures: Figures, w: Words, { number, money, list }: Formats): readonly (readonly [name: string, value: string])[] {
  const f = w.care.figures
  const sums = (amounts: Figures['won']): string => (amounts.length === 0 ? '' : ` (${list(amounts.map(({ amount, currency }) => money(amount, currency)))})`)
  return [
    [f.leadsAccepted, number(figures.leadsAccepted)],
    [f.registrations, number(figures.registrations)],
    [f.wonDeals, `${number(figures.wonDeals)}${sums(figures.won)}`],
    [f.openDeals, `${number(figures.openDeals)}${sums(figures.open)}`],
    [f.checkIns, number(figures.checkIns)],
    [f.openTasks, number(figures.openTasks)],
    [f.agreements, figures.agreements.length === 0 ? f.none : list(figures.agreements)],
  ]
}

export function reachedText({ target, reached }: Figures['goals'][number], w: Words, { number }: Formats): string {
  if (reached === null) return w.care.figures.notCounted
  return target === null ? number(reached) : w.care.figures.reached(number(reached), number(target))
}

export function careFieldText(field: string, value: unknown, w: Words, formats: Formats): string {
  if (value === null || value === undefined || value === '') return ''
  const c = w.care
  switch (field) {
    case 'careState':
      return c.states[value as CareState]
    case 'mood':
      return c.moods[value as Mood]
    case 'planState':
      return c.planStates[value as PlanState]
    case 'type':
      return w.partners.types[value as keyof typeof w.partners.types]
    case 'tier':
      return w.partners.tiers[value as keyof typeof w.partners.tiers]
    case 'status':
      return w.partners.statuses[value as keyof typeof w.partners.statuses]
    case 'country':
      return formats.country(String(value))
    case 'dueOn':
    case 'lastHeldOn':
      return formats.date(String(value))
    case 'openSteps':
      return value === 0 ? '' : formats.number(Number(value))
    default:
      return typeof value === 'number' ? formats.number(value) : String(value)
  }
}
