import type { DrawnCountry } from './draw-world.ts'

type Spot = Pick<DrawnCountry, 'code' | 'x' | 'y'>

const TOWARDS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] } as const
export type MapArrow = keyof typeof TOWARDS

export const isArrow = (key: string): key is MapArrow => key in TOWARDS

/** How much a step to the side counts beside one straight on. */
const ASIDE = 2

/**
 * The nearest country in the direction of an arrow: in the quarter that it points to, else anywhere ahead.
 * `undefined` at the edge of the world.
 */
export function neighbourOf<S extends Spot>(from: Spot, arrow: MapArrow, spots: readonly S[]): S | undefined {
  const [east, south] = TOWARDS[arrow]
  const ahead = spots.flatMap((spot) => {
    const [x, y] = [spot.x - from.x, spot.y - from.y]
    const straight = x * east + y * south
    const aside = Math.abs(x * south) + Math.abs(y * east)
    return straight > 0 && spot.code !== from.code ? [{ spot, way: straight + ASIDE * aside, inQuarter: aside <= straight }] : []
  })
  const quarter = ahead.filter(({ inQuarter }) => inQuarter)
  return (quarter.length > 0 ? quarter : ahead).toSorted((a, b) => a.way - b.way)[0]?.spot
}
