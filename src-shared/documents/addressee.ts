import type { Locale } from '../locales/locale.ts'

export interface Addressed {
  readonly account: {
    readonly name: string
    readonly nameEn: string | null
    readonly country: string | null
    readonly region: string | null
    readonly city: string | null
    readonly postcode: string | null
    readonly address: string | null
  }
  readonly contact: { readonly name: string; readonly nameEn: string | null; readonly role: string | null } | null
}

const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

/**
 * To whom a document goes, line by line. In Japanese a company is 御中; a person 様, with the company unadorned above, for there is one
 * honorific; names and addresses in the order and script that readers of the document's language know.
 * @param attention the words before a person's name @param country names a country in the document's language
 */
export function addressee({ account, contact }: Addressed, language: Locale, attention: (name: string) => string, country: (code: string) => string): readonly string[] {
  return language === 'ja' ? inJapanese(account, contact, country) : inLatin(account, contact, attention, country)
}

function inJapanese(account: Addressed['account'], contact: Addressed['contact'], country: (code: string) => string): readonly string[] {
  const place = [...(account.country === null || account.country === 'JP' ? [] : [country(account.country)]), account.region !== null && !account.region.includes('-') ? account.region : '', account.city ?? '', account.address ?? '']
  const street = account.address?.includes(account.city ?? '\0') ? account.address : place.join('')
  const company = contact === null ? `${account.name} 御中` : account.name
  const person = contact === null ? [] : [[contact.role, `${contact.name} 様`].filter(Boolean).join('　')]
  return [account.postcode === null ? '' : `〒${account.postcode}`, street, company, ...person].filter((line) => line.trim() !== '')
}

function inLatin(account: Addressed['account'], contact: Addressed['contact'], attention: (name: string) => string, country: (code: string) => string): readonly string[] {
  const person = contact === null ? [] : [attention([latin(contact.name, contact.nameEn), contact.role].filter(Boolean).join(', '))]
  const place = [account.postcode, account.city].filter(Boolean).join(' ')
  return [latin(account.name, account.nameEn), ...person, account.address ?? '', place, account.country === null ? '' : country(account.country)].filter((line) => line.trim() !== '')
}

function latin(name: string, nameEn: string | null): string {
  return JAPANESE.test(name) && nameEn !== null ? nameEn : name
}
