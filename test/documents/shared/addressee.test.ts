import { expect, test } from 'vitest'
import { addressee, type Addressed } from '#shared/documents/addressee.ts'

const account: Addressed['account'] = { name: '北山食品株式会社', nameEn: 'Kitayama Foods K.K.', country: 'JP', region: '東京都', city: '港区', postcode: '105-0011', address: '芝公園1-1' }
const contact: Addressed['contact'] = { name: '青柳 美咲', nameEn: 'Misaki Aoyagi', role: '財務部長' }
const place = (code: string): string => ({ JP: 'Japan', GT: 'グアテマラ' })[code] ?? code
const attention = (name: string): string => `Attn. ${name}`

test('B4.15: in Japanese a company alone is 御中, its person 様, the family name first', () => {
  expect(addressee({ account, contact: null }, 'ja', attention, place)).toEqual(['〒105-0011', '東京都港区芝公園1-1', '北山食品株式会社 御中'])
  expect(addressee({ account, contact }, 'ja', attention, place)).toEqual(['〒105-0011', '東京都港区芝公園1-1', '北山食品株式会社', '財務部長　青柳 美咲 様'])
  expect(addressee({ account: { ...account, region: 'JP-13', address: '東京都港区芝公園1-1' }, contact: null }, 'ja', attention, place)[1]).toBe('東京都港区芝公園1-1')
  expect(addressee({ account: { ...account, country: 'GT', region: null, city: 'Antigua', postcode: null, address: null }, contact: null }, 'ja', attention, place)).toEqual(['グアテマラAntigua', '北山食品株式会社 御中'])
})

test('B4.15: in other languages names are in Latin script where that is known, the given name first', () => {
  expect(addressee({ account, contact }, 'en', attention, place)).toEqual(['Kitayama Foods K.K.', 'Attn. Misaki Aoyagi, 財務部長', '芝公園1-1', '105-0011 港区', 'Japan'])
  expect(addressee({ account: { ...account, name: 'Lucio S.A.', nameEn: 'Lucio Inc.' }, contact: null }, 'es', attention, place)[0]).toBe('Lucio S.A.')
})
