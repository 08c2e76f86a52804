import { onBeforeUnmount, shallowRef } from 'vue'

/** Pixels a pointer moves before a press on a header becomes a drag. */
const THRESHOLD = 4

export interface HeaderDragOptions {
  readonly resize: (id: string, width: number) => void
  readonly move: (id: string, to: number) => void
  /** Left edges of the header cells and the right edge of the last one, in viewport pixels. */
  readonly edges: () => readonly number[]
}

/** The pointer on a header: drags an edge to resize, or the header itself to reorder. Escape gives up. */
export function useHeaderDrag({ resize, move, edges }: HeaderDragOptions) {
  /** Where a dragged column would land: an index among visible columns. */
  const target = shallowRef<number>()
  const dragged = shallowRef<string>()
  let stop: (() => void) | undefined
  let moved = false

  function track(onMove: (event: PointerEvent) => void, onDone: (dropped: boolean) => void): void {
    stop?.()
    const done = (dropped: boolean): void => {
      stop?.()
      stop = undefined
      onDone(dropped)
    }
    const up = (): void => done(true)
    const cancel = (): void => done(false)
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') done(false)
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', key, true)
    stop = () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', key, true)
    }
  }

  function startResize(event: PointerEvent, id: string, width: number): void {
    event.preventDefault()
    event.stopPropagation()
    const from = event.clientX
    moved = true
    track(
      (now) => resize(id, width + now.clientX - from),
      (dropped) => {
        if (!dropped) resize(id, width)
      },
    )
  }

  function startMove(event: PointerEvent, id: string): void {
    if (event.button !== 0) return
    const from = event.clientX
    moved = false
    track(
      (now) => {
        if (!moved && Math.abs(now.clientX - from) < THRESHOLD) return
        moved = true
        dragged.value = id
        target.value = nearest(edges(), now.clientX)
      },
      (dropped) => {
        if (dropped && target.value !== undefined) move(id, target.value)
        dragged.value = undefined
        target.value = undefined
      },
    )
  }

  onBeforeUnmount(() => stop?.())

  return {
    target,
    dragged,
    startResize,
    startMove,
    /** Whether the click that now arrives only ends a drag. Answers once. */
    endedDrag(): boolean {
      const was = moved
      moved = false
      return was
    },
  }
}

function nearest(edges: readonly number[], x: number): number {
  let best = 0
  edges.forEach((edge, at) => {
    if (Math.abs(edge - x) < Math.abs((edges[best] ?? Infinity) - x)) best = at
  })
  return best
}
