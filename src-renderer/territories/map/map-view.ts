import type { Box, World } from './draw-world.ts'

/** Which part of the drawing is seen: what lies in the middle, and how many times larger than the whole it is. */
export interface MapView {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** Pixels. */
export interface Frame {
  readonly width: number
  readonly height: number
}

type Paper = Pick<World, 'width' | 'height'>

export const LARGEST = 40
const MARGIN = 0.85

export function wholeWorld({ width, height }: Paper): MapView {
  return { x: width / 2, y: height / 2, scale: 1 }
}

/** Pixels for a unit of the drawing. */
export function pixelsPerUnit(view: MapView, paper: Paper, frame: Frame): number {
  return Math.min(frame.width / paper.width, frame.height / paper.height) * view.scale
}

/** The view not further away than the whole, and as much of the paper in the frame as there is room for. */
export function within(view: MapView, paper: Paper, frame: Frame): MapView {
  const scale = Math.min(Math.max(view.scale, 1), LARGEST)
  const unit = pixelsPerUnit({ ...view, scale }, paper, frame)
  const clamp = (value: number, seen: number, whole: number): number => Math.min(Math.max(value, Math.min(seen / 2, whole - seen / 2)), Math.max(seen / 2, whole - seen / 2))
  return { scale, x: clamp(view.x, frame.width / unit, paper.width), y: clamp(view.y, frame.height / unit, paper.height) }
}

/** Larger or smaller, with the point of the drawing that is under `at` staying there. Pixels from the frame's corner. */
export function zoomed(view: MapView, by: number, at: readonly [x: number, y: number], paper: Paper, frame: Frame): MapView {
  const unit = pixelsPerUnit(view, paper, frame)
  const scale = Math.min(Math.max(view.scale * by, 1), LARGEST)
  const [right, down] = [(at[0] - frame.width / 2) / unit, (at[1] - frame.height / 2) / unit]
  const kept = 1 - view.scale / scale
  return within({ scale, x: view.x + right * kept, y: view.y + down * kept }, paper, frame)
}

export function panned(view: MapView, right: number, down: number, paper: Paper, frame: Frame): MapView {
  const unit = pixelsPerUnit(view, paper, frame)
  return within({ ...view, x: view.x - right / unit, y: view.y - down / unit }, paper, frame)
}

/** A view in which all of these are seen. */
export function showing(boxes: readonly Box[], paper: Paper, frame: Frame): MapView {
  if (boxes.length === 0) return wholeWorld(paper)
  const left = Math.min(...boxes.map((box) => box[0]))
  const top = Math.min(...boxes.map((box) => box[1]))
  const right = Math.max(...boxes.map((box) => box[2]))
  const bottom = Math.max(...boxes.map((box) => box[3]))
  const whole = pixelsPerUnit(wholeWorld(paper), paper, frame)
  const scale = Math.min(frame.width / whole / (right - left), frame.height / whole / (bottom - top)) * MARGIN
  return within({ x: (left + right) / 2, y: (top + bottom) / 2, scale }, paper, frame)
}

/** The view moved only as far as it must be for the point to be seen. */
export function bringing(view: MapView, x: number, y: number, paper: Paper, frame: Frame): MapView {
  const unit = pixelsPerUnit(view, paper, frame)
  const room = { x: (frame.width / 2 / unit) * MARGIN, y: (frame.height / 2 / unit) * MARGIN }
  const near = (middle: number, point: number, most: number): number => (Math.abs(point - middle) <= most ? middle : point - Math.sign(point - middle) * most)
  return within({ ...view, x: near(view.x, x, room.x), y: near(view.y, y, room.y) }, paper, frame)
}
