import type { Rectangle } from 'electron'

const USUAL = { width: 1440, height: 900 } as const
export const SMALLEST = { width: 880, height: 560 } as const
/** So much of the window's upper edge must lie on a screen, or it could not be grabbed. */
const GRIP = { width: 120, height: 40 } as const

/**
 * Decides where the window opens: where it was, if a screen is still there, shrunk to what that screen has room for;
 * else in the middle of the first screen.
 * @param workAreas the screens' usable parts, the primary one first
 */
export function placeWindow(last: Rectangle | undefined, workAreas: readonly Rectangle[]): Rectangle {
  if (last !== undefined) {
    const screen = workAreas.find((area) => canBeGrabbed(fit(last, area), area))
    if (screen !== undefined) return fit(last, screen)
  }
  const primary = workAreas[0] ?? { x: 0, y: 0, ...USUAL }
  const width = Math.min(USUAL.width, primary.width)
  const height = Math.min(USUAL.height, primary.height)
  return { x: middle(primary.x, primary.width, width), y: middle(primary.y, primary.height, height), width, height }
}

function fit({ x, y, width, height }: Rectangle, area: Rectangle): Rectangle {
  return { x, y, width: between(SMALLEST.width, width, area.width), height: between(SMALLEST.height, height, area.height) }
}

function canBeGrabbed(window: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const below = window.y - area.y
  return overlap >= GRIP.width && below >= 0 && below <= area.height - GRIP.height
}

function between(least: number, wanted: number, most: number): number {
  return Math.max(least, Math.min(wanted, most))
}

function middle(start: number, room: number, size: number): number {
  return Math.round(start + (room - size) / 2)
}
