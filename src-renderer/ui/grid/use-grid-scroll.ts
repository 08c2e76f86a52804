import { computed, onBeforeUnmount, onMounted, shallowRef, watch, type Ref } from 'vue'
import { followScroll, revealRow, rowOrder, rowScale, rowWindow, type ScrollPosition } from './row-window.ts'

export interface GridScrollOptions {
  readonly scroller: Ref<HTMLElement | null>
  readonly total: () => number
  readonly rowHeight: () => number
  readonly headerHeight: number
  readonly overscan: number
  /** Whether the elements of rows may change places, which takes the focus from what is inside. */
  readonly mayReorder: () => boolean
}

const REST_MS = 160

/** Binds the row window to a scrolling element. */
export function useGridScroll({ scroller, total, rowHeight, headerHeight, overscan, mayReorder }: GridScrollOptions) {
  const viewport = shallowRef(0)
  const position = shallowRef<ScrollPosition>({ scrollTop: 0, virtualTop: 0 })
  const scale = computed(() => rowScale(total(), rowHeight(), viewport.value))
  const rows = computed(() => rowWindow(scale.value, Math.min(position.value.virtualTop, scale.value.maxVirtualTop), overscan))
  // Numbers, so that a scroll which shows the same rows re-renders nothing.
  const first = computed(() => rows.value.first)
  const count = computed(() => rows.value.count)
  const turn = shallowRef(0)
  const order = computed(() => rowOrder({ first: first.value, count: count.value }, turn.value))
  const offset = computed(() => position.value.virtualTop - position.value.scrollTop)

  /** Whether columns have gone under the frozen one. */
  const aside = shallowRef(false)
  let rest: ReturnType<typeof setTimeout> | undefined

  function onScroll(): void {
    clearTimeout(rest)
    aside.value = (scroller.value?.scrollLeft ?? 0) > 0
    if (scroller.value) position.value = followScroll(scale.value, position.value, scroller.value.scrollTop)
  }

  /**
   * At rest the elements are put in the order on screen, for those who read the document. And where a shortened list
   * drifted from the thumb's share of it, the two meet again unseen.
   */
  function settle(): void {
    if (mayReorder()) turn.value = first.value
    if (Math.abs(scale.value.toScroll(position.value.virtualTop) - position.value.scrollTop) >= 1) scrollTo(position.value.virtualTop)
  }

  // Keys held down end a scroll with every row; only a pause is rest.
  function onScrollEnd(): void {
    clearTimeout(rest)
    rest = setTimeout(settle, REST_MS)
  }

  function scrollTo(virtualTop: number): void {
    const element = scroller.value
    if (!element) return
    const top = Math.min(Math.max(virtualTop, 0), scale.value.maxVirtualTop)
    element.scrollTop = scale.value.toScroll(top)
    position.value = { scrollTop: element.scrollTop, virtualTop: top }
  }

  function reveal(index: number): void {
    const top = revealRow(scale.value, position.value.virtualTop, index)
    if (top !== position.value.virtualTop) scrollTo(top)
  }

  function revealColumn(at: number): void {
    const heading = scroller.value?.querySelectorAll('[role=columnheader][data-column]')[at]
    // The first is always in sight, whatever lies under it.
    if (at === 0 && scroller.value) scroller.value.scrollLeft = 0
    else heading?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  let observer: ResizeObserver | undefined
  onMounted(() => {
    if (!scroller.value) return
    viewport.value = Math.max(0, scroller.value.clientHeight - headerHeight)
    observer = new ResizeObserver(([entry]) => {
      if (entry) viewport.value = Math.max(0, entry.target.clientHeight - headerHeight)
    })
    observer.observe(scroller.value)
  })
  onBeforeUnmount(() => {
    observer?.disconnect()
    clearTimeout(rest)
  })
  // A list that became shorter was scrolled back by the browser. At the top there is nothing to ask, and asking costs a layout.
  watch(
    scale,
    () => {
      if (position.value.scrollTop > 0) onScroll()
    },
    { flush: 'post' },
  )

  return { scale, first, count, order, offset, onScroll, onScrollEnd, reveal, revealColumn, scrollTo, aside }
}
