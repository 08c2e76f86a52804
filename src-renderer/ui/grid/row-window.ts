/**
 * Where rows of one fixed height stand in a scrolling element. All lengths are CSS pixels.
 *
 * Browsers cap an element's height (Chromium near 33.5 million px) and lose sub-pixel precision long before it, so a
 * list taller than `maxElementHeight` is shown in a shorter element. Two truths are kept apart then: `virtual`, as if
 * every row had its full height, and `scroll`, what the browser's scrollTop says.
 */
export interface RowScale {
  readonly rowHeight: number
  readonly total: number
  /** Height of the visible part of the list, without the header. */
  readonly viewport: number
  /** Height to give the element that holds the rows. */
  readonly elementHeight: number
  readonly maxVirtualTop: number
  toVirtual(scrollTop: number): number
  toScroll(virtualTop: number): number
}

export interface ScrollPosition {
  readonly scrollTop: number
  readonly virtualTop: number
}

export interface RowWindow {
  readonly first: number
  readonly count: number
}

const MAX_ELEMENT_HEIGHT = 15_000_000

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high))

/**
 * The two ends of a shortened list keep one pixel for one pixel, so that top and bottom are always reached exactly;
 * only the middle is compressed.
 */
export function rowScale(total: number, rowHeight: number, viewport: number, maxElementHeight = MAX_ELEMENT_HEIGHT): RowScale {
  const virtualHeight = total * rowHeight
  const elementHeight = Math.min(virtualHeight, Math.max(maxElementHeight, viewport))
  const maxVirtualTop = Math.max(0, virtualHeight - viewport)
  const maxScrollTop = Math.max(0, elementHeight - viewport)
  const end = maxScrollTop / 8
  const slope = maxScrollTop > 0 ? (maxVirtualTop - 2 * end) / (maxScrollTop - 2 * end) : 1
  const shortened = maxVirtualTop > maxScrollTop

  return {
    rowHeight,
    total,
    viewport,
    elementHeight,
    maxVirtualTop,
    toVirtual(scrollTop) {
      const s = clamp(scrollTop, 0, maxScrollTop)
      if (!shortened || s <= end) return s
      if (s >= maxScrollTop - end) return maxVirtualTop - (maxScrollTop - s)
      return end + (s - end) * slope
    },
    toScroll(virtualTop) {
      const v = clamp(virtualTop, 0, maxVirtualTop)
      if (!shortened || v <= end) return v
      if (v >= maxVirtualTop - end) return maxScrollTop - (maxVirtualTop - v)
      return end + (v - end) / slope
    },
  }
}

/** A wheel step moves by its own pixels even in a shortened list; a longer leap (dragged thumb) goes to its share of the list. */
export function followScroll(scale: RowScale, was: ScrollPosition, scrollTop: number): ScrollPosition {
  const step = scrollTop - was.scrollTop
  const virtualTop = Math.abs(step) <= 3 * scale.viewport ? clamp(was.virtualTop + step, 0, scale.maxVirtualTop) : scale.toVirtual(scrollTop)
  return { scrollTop, virtualTop }
}

/** Rows to keep in the document. The count depends on the sizes only, so elements are reused and never made while scrolling. */
export function rowWindow(scale: RowScale, virtualTop: number, overscan: number): RowWindow {
  const count = Math.min(scale.total, Math.ceil(scale.viewport / scale.rowHeight) + 1 + 2 * overscan)
  const first = clamp(Math.floor(virtualTop / scale.rowHeight) - overscan, 0, scale.total - count)
  return { first, count }
}

/**
 * The rows of a window in the order of their elements. A row's element is the one numbered `index % count`, so a row
 * that scrolls in takes over the element of one that scrolled out, and no element moves: moving costs a third of a
 * scroll frame. The order begins at row `turn`; with `turn` = `first` it is the order on screen.
 */
export function rowOrder({ first, count }: RowWindow, turn: number): number[] {
  return Array.from({ length: count }, (_, n) => first + ((((turn + n - first) % count) + count) % count))
}

/** The nearest virtual top at which the row is fully visible. */
export function revealRow(scale: RowScale, virtualTop: number, index: number): number {
  const top = index * scale.rowHeight
  const lowest = Math.min(virtualTop, top)
  return clamp(Math.max(lowest, top + scale.rowHeight - scale.viewport), 0, scale.maxVirtualTop)
}
