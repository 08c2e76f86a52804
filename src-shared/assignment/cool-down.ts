import { dateText, dayNumber } from '../foundation/instant.ts'
import { closedStages } from '../leads/lead.ts'
import type { DistributionTerms } from '../qualification/distribution-terms.ts'
import { VISIBLE } from '../journal/visible.ts'

/** Dates, both included: a partner that declined so many of the offers it answered is passed over until then. */
export interface CoolDown {
  readonly from: string
  readonly until: string
  readonly declined: number
  readonly answered: number
}

/** An offer that a partner has accepted or declined, and when. */
export interface Answer {
  readonly partnerId: string
  readonly at: string
  readonly declined: boolean | 0 | 1
}

/** Answers of partners that have declined anything of late, as SQL of both databases; its parameter `$1` is the date from which on they count. */
export const ANSWERS = answersSql('$1')

function answersSql(since: string): string {
  const ofDecliners = `"partnerId" IN (SELECT "partnerId" FROM "offers" WHERE "outcome" = 'declined' AND "endedAt" >= ${since})`
  return `SELECT "partnerId", "endedAt" AS "at", TRUE AS "declined" FROM "offers" WHERE "outcome" = 'declined' AND "endedAt" >= ${since}
    UNION ALL SELECT "partnerId", "acceptedAt", FALSE FROM "offers" WHERE "acceptedAt" >= ${since} AND "outcome" <> 'declined' AND ${ofDecliners}
    UNION ALL SELECT "partnerId", "acceptedAt", FALSE FROM "leads" WHERE "acceptedAt" >= ${since} AND "stage" NOT IN (${closedStages.map((stage) => `'${stage}'`).join(', ')}) AND ${ofDecliners} AND ${VISIBLE}`
}

/** The first date whose answers can still make a cool-down of today; null where partners never cool down. */
export function answersSince({ declines, declinePeriod, coolDown }: DistributionTerms, today: string): string | null {
  return declines === null ? null : daysAfter(today, -declinePeriod - coolDown)
}

/**
 * Who is passed over today, by partner. A cool-down begins with a declined offer that makes it too many: by number, and by share of what
 * was answered in the days before it. One that is declined during a cool-down can only make it longer.
 */
export function coolDownsOf(answers: readonly Answer[], { declines, declineShare, declinePeriod, coolDown }: DistributionTerms, today: string): ReadonlyMap<string, CoolDown> {
  const cooling = new Map<string, CoolDown>()
  if (declines === null) return cooling
  for (const [partnerId, own] of Map.groupBy(answers, (answer) => answer.partnerId)) {
    const inOrder = own.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    let first = 0
    let declined = 0
    for (const [at, answer] of inOrder.entries()) {
      const from = answer.at.slice(0, 10)
      for (const begin = daysAfter(from, 1 - declinePeriod); (inOrder[first]?.at ?? '9') < begin; first += 1) declined -= Number(inOrder[first]?.declined ?? 0)
      declined += Number(answer.declined)
      const answered = at + 1 - first
      const until = daysAfter(from, coolDown)
      if (answer.declined && declined >= declines && declined * 100 >= declineShare * answered && from <= today && today <= until) cooling.set(partnerId, { from, until, declined, answered })
    }
  }
  return cooling
}

function daysAfter(date: string, days: number): string {
  return dateText(dayNumber(date) + days)
}
