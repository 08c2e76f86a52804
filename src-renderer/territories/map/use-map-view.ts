import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Box, World } from './draw-world.ts'
import { bringing, panned, pixelsPerUnit, showing, wholeWorld, zoomed, type Frame, type MapView } from './map-view.ts'

export interface MapViewing {
  readonly frame: Readonly<ShallowRef<Frame>>
  /** Pixels for a unit of the drawing. */
  readonly unit: ComputedRef<number>
  /** 1: all of the world. */
  readonly scale: ComputedRef<number>
  /** For the `transform` of what is drawn in units of the drawing. */
  readonly transform: ComputedRef<string>
  /** Pixels from the frame's corner. */
  at(x: number, y: number): readonly [x: number, y: number]
  zoom(by: number, at?: readonly [x: number, y: number]): void
  pan(right: number, down: number): void
  show(boxes: readonly Box[]): void
  bring(x: number, y: number): void
}

/** What is seen of the world in an element, which may change its size. */
export function useMapView(element: Readonly<ShallowRef<HTMLElement | null>>, world: World): MapViewing {
  const frame = shallowRef<Frame>({ width: world.width, height: world.height })
  const view = shallowRef<MapView>(wholeWorld(world))
  /** What is to be seen, until a person looks elsewhere: it stays in sight when the room changes. */
  let wish: readonly Box[] | undefined = []
  const unit = computed(() => pixelsPerUnit(view.value, world, frame.value))

  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry?.contentRect ?? { width: 0, height: 0 }
    if (width === 0 || height === 0) return
    frame.value = { width, height }
    if (wish !== undefined) view.value = showing(wish, world, frame.value)
  })
  watch(element, (now, _, onCleanup) => {
    if (now === null) return
    observer.observe(now)
    onCleanup(() => observer.unobserve(now))
  }, { immediate: true })
  onScopeDispose(() => observer.disconnect())

  function look(now: MapView, wished?: readonly Box[]): void {
    wish = wished
    view.value = now
  }

  const at = (x: number, y: number): readonly [number, number] => [frame.value.width / 2 + (x - view.value.x) * unit.value, frame.value.height / 2 + (y - view.value.y) * unit.value]
  return {
    frame,
    unit,
    scale: computed(() => view.value.scale),
    transform: computed(() => `translate(${at(0, 0).join(' ')}) scale(${unit.value})`),
    at,
    zoom: (by, place) => look(zoomed(view.value, by, place ?? [frame.value.width / 2, frame.value.height / 2], world, frame.value)),
    pan: (right, down) => look(panned(view.value, right, down, world, frame.value)),
    show: (boxes) => look(showing(boxes, world, frame.value), boxes),
    bring(x, y) {
      const now = bringing(view.value, x, y, world, frame.value)
      if (now.x !== view.value.x || now.y !== view.value.y) look(now)
    },
  }
}
