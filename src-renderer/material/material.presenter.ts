import type { Locale } from '#shared/locales/locale.ts'
import { locales } from '#shared/locales/locale.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

/** A piece of material as the list has it, with its title and the languages it lacks. */
export type Material = ValueOf<Client['material']['get']>['material']
export type HomePage = ValueOf<Client['material']['pageOf']>
export type ShownMaterial = HomePage['shown'][number]

type Speaker = Pick<Workbench, 'language' | 'names' | 'places'>

const tones: Readonly<Record<Material['state'], BadgeTone>> = { draft: 'info', published: 'success', withdrawn: 'neutral' }
export const materialTone = (state: Material['state']): BadgeTone => tones[state]

/** Its title in a language, else in the first that has one. */
export function titleIn(material: Pick<Material, Locale>, locale: Locale): string {
  return [locale, ...locales].map((each) => material[each]?.title).find((title) => title !== undefined) ?? ''
}

export function placeWords(code: string, { language, places }: Pick<Speaker, 'language' | 'places'>): string {
  return code.includes('-') ? places.region(code) : language.formats.value.country(code)
}

/** The territory that it asks for; one that is gone is said to be. */
export function territoryWords(id: string, { language, names }: Pick<Speaker, 'language' | 'names'>): string {
  const known = names.territories.value
  return known.length > 0 && known.every((territory) => territory.id !== id) ? language.words.value.material.territoryGone : names.territory(id)
}

/** A field's value in words of the present language; an empty text for what is not known. */
export function materialFieldText(field: string, value: unknown, speaker: Speaker): string {
  const { material, partners } = speaker.language.words.value
  const formats = speaker.language.formats.value
  if (field === 'missing' && value === '') return material.complete
  if (value === null || value === undefined || value === '') return ''
  switch (field) {
    case 'kind':
      return material.kinds[value as Material['kind']]
    case 'state':
      return material.states[value as Material['state']]
    case 'missing':
      return formats.list((value as string).split(' ').map((language) => material.languages[language as Locale]))
    case 'places':
      return formats.list((value as readonly string[]).map((code) => placeWords(code, speaker)))
    case 'territoryId':
      return territoryWords(value as string, speaker)
    case 'partnerTypes':
      return formats.list((value as Material['partnerTypes']).map((type) => partners.types[type]))
    case 'tiers':
      return formats.list((value as Material['tiers']).map((tier) => partners.tiers[tier]))
    case 'products':
      return formats.list(value as readonly string[])
    case 'pinned':
      return value === true ? material.yes : material.no
    case 'validFrom':
    case 'validTo':
      return formats.date(value as string)
    case 'publishedAt':
    case 'updatedAt':
      return formats.moment(value as string)
    case 'en':
    case 'ja':
    case 'es':
      return (value as { readonly title: string }).title
    default:
      return String(value)
  }
}

/** Why a piece is for the partner, in words. */
export function reasonWords({ kind, value }: ShownMaterial['reasons'][number], speaker: Speaker): string {
  const { material: { reasons }, partners } = speaker.language.words.value
  switch (kind) {
    case 'everybody':
      return reasons.everybody
    case 'place':
      return reasons.place(placeWords(value, speaker))
    case 'territory':
      return reasons.territory(speaker.names.territory(value))
    case 'type':
      return reasons.type(partners.types[value as keyof typeof partners.types])
    case 'tier':
      return reasons.tier(partners.tiers[value as keyof typeof partners.tiers])
    case 'product':
      return reasons.product(value)
  }
}
