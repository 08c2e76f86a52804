import type { ProductKind } from '#shared/catalogue/product.ts'
import type { TaxCategory } from '#shared/quotes/tax-policy.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Workbench } from '../shell/workbench.ts'

export type Product = ValueOf<Client['catalogue']['product']>

/** A field's value in words of the present language; an empty text for what is not known. */
export function productFieldText(field: string, value: unknown, { language }: Pick<Workbench, 'language'>): string {
  if (value === null || value === undefined || value === '') return ''
  const words = language.words.value.catalogue
  const formats = language.formats.value
  const text = String(value)
  switch (field) {
    case 'kind':
      return words.kinds[value as ProductKind]
    case 'taxCategory':
      return words.taxCategories[value as TaxCategory]
    case 'sellableFrom':
    case 'sellableTo':
      return formats.date(text)
    case 'createdAt':
      return formats.moment(text)
    case 'bundle':
      return formats.list((value as NonNullable<Product['bundle']>).options.map(({ product }) => product))
    case 'cost':
      return formats.number(Number(text))
    default:
      return typeof value === 'number' ? formats.number(value) : text
  }
}
