import { expect, test } from 'vitest'
import { layOutDocument } from '#shared/documents/lay-out-document.ts'
import type { LaidOut } from '#shared/documents/marks.ts'
import { quoteDocument } from '#shared/documents/quote-document.ts'
import { asked, clause, documented, documentedLine, plainRuler, template } from '../build-documented.ts'

const laidOut = (given: Parameters<typeof asked>[1] = {}): LaidOut => layOutDocument(quoteDocument(asked('en', given)), plainRuler)
const textsOf = (document: LaidOut): readonly (readonly string[])[] => document.pages.map((page) => page.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])))
const many = (count: number) => Array.from({ length: count }, (_, at) => documentedLine({ name: `Item ${at + 1}`, code: null }))

test('whatever is on it lies within the paper, text above text', () => {
  const { pages, width, height } = laidOut({ kind: 'orderForm', quote: documented({ lines: many(70) }), clauses: Array.from({ length: 12 }, () => clause({ text: 'A term that goes on and on. '.repeat(40) })) })
  expect(pages.length).toBeGreaterThan(3)
  for (const page of pages) {
    for (const mark of page) {
      const right = mark.kind === 'text' && mark.align === 'end' ? mark.x : mark.x + mark.width
      expect(mark.x).toBeGreaterThanOrEqual(48)
      expect(right).toBeLessThanOrEqual(width - 48 + 1e-6)
      expect(mark.y).toBeLessThan(height - 30)
    }
  }
})

test('keeps the totals together', () => {
  for (let count = 10; count < 34; count++) {
    const pages = textsOf(laidOut({ quote: documented({ lines: many(count) }), template: template({ opening: 'Dear' }) }))
    const page = pages.find((texts) => texts.includes('Total without tax'))
    expect(page?.filter((text) => text === 'Total with tax').length).toBeGreaterThan(0)
  }
})

test('a logo stands at the right above the title, as large as its room allows and no larger than its pixels', () => {
  const logoOf = (width: number, height: number) => layOutDocument(quoteDocument(asked('en', { logo: { content: 'AAAA', width, height } })), plainRuler)
  const { logo, pages: [first, ...rest] } = logoOf(1200, 400)
  const mark = first?.find(({ kind }) => kind === 'logo')
  expect([logo, mark]).toMatchObject(['AAAA', { width: 144, height: 48, y: 44 }])
  expect(rest.flat().filter(({ kind }) => kind === 'logo')).toEqual([])
  const title = first?.find((each) => each.kind === 'text')
  expect(title?.kind === 'text' && mark?.kind === 'logo' && title.y - title.size > mark.y + mark.height).toBe(true)
  expect(logoOf(40, 40).pages[0]?.find(({ kind }) => kind === 'logo')).toMatchObject({ width: 30, height: 30 })
  expect(logoOf(4000, 20).pages[0]?.find(({ kind }) => kind === 'logo')).toMatchObject({ width: 180, height: expect.closeTo(0.9, 9) as number })
})
