import type { RowOf } from '#shared/foundation/table.ts'
import { locales } from '#shared/locales/locale.ts'
import { headingsOf } from '#shared/material/headings-of.ts'
import type { materials } from '#shared/material/material.table.ts'
import type { MaterialTexts } from '#shared/material/material.ts'
import { readyMadeProcess } from '#shared/material/ready-made/ready-made-process.ts'
import { dateAfter, daysAfter } from './demo-calendar.ts'
import { materialTexts, type DemoPiece } from './material-texts.ts'

type Row = Omit<RowOf<typeof materials>, 'rev' | 'importId'>

const DESK = 'Demo: Dana Whitfield'

/** What partners find on their home page, by region, tier and product; not yet in every language. */
export function demoMaterial(territories: readonly { readonly id: string; readonly code: string }[], now: string, makeId: () => string): readonly Row[] {
  const idOf = new Map(territories.map(({ id, code }) => [code, id]))
  const rowOf = (texts: MaterialTexts, { kind, state = 'published', places = [], territory = '', tiers = [], products = [], pinned = false, from, to }: DemoPiece, at: number): Row => ({
    id: makeId(), kind, state, ...texts, places, territoryId: idOf.get(territory) ?? null, partnerTypes: [], tiers, products, validFrom: from === undefined ? null : dateAfter(now, from), validTo: to === undefined ? null : dateAfter(now, to), pinned, place: 0,
    headings: headingsOf(texts), publishedAt: state === 'published' ? daysAfter(now, -60 + at) : null, publishedByName: state === 'published' ? DESK : null, createdAt: daysAfter(now, -70), updatedAt: daysAfter(now, -60 + at),
  })
  return [rowOf(readyMadeProcess, { kind: 'salesProcess' }, 0), ...materialTexts.map((piece, at) => rowOf(textsOf(piece), piece, at + 1))]
}

function textsOf(piece: DemoPiece): MaterialTexts {
  const [en, ja, es] = locales.map((language) => {
    const said = piece[language]
    return said === undefined ? null : { title: said[0], body: said[1], parts: said[2] ?? [], file: null }
  })
  return { en: en ?? null, ja: ja ?? null, es: es ?? null }
}
