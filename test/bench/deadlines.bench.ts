import { Temporal } from 'temporal-polyfill'
import { publicHolidays } from '#main/calendars/public-holidays.ts'
import { WorkClock, type Pause } from '#shared/calendars/work-clock.ts'
import { ORDINARY_WEEK, type WorkingCalendar } from '#shared/calendars/working-calendar.ts'
import type { DeadlineKind } from '#shared/deadlines/deadline.ts'
import { reckonDeadline, type DeadlineFacts, type DeadlinePolicy } from '#shared/deadlines/reckon-deadline.ts'
import { instantText } from '#shared/foundation/instant.ts'
import { chances } from '../quotes/shared/generate-quotes.ts'
import type { BenchReport, BenchSizes } from './report.ts'
import { median } from './statistics.ts'

const LEADS = 100_000
const BY_DAY = 2_000
const BY_MINUTE = 100
const REPETITIONS = 5
const MINUTE_MS = 60_000
const FIRST = Date.parse('2026-10-01T00:00:00Z')

/** Where partners are: clocks that change in both halves of the year, at half hours, and never. */
const places = [
  ['JP', 'Asia/Tokyo'], ['GT', 'America/Guatemala'], ['BZ', 'America/Belize'], ['MX', 'America/Mexico_City'], ['ES', 'Europe/Madrid'], ['DE', 'Europe/Berlin'],
  ['GB', 'Europe/London'], ['US', 'America/New_York'], ['BR', 'America/Sao_Paulo'], ['AU', 'Australia/Adelaide'], ['IN', 'Asia/Kolkata'], ['CL', 'America/Santiago'],
] as const
const minutes: Readonly<Record<DeadlineKind, number>> = { accept: 540, firstTouch: 1_080, cadence: 2_700, disposition: 10_800, conversion: 16_200 }

interface Case {
  readonly lead: DeadlineFacts
  readonly place: number
  /** The same as epoch milliseconds, for those that know working time alone. */
  readonly from: number
  readonly minutes: number
  readonly pauses: readonly Pause[]
}

/** Leads in every stage in which a partner owes something, a fifth of them paused once or twice. */
function generate(count: number): readonly Case[] {
  const chance = chances(11)
  return Array.from({ length: count }, () => {
    const from = FIRST + Math.floor(chance() * 1_440 * 180) * MINUTE_MS
    const pauses = chance() < 0.2 ? Array.from({ length: 1 + Math.floor(chance() * 2) }, (_, at) => ({ from: from + (at * 2 + 1) * 20 * 3_600_000, to: from + (at * 2 + 1) * 20 * 3_600_000 + Math.floor(chance() * 60) * 3_600_000 })) : []
    const place = Math.floor(chance() * places.length)
    const isOffered = chance() < 0.5
    const facts = { country: places[place]?.[0] ?? null, source: null, lastTouchAt: null, firstTouchAt: null, pauses: pauses.map((pause) => ({ reason: 'vendorOwes' as const, note: null, from: instantText(pause.from), to: instantText(pause.to) })), dueKind: null, dueFrom: null, dueAt: null, duePolicyId: null, dueStep: null, actAt: null }
    const at = instantText(from)
    const lead: DeadlineFacts = isOffered ? { ...facts, stage: 'offered', assignedAt: at, acceptedAt: null } : { ...facts, stage: 'accepted', assignedAt: at, acceptedAt: at }
    return { lead, place, from, minutes: isOffered ? minutes.accept : minutes.firstTouch, pauses }
  })
}

const calendars: readonly WorkingCalendar[] = places.map(([country]) => ({ week: ORDINARY_WEEK, specialDays: [2026, 2027].flatMap((year) => publicHolidays(country, year) ?? []).map((day) => ({ ...day, works: false, published: true })) }))
const policies: readonly DeadlinePolicy[] = Object.entries(minutes).map(([kind, given]) => ({
  id: kind, name: kind, kind: kind as DeadlineKind, priority: 100, countries: [], sources: [], minutes: given, warnAt: 75, breach: 'recall', grace: 270, enabled: true, createdAt: '', updatedAt: '', rev: 1,
}))

