import { expect, test } from 'vitest'
import type { LaidOut } from '#shared/documents/marks.ts'
import { pageSvg } from '#shared/documents/page-svg.ts'

const document: LaidOut = {
  title: 'Quote', language: 'en', accent: '#123456', watermark: 'DRAFT', logo: 'AAAA', width: 600, height: 800,
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

test('a logo is in the page itself: a file of HTML needs nothing from elsewhere', () => {
  const [, image] = pageSvg({ ...document, watermark: null, pages: [[{ kind: 'logo', x: 1, y: 2, width: 30, height: 10 }]] }, 0)
  expect(image).toEqual({ tag: 'image', text: null, attributes: { x: 1, y: 2, width: 30, height: 10, href: 'data:image/png;base64,AAAA' } })
})
