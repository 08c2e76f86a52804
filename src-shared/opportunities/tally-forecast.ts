import { judgements, opportunityStages, stageProbabilities, type Judgement, type OpportunityStage } from './opportunity.ts'

export const periodLengths = ['month', 'quarter'] as const
export type PeriodLength = (typeof periodLengths)[number]

/** Opportunities of one month, stage, judgement and currency. */
export interface ForecastGroup {
  /** `2027-03`: when they are expected to close, or were won; null: nobody has said. */
  readonly month: string | null
  readonly stage: Exclude<OpportunityStage, 'lost'>
  readonly judgement: Judgement
  /** Null: they have no amount. */
  readonly currency: string | null
  readonly count: number
  /** Minor units. */
  readonly amount: number
}

interface Sum {
  count: number
  amount: number
}

export interface ForecastPeriod {
  /** `2027-03`, or `2027-Q1`. */
  readonly period: string | null
  /** It is over, and what is open of it is late. */
  readonly isPast: boolean
  readonly stages: Readonly<Record<Exclude<OpportunityStage, 'lost'>, Readonly<Sum>>>
  /** Of open opportunities. */
  readonly judgements: Readonly<Record<Judgement, Readonly<Sum>>>
  /** What was won, and each open amount by the probability of its stage; what is omitted counts for nothing. */
  readonly weighted: number
}

export interface Forecast {
  readonly currency: string
  readonly periods: readonly ForecastPeriod[]
}

const counted = opportunityStages.filter((stage) => stage !== 'lost')

/** The forecast of each currency, period by period, those without a date last. Currencies are never added up. @param today `2027-03-14` */
export function tallyForecast(groups: readonly ForecastGroup[], by: PeriodLength, today: string): readonly Forecast[] {
  const present = periodOf(today.slice(0, 7), by)
  const currencies = [...new Set(groups.flatMap(({ currency }) => currency ?? []))].toSorted()
  return currencies.map((currency) => {
    const periods = Map.groupBy(groups.filter((group) => group.currency === currency), ({ month }) => (month === null ? null : periodOf(month, by)))
    return { currency, periods: [...periods].toSorted(([a], [b]) => inOrder(a, b)).map(([period, own]) => sumOf(period, period !== null && period < present, own)) }
  })
}

/** How many opportunities a forecast leaves out because they have no amount. */
export function withoutAmount(groups: readonly ForecastGroup[]): number {
  return groups.reduce((sum, { currency, count }) => sum + (currency === null ? count : 0), 0)
}

function periodOf(month: string, by: PeriodLength): string {
  return by === 'month' ? month : `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}

function inOrder(a: string | null, b: string | null): number {
  if (a === b) return 0
  return b === null || (a !== null && a < b) ? -1 : 1
}

function sumOf(period: string | null, isPast: boolean, groups: readonly ForecastGroup[]): ForecastPeriod {
  const empty = <K extends string>(keys: readonly K[]): Record<K, Sum> => Object.fromEntries(keys.map((key) => [key, { count: 0, amount: 0 }])) as Record<K, Sum>
  const stages = empty(counted)
  const judged = empty(judgements)
  let hundredths = 0
  for (const { stage, judgement, count, amount } of groups) {
    add(stages[stage], count, amount)
    if (stage !== 'won') add(judged[judgement], count, amount)
    if (stage === 'won' || judgement !== 'omitted') hundredths += amount * stageProbabilities[stage]
  }
  return { period, isPast, stages, judgements: judged, weighted: Math.round(hundredths / 100) }
}

function add(sum: Sum, count: number, amount: number): void {
  sum.count += count
  sum.amount += amount
}
