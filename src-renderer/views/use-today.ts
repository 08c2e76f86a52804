import { computed, type ComputedRef } from 'vue'
import { dateText, dayNumber } from '#shared/foundation/instant.ts'
import { localDate } from '../partners/partner.presenter.ts'
import { useNow } from '../shell/use-now.ts'

/** The date on this computer's own clocks, kept current. */
export function useToday(): ComputedRef<string> {
  const now = useNow()
  return computed(() => localDate(new Date(now.value)))
}

export function dayAfter(date: string, days: number): string {
  return dateText(dayNumber(date) + days)
}
