import { describe, expect, test } from 'vitest'
import { layOutDocument } from '#shared/documents/lay-out-document.ts'
import type { LaidOut } from '#shared/documents/marks.ts'
import { quoteDocument } from '#shared/documents/quote-document.ts'
import { asked, documented, documentedLine, plainRuler } from '../build-documented.ts'

const laidOut = (given: Parameters<typeof asked>[1] = {}): LaidOut => layOutDocument(quoteDocument(asked('en', given)), plainRuler)
const textsOf = (document: LaidOut): readonly (readonly string[])[] => document.pages.map((page) => page.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])))
const many = (count: number) => Array.from({ length: count }, (_, at) => documentedLine({ name: `Item ${at + 1}`, code: null }))

describe('B4.16: a table that goes over pages', () => {
  const pages = textsOf(laidOut({ quote: documented({ lines: many(70) }) }))

  test('names its columns on each, and has each line once', () => {
    const withLines = pages.filter((page) => page.some((text) => text.startsWith('Item ')))
    expect(withLines.every((page) => page.includes('Unit price'))).toBe(true)
    expect(pages.flat().filter((text) => /^Item \d/.test(text))).toEqual(many(70).map(({ name }) => name))
  })

  test('carries what it comes to so far from one page to the next', () => {
    let lines = 0
    for (const [at, page] of pages.slice(0, -1).entries()) {
      lines += page.filter((text) => /^Item \d/.test(text)).length
      const sum = `¥${(lines * 1000).toLocaleString('en')}`
      expect(page[page.indexOf('Carried forward') + 1]).toBe(sum)
      expect(pages[at + 1]?.[pages[at + 1]!.indexOf('Brought forward') + 1]).toBe(sum)
    }
  })

  test('ends no page with a heading', () => {
    const lines = many(60).map((line, at) => ({ ...line, groupName: `Group ${at}` }))
    for (const page of textsOf(laidOut({ quote: documented({ lines }) }))) {
      const over = page.indexOf('Carried forward')
      if (over > 0) expect(page[over - 1]).not.toMatch(/^Group/)
    }
  })

  test('goes on with a line that no page could hold', () => {
    const name = Array.from({ length: 200 }, (_, at) => `word${at}`).join('\n')
    const texts = textsOf(laidOut({ quote: documented({ lines: [documentedLine({ name }), documentedLine({ name: 'Last' })] }) })).flat()
    expect(texts.filter((text) => /^word\d+$/.test(text))).toHaveLength(200)
    expect(texts).toContain('Last')
  })

  test('counts its pages', () => {
    expect(pages.map((page) => page.at(-1))).toEqual(pages.map((_, at) => `Page ${at + 1} of ${pages.length}`))
  })
})