/** Minute after minute, each asked of the zone's clock: the way that Frappe goes by seconds. */
function byMinute({ place, from, minutes: wanted, pauses }: Case): number {
  const zone = places[place]?.[1] ?? ''
  const calendar = calendars[place]
  const off = new Set(calendar?.specialDays.map(({ date }) => date))
  let at = from
  for (let left = wanted; left > 0; at += MINUTE_MS) {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
    const minute = local.hour * 60 + local.minute
    const spans = off.has(local.toPlainDate().toString()) ? [] : (calendar?.week[local.dayOfWeek - 1] ?? [])
    if (spans.some((span) => minute >= span.from && minute < span.to) && !pauses.some((pause) => at >= pause.from && at < (pause.to ?? Infinity))) left -= 1
  }
  return at
}

/** Day after day, each day's spans made of the zone's clock: what a careful program does that keeps nothing. */
function byDay({ place, from, minutes: wanted, pauses }: Case): number {
  const zone = places[place]?.[1] ?? ''
  const calendar = calendars[place]
  const off = new Set(calendar?.specialDays.map(({ date }) => date))
  let left = wanted * MINUTE_MS
  for (let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate(); ; day = day.add({ days: 1 })) {
    for (const span of off.has(day.toString()) ? [] : (calendar?.week[day.dayOfWeek - 1] ?? [])) {
      const instant = (minute: number): number => day.toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone).epochMilliseconds
      for (const part of without(pauses, Math.max(from, instant(span.from)), instant(span.to))) {
        if (part.to - part.from >= left) return part.from + left
        left -= part.to - part.from
      }
    }
  }
}

function without(pauses: readonly Pause[], from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = []
  let start = from
  for (const pause of pauses) {
    if (pause.from > start) parts.push({ from: start, to: Math.min(pause.from, to) })
    start = Math.max(start, pause.to ?? Infinity)
  }
  if (start < to) parts.push({ from: start, to })
  return parts.filter((part) => part.to > part.from)
}

/** Deadlines of many leads reckoned anew, as after a change of policies or calendars, from nothing laid out. */
export async function run({ rows = LEADS }: BenchSizes): Promise<BenchReport> {
  const cases = generate(rows)
  const clocks = (): readonly WorkClock[] => calendars.map((calendar, at) => new WorkClock(calendar, places[at]?.[1] ?? 'UTC'))
  const seconds = (work: () => void): number => {
    const began = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  }
  const due = (given: readonly Case[]): readonly (number | null)[] => {
    const made = clocks()
    return given.map(({ place, pauses, from, minutes: wanted }) => made[place]?.addOutside(pauses, from, wanted) ?? null)
  }
  const peers = [['day by day, Temporal', byDay, BY_DAY], ['minute by minute, Temporal', byMinute, BY_MINUTE]] as const
  for (const [name, peer, count] of peers) {
    const ours = due(cases.slice(0, count))
    for (const [at, each] of cases.slice(0, count).entries()) {
      const theirs = peer(each)
      if (theirs !== ours[at]) throw new Error(`${name}: lead ${at} is due ${new Date(theirs).toISOString()}, we say ${new Date(ours[at] ?? 0).toISOString()}`)
    }
  }
  const [whole, alone] = [[], []] as [number[], number[]]
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    whole.push(seconds(() => {
      const made = clocks()
      for (const { lead, place } of cases) reckonDeadline(lead, policies, made[place]!)
    }))
    alone.push(seconds(() => due(cases)))
  }
  const perLead = (median(alone) / rows) * 1e6
  return {
    title: `Deadlines of ${rows.toLocaleString('en')} leads in ${places.length} zones`,
    rows: [
      { name: 'which deadline comes first, with its warning and recall, of all', value: median(whole) * 1000, unit: 'ms' },
      { name: 'one deadline of each', value: perLead, unit: 'µs' },
      ...peers.map(([name, peer, count]) => {
        const each = (seconds(() => void cases.slice(0, count).map(peer)) / count) * 1e6
        return { name, value: each, unit: 'µs', ratio: each / perLead, ratioMeaning: 'times ours' }
      }),
    ],
    goals: [],
    notes: [
      `processor time, medians of ${REPETITIONS}; ours begins each time with nothing laid out. Public holidays of 2026 and 2027, nine to six, a fifth of the leads paused.`,
      `equal: the first ${BY_DAY.toLocaleString('en')} to day by day, the first ${BY_MINUTE} to minute by minute. The peers are as written here, and timed on these alone.`,
      'the performance page sets no goal for it.',
    ],
  }
}
