import { compareDecimals, readDecimal, zero, type Decimal } from '../foundation/decimal.ts'
import type { ApprovalMeasure } from './approval-measures.ts'
import type { ApprovalRule } from './approval-policy.ts'
import { measureContent, type Fact } from './measure-content.ts'
import type { QuoteContent } from './quote-content.ts'

/** A rule that a quote goes beyond, with what made it do so. */
export interface Trigger {
  readonly ruleId: string
  readonly measure: ApprovalMeasure
  /** Decimal text; null where there is no threshold for the quote's currency. */
  readonly threshold: string | null
  readonly facts: readonly Fact[]
  /** The approved step that already covers it, so that nobody is asked twice; null where somebody must be. */
  readonly coveredBy: string | null
}

/** Whom to ask, when in the order, and why. */
export interface NeededStep {
  readonly seatId: string
  readonly place: number
  readonly hours: number | null
  readonly triggers: readonly Trigger[]
}

/** A step of an earlier revision that was approved in whole. */
export interface ApprovedStep {
  readonly id: string
  readonly seatId: string
  readonly triggers: readonly Pick<Trigger, 'measure' | 'facts'>[]
}

/**
 * What a quote needs before it may be sent: one step for each seat at each place. A trigger is covered by an approval of the same seat for
 * facts at least as far and about at least as much money; so an approval never stretches, and what did not change is not asked again.
 */
export function decideApprovals(rules: readonly ApprovalRule[], content: QuoteContent, history: readonly ApprovedStep[]): readonly NeededStep[] {
  const triggered = rules.flatMap((rule) => {
    const threshold = thresholdOf(rule, content.currency)
    const facts = measureContent(rule.measure, content).filter((fact) => isBeyond(fact, rule, threshold))
    return facts.length === 0 ? [] : [{ rule, trigger: { ruleId: rule.id, measure: rule.measure, threshold, facts, coveredBy: covering(rule, facts, history) } }]
  })
  return [...Map.groupBy(triggered, ({ rule }) => `${String(rule.place).padStart(2, '0')} ${rule.seatId}`)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, own]) => ({ seatId: own[0]!.rule.seatId, place: own[0]!.rule.place, hours: soonest(own.map(({ rule }) => rule.hours)), triggers: own.map(({ trigger }) => trigger) }))
}

export function isCovered({ triggers }: Pick<NeededStep, 'triggers'>): boolean {
  return triggers.every(({ coveredBy }) => coveredBy !== null)
}

function thresholdOf({ measure, beyond, amounts }: ApprovalRule, currency: string): string | null {
  return measure === 'total' ? (amounts.find((each) => each.currency === currency)?.amount ?? null) : beyond
}

function isBeyond({ value }: Fact, { measure, upTo }: ApprovalRule, threshold: string | null): boolean {
  if (value === null || threshold === null) return true
  if (measure === 'margin') return below(value, threshold) && (upTo === null || !below(value, upTo))
  // Each text counts by itself, so that those before it do not hide it.
  if (measure === 'ownText') return true
  return below(threshold, value) && (upTo === null || !below(upTo, value))
}

function covering({ measure, seatId }: ApprovalRule, facts: readonly Fact[], history: readonly ApprovedStep[]): string | null {
  const found = history.find((step) => step.seatId === seatId && facts.every((fact) => step.triggers.some((trigger) => trigger.measure === measure && trigger.facts.some((approved) => covers(approved, fact, measure)))))
  return found?.id ?? null
}

function covers(approved: Fact, fact: Fact, measure: ApprovalMeasure): boolean {
  if (approved.subject !== fact.subject || approved.value === null || fact.value === null || below(approved.amount, fact.amount)) return false
  return measure === 'margin' ? !below(fact.value, approved.value) : !below(approved.value, fact.value)
}

function soonest(hours: readonly (number | null)[]): number | null {
  const limits = hours.filter((each) => each !== null)
  return limits.length === 0 ? null : Math.min(...limits)
}

function below(one: string, other: string): boolean {
  return compareDecimals(read(one), read(other)) < 0
}

const read = (text: string): Decimal => readDecimal(text) ?? zero
