import { describe, expect, test } from 'vitest'
import { foldText } from '#renderer/ui/fold-text.ts'
import { rankItems } from '#renderer/ui/rank-items.ts'

const item = (id: string, title: string, ...keywords: string[]) => ({ id, title, keywords })
const COMMANDS = [
  item('quote', 'Abrir cotización'),
  item('deal', 'Registrar una oportunidad', 'deal', '商談登録'),
  item('report', 'Report on territories'),
  item('lead', 'リードを割り当てる', 'assign leads'),
  item('theme', 'Switch to the dark theme'),
  item('hattori', '株式会社ハットリ'),
]
const found = (query: string, recent: readonly string[] = []): string[] => rankItems(COMMANDS, query, recent).map((ranked) => ranked.item.id)

describe('rankItems', () => {
  test.each([
    ['cotizacion', ['quote']],
    ['COTIZACIÓN', ['quote']],
    ['りーど', ['lead']],
    ['ﾘｰﾄﾞ', ['lead']],
    ['割り当て', ['lead']],
    ['商談', ['deal']],
    ['はっとり', ['hattori']],
    ['ハツトリ', []],
    ['theme dark', ['theme']],
    ['zzz', []],
  ])('finds by %j', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  test('prefers a beginning to a word, a word to its inside, and that to scattered letters', () => {
    const titles = ['scattered real post', 'unreported', 'my report', 'report']
    const ranked = rankItems(titles.map((title) => item(title, title)), 'rep')
    expect(ranked.map(({ item: { title } }) => title)).toEqual(['report', 'my report', 'unreported', 'scattered real post'])
  })

  test('marks the letters that matched, in the title as it is written', () => {
    const [first] = rankItems([item('x', 'Ángel Ñandú')], 'nandu')
    expect(first?.marks.map((at) => 'Ángel Ñandú'[at]).join('')).toBe('Ñandú')
  })

  test('shows the recently used first, the latest before the older', () => {
    expect(found('', ['theme', 'deal']).slice(0, 3)).toEqual(['theme', 'deal', 'quote'])
  })
})

describe('foldText', () => {
  test.each([
    ['ＡＢＣ１２', 'abc12'],
    ['Ñandú Über', 'nandu uber'],
    ['ガギ', 'がぎ'],
    ['ｶﾞｷﾞ', 'がぎ'],
    ['か', 'か'],
    ['株式会社', '株式会社'],
  ])('folds %j to %j', (original, folded) => {
    expect(foldText(original).text).toBe(folded)
  })
})
