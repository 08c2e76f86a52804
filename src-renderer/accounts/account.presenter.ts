import type { Client, ValueOf } from '../client/client.ts'
import type { Workbench } from '../shell/workbench.ts'

/** An account with how many open opportunities there are. */
export type Account = ValueOf<Client['accounts']['get']>
export type Contact = ValueOf<Client['accounts']['contacts']>[number]

/** A field's value in words of the present language; an empty text for what is not known. */
export function accountFieldText(field: string, value: unknown, { language, names, places }: Pick<Workbench, 'language' | 'names' | 'places'>): string {
  if (field === 'territoryId' && value === null) return language.words.value.accounts.everybody
  if (value === null || value === undefined || value === '') return ''
  const formats = language.formats.value
  const text = String(value)
  switch (field) {
    case 'country':
      return formats.country(text)
    case 'region':
      return places.region(text)
    case 'industry':
      return places.industry(text)
    case 'partnerId':
      return names.partner(text)
    case 'territoryId':
      return names.territory(text)
    case 'createdAt':
      return formats.moment(text)
    default:
      return typeof value === 'number' ? formats.number(value) : text
  }
}
