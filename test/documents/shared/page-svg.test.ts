import { expect, test } from 'vitest'
import type { LaidOut } from '#shared/documents/marks.ts'
import { pageSvg } from '#shared/documents/page-svg.ts'

const document: LaidOut = {
  title: 'Quote', language: 'en', accent: '#123456', watermark: 'DRAFT', width: 600, height: 800,
  pages: [[
    { kind: 'text', x: 50, y: 60, align: 'end', size: 9, bold: true, ink: 'accent', text: 'Total', width: 30 },
    { kind: 'rule', x: 1, y: 2, width: 3, ink: 'soft' },
    { kind: 'box', x: 1, y: 2, width: 3, height: 4 },
  ]],
}

test('has white paper and on it the watermark below all else, texts as wide as they were measured, and needs no style', () => {
  const elements = pageSvg(document, 0)
  expect(elements.map(({ tag, text }) => [tag, text])).toEqual([['rect', null], ['text', 'DRAFT'], ['text', 'Total'], ['line', null], ['rect', null]])
  expect(elements[2]?.attributes).toMatchObject({ x: 50, y: 60, 'text-anchor': 'end', 'font-weight': 700, textLength: 30, fill: '#123456' })
  expect(elements.every(({ attributes }) => !('style' in attributes))).toBe(true)
  expect(pageSvg({ ...document, watermark: null }, 0)).toHaveLength(4)
})
