import { describe, expect, test } from 'vitest'
import { ORGANISATION_WORDS } from '#shared/matching/organisation-words-table.ts'
import { cutJapanese, meaningOf } from '#shared/matching/word-meanings.ts'

describe('what a word means', () => {
  test.each([
    ['university', ['universidad', 'universitat', 'universite', '大学', 'univ']],
    ['hospital', ['ospedale', 'krankenhaus', '病院', 'hosp']],
    ['research', ['investigacion', 'recherche', 'forschung', '研究']],
    ['manufacturing', ['mfg', '製作所', 'fabrica']],
    ['international', ['intl', 'internacional', '国際']],
    ['company', ['cia', 'compania']],
    ['city', ['ciudad', 'cd', 'ciutat']],
  ])('%s in other languages', (meaning, words) => {
    for (const word of words) expect([word, meaningOf(word)]).toEqual([word, meaning])
  })

  test.each(['russell', 'granada', 'perry', 'planck', 'motorola', 'bombardier', 'toyota'])('%s means nothing but itself', (word) => {
    expect(meaningOf(word)).toBeNull()
  })

  test('cuts Japanese at the words it knows', () => {
    expect(cutJapanese('日本内分泌学会')).toEqual(['日本', '内分泌', '学会'])
    expect(cutJapanese('雪国まいたけ')).toEqual(['雪国まいたけ'])
    expect(cutJapanese('')).toEqual([])
  })

  test('has every word once', () => {
    const words = ORGANISATION_WORDS.trim().split(/ \| |\n/u).flatMap((one) => [...new Set(one.split(' '))])
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })
})
