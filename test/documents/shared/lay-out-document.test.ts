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
