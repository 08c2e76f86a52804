import { computed, type ComputedRef } from 'vue'
import { dateText, dayNumber } from '#shared/foundation/instant.ts'
import { useNow } from '../shell/use-now.ts'

/** The date on this computer's own clocks, kept current. */
export function useToday(): ComputedRef<string> {
  const now = useNow()
  return computed(() => localDate(new Date(now.value)))
}

function localDate(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}

export function dayAfter(date: string, days: number): string {
  return dateText(dayNumber(date) + days)
}
