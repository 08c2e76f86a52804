import type { Words } from '#shared/locales/words.ts'
import type { Formats } from '../../shell/formats.ts'
import type { PartLook, TerritoryGroups } from './territory-groups.ts'
import type { Holding } from './place-holder.ts'

/** How a country is filled: as a part of what is shown, as what is shown itself, as somebody else's, or as nobody's. */
export type Look = PartLook | 'own' | 'elsewhere' | 'gap'

/** A country or region with what the map says of it. */
export interface MapPlace {
  readonly code: string
  readonly name: string
  readonly look: Look
  /** Name of the territory that gets its leads. */
  readonly holder: string | undefined
  /** Two rules claim it with equal right. */
  readonly overlap: boolean
  /** Whether somebody else has it on the map that this is a draft of. */
  readonly isChanged: boolean
  readonly openLeads: number
  /** All of it in one sentence, for those who hear the map. */
  readonly text: string
}

interface Facts {
  readonly code: string
  readonly name: string
  readonly holding: Holding
  /** The name of who has it live, where that is somebody else; empty for nobody. */
  readonly former: string | undefined
  readonly openLeads: number
}

interface Speaking {
  readonly groups: TerritoryGroups
  /** Of each part. */
  readonly looks: readonly PartLook[]
  readonly territory: (id: string) => string
  readonly words: Words['territories']['map']
  readonly formats: Pick<Formats, 'list'>
}

export function mapPlace({ code, name, holding, former, openLeads }: Facts, { groups, looks, territory, words, formats }: Speaking): MapPlace {
  const { rule, tied, before } = holding
  const others = [...new Set(before.map(({ territoryId }) => territoryId))].filter((id) => id !== rule?.territoryId)
  const holder = rule === undefined ? undefined : territory(rule.territoryId)
  const said = [
    holder ?? words.nobody,
    ...(tied.length > 0 ? [words.overlapWith(formats.list(tied.map(({ territoryId }) => territory(territoryId))))] : []),
    ...(others.length > 0 ? [words.partly(others.length)] : []),
    ...(former === undefined ? [] : [words.formerly(former || words.nobody)]),
    words.openLeads(openLeads),
  ]
  return { code, name, look: lookAt(rule?.territoryId, groups, looks), holder, overlap: tied.length > 0, isChanged: former !== undefined, openLeads, text: words.place(name, said.join(' · ')) }
}

function lookAt(holder: string | undefined, { partOf }: TerritoryGroups, looks: readonly PartLook[]): Look {
  if (holder === undefined) return 'gap'
  const part = partOf.get(holder)
  return part === undefined ? 'elsewhere' : part === -1 ? 'own' : (looks[part] ?? 'own')
}
