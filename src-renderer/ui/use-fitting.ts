import { onBeforeUnmount, onMounted, onUpdated, shallowRef, type ShallowRef } from 'vue'
import { fitItems } from './fit-items.ts'

interface FittingOptions {
  /** Holds the items: those marked `data-fit`. The ones that do not fit are to be made invisible and taken out of the flow, so that they can still be measured. */
  readonly row: Readonly<ShallowRef<HTMLElement | null>>
  readonly gap: number
  readonly reserve: number
  /** An item that is always seen. */
  readonly must?: () => number
}

/** What stands for an item that does not fit. */
export const UNFIT = 'invisible absolute'

/** Which items of a row there is room for, as it and they change their widths. */
export function useFitting({ row, gap, reserve, must = () => -1 }: FittingOptions) {
  const fitting = shallowRef<ReadonlySet<number>>(new Set())
  let observer: ResizeObserver | undefined
  const watched = new Set<Element>()

  function measure(): void {
    if (!row.value) return
    const items = [...row.value.querySelectorAll<HTMLElement>('[data-fit]')]
    for (const item of [row.value, ...items]) {
      if (watched.has(item)) continue
      watched.add(item)
      observer?.observe(item)
    }
    const now = fitItems(items.map((item) => item.offsetWidth), row.value.clientWidth, { gap, reserve, must: must() })
    if (now.size !== fitting.value.size || [...now].some((item) => !fitting.value.has(item))) fitting.value = now
  }

  onMounted(() => {
    observer = new ResizeObserver(measure)
    measure()
  })
  onUpdated(measure)
  onBeforeUnmount(() => observer?.disconnect())
  return fitting
}
