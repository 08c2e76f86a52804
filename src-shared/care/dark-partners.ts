import { dayNumber } from '../foundation/instant.ts'
import type { PartnerStatus } from '../partners/partner.ts'
import { signKinds, type SignKind } from './care.ts'

export interface SignsOfLife {
  readonly partnerId: string
  readonly status: PartnerStatus
  /** Since when it is active, a date; null: nobody knows. */
  readonly activeSince: string | null
  /** The last day of each kind. */
  readonly last: Readonly<Partial<Record<SignKind, string | null>>>
}

export interface DarkPartner {
  readonly partnerId: string
  /** Null: nothing was ever heard of it. */
  readonly lastSign: SignKind | null
  readonly lastSignOn: string | null
  /** Days without a sign, since it became active where there never was one; null: nobody knows. */
  readonly silentDays: number | null
}

/** The last sign of life that there was until a day; of several on one day the first of `signKinds`. */
export function lastSign(last: SignsOfLife['last'], today: string): { readonly kind: SignKind; readonly on: string } | undefined {
  let found: { kind: SignKind; on: string } | undefined
  for (const kind of signKinds) {
    const on = last[kind]
    if (typeof on === 'string' && on <= today && (found === undefined || on > found.on)) found = { kind, on }
  }
  return found
}

/** Active partners of which nothing was heard for so many days, those silent longest first. One that became active since then has its time yet. */
export function darkPartners(all: readonly SignsOfLife[], darkDays: number, today: string): readonly DarkPartner[] {
  const now = dayNumber(today)
  const dark: DarkPartner[] = []
  for (const { partnerId, status, activeSince, last } of all) {
    if (status !== 'active') continue
    const sign = lastSign(last, today)
    const latest = [sign?.on, activeSince].reduce<string | null>((later, date) => (typeof date === 'string' && (later === null || date > later) ? date : later), null)
    if (latest !== null && now - dayNumber(latest) <= darkDays) continue
    const since = sign?.on ?? activeSince
    dark.push({ partnerId, lastSign: sign?.kind ?? null, lastSignOn: sign?.on ?? null, silentDays: since === null ? null : now - dayNumber(since) })
  }
  return dark.toSorted((a, b) => (b.silentDays ?? Infinity) - (a.silentDays ?? Infinity) || (a.partnerId < b.partnerId ? -1 : 1))
}
