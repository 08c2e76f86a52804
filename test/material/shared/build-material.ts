import type { Material } from '#shared/material/applies-to.ts'
import type { MaterialText } from '#shared/material/material.ts'
import { YESTERDAY } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

export const text = (title: string, given: Partial<MaterialText> = {}): MaterialText => ({ title, body: `${title}.`, parts: [], file: null, ...given })

/** Published news for everybody, in English. */
export function buildMaterial(given: Partial<Material> = {}): Material {
  return {
    id: nextId(), kind: 'news', state: 'published', en: text('News'), ja: null, es: null, places: [], territoryId: null, partnerTypes: [], tiers: [], products: [], validFrom: null, validTo: null, pinned: false, place: 0, headings: 'News',
    publishedAt: YESTERDAY, publishedByName: 'Ana', importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given,
  }
}
