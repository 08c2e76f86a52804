import type { Territory } from '../territory.presenter.ts'

type Node = Pick<Territory, 'id' | 'parentId'>

/** Colours of the map's palette, and the textures laid over them: 32 looks before one comes again. */
export const COLOURS = 8
export const TEXTURES = 4

/** What is told apart by colour: the territories right below one, each with all that lies in it. */
export interface TerritoryGroups {
  /** The territory whose parts are shown; null for the top. */
  readonly of: string | null
  /** The parts, in their order; `of` itself is not among them. */
  readonly parts: readonly string[]
  /** For every territory inside, at which of the parts it lies; −1 for `of` itself. */
  readonly partOf: ReadonlyMap<string, number>
}

/** The parts of the chosen territory, or of what is above it when it has none; from the top, of the first that has several. */
export function groupsOf(chosen: string | null, territories: readonly Node[], compare: (a: string, b: string) => number): TerritoryGroups {
  const ids = new Set(territories.map(({ id }) => id))
  const below = Map.groupBy(territories, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const partsOf = (id: string | null): readonly string[] => (below.get(id) ?? []).map((each) => each.id).toSorted(compare)

  let of = chosen !== null && partsOf(chosen).length === 0 ? (territories.find(({ id }) => id === chosen)?.parentId ?? null) : chosen
  if (of !== null && !ids.has(of)) of = null
  for (let parts = partsOf(of); parts.length === 1 && parts[0] !== undefined && partsOf(parts[0]).length > 0; parts = partsOf(of)) of = parts[0]

  const parts = partsOf(of)
  const partOf = new Map<string, number>(of === null ? [] : [[of, -1]])
  const enter = (id: string, part: number): void => {
    if (partOf.has(id)) return
    partOf.set(id, part)
    for (const inner of partsOf(id)) enter(inner, part)
  }
  for (const [at, id] of parts.entries()) enter(id, at)
  return { of, parts, partOf }
}

export interface PartLook {
  readonly colour: number
  readonly texture: number
}

/**
 * A look for each part: neighbours on the map get other colours as long as there are some, and parts of one colour other
 * textures. @param beside for each part those it borders on
 */
export function looksOf(beside: readonly ReadonlySet<number>[]): readonly PartLook[] {
  const used = Array.from({ length: COLOURS }, () => 0)
  const looks: PartLook[] = []
  for (const others of beside) {
    const taken = new Set([...others].flatMap((other) => looks[other]?.colour ?? []))
    const rank = (colour: number): number => (taken.has(colour) ? beside.length : 0) + (used[colour] ?? 0)
    const colour = used.map((_, at) => at).reduce((best, at) => (rank(at) < rank(best) ? at : best))
    looks.push({ colour, texture: (colour + (used[colour] ?? 0)) % TEXTURES })
    used[colour] = (used[colour] ?? 0) + 1
  }
  return looks
}

/** Which parts border on which, by who has the countries that border on each other. */
export function bordersOf(partOfCountry: ReadonlyMap<string, number>, countries: readonly { readonly code: string; readonly beside: readonly string[] }[], parts: number): readonly ReadonlySet<number>[] {
  const beside = Array.from({ length: parts }, () => new Set<number>())
  for (const { code, beside: others } of countries) {
    const part = partOfCountry.get(code) ?? -1
    for (const other of others) {
      const there = partOfCountry.get(other) ?? -1
      if (part >= 0 && there >= 0 && part !== there) beside[part]?.add(there)
    }
  }
  return beside
}
