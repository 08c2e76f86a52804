/** Something that is named on the map, in pixels. */
export interface LabelWish {
  readonly id: string
  readonly x: number
  readonly y: number
  /** Lines from long to short ways of saying it: the first that fits is taken. */
  readonly ways: readonly (readonly string[])[]
  /** How wide and high the thing is; a label may stand out a little. */
  readonly width: number
  readonly height: number
  /** Who is asked first. */
  readonly weight: number
}

export interface Label {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
}

export const LINE = 13
const LETTER = 6.4
const WIDE_LETTER = 12
const OUT = 1.25

/** Labels that overlap nobody, the weightiest first; who finds no room is not named. */
export function placeLabels(wishes: readonly LabelWish[]): readonly Label[] {
  const taken: (readonly [left: number, top: number, right: number, bottom: number])[] = []
  return wishes.toSorted((a, b) => b.weight - a.weight).flatMap(({ id, x, y, ways, width, height }): readonly Label[] => {
    for (const lines of ways) {
      const [half, high] = [Math.max(...lines.map(widthOf)) / 2, (lines.length * LINE) / 2]
      if (half * 2 > width * OUT || high * 2 > height * OUT) continue
      const place = [x - half, y - high, x + half, y + high] as const
      if (taken.some((other) => place[0] < other[2] && other[0] < place[2] && place[1] < other[3] && other[1] < place[3])) continue
      taken.push(place)
      return [{ id, x, y, lines }]
    }
    return []
  })
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? WIDE_LETTER : LETTER), 0)
}
