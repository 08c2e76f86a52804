import { foldName } from '#shared/imports/fold-name.ts'
import { describe, expect, it } from 'vitest'

describe('two ways to write a name are one', () => {
  it.each([
    ['whatever their case', 'ILE DE FRANCE', 'ile de france'],
    ['with and without accents', 'Málaga', 'malaga'],
    ['in full and half width', 'ＴＯＫＹＯ', 'Tokyo'],
    ['with hyphens, blanks or nothing between the words', 'Île-de-France', 'iledefrance'],
    ['with an ideographic blank', '東京　都', '東京都'],
    ['with other punctuation and signs', 'Trinidad & Tobago', "Trinidad (Tobago)'"],
  ])('%s', (_, one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })
})

describe('two names stay two', () => {
  it.each([
    ['by the long vowel mark of kana', 'コーヒ', 'コヒ'],
    ['by the voicing marks of kana', 'ガ', 'カ'],
    ['by their digits', 'Zone 1', 'Zone 2'],
  ])('%s', (_, one, other) => {
    expect(foldName(one)).not.toBe(foldName(other))
  })
})
