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

/** Neighbours in the list differ in colour and in texture, and the second round of colours in texture from the first. */
export function lookOf(part: number): { readonly colour: number; readonly texture: number } {
  return { colour: part % COLOURS, texture: (part + Math.floor(part / COLOURS)) % TEXTURES }
}
