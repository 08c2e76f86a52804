import { inks, RULE, WATERMARK, type LaidOut, type Mark } from './marks.ts'

/** An element of a page, in the terms of SVG. */
export interface SvgElement {
  readonly tag: 'text' | 'line' | 'rect' | 'image'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly text: string | null
}

const FONTS = "'Noto Sans JP Variable', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', sans-serif"

/** A page as elements of SVG, its paper white in the dark, too; nothing in it needs a style. Every text is as wide as it was measured, in whatever font it is shown. */
export function pageSvg(document: LaidOut, page: number): readonly SvgElement[] {
  const { width, height, watermark } = document
  const marks = (document.pages[page] ?? []).map((mark) => elementOf(mark, document))
  const paper: SvgElement = { tag: 'rect', text: null, attributes: { x: 0, y: 0, width, height, fill: '#ffffff' } }
  if (watermark === null) return [paper, ...marks]
  const middle = `${width / 2} ${height / 2}`
  return [paper, { tag: 'text', text: watermark, attributes: { x: width / 2, y: height / 2, 'text-anchor': 'middle', 'font-size': WATERMARK.size, 'font-family': FONTS, 'font-weight': 700, fill: WATERMARK.colour, transform: `rotate(-45 ${middle})` } }, ...marks]
}

function elementOf(mark: Mark, { accent, logo }: LaidOut): SvgElement {
  if (mark.kind === 'logo') return { tag: 'image', text: null, attributes: { x: mark.x, y: mark.y, width: mark.width, height: mark.height, href: `data:image/png;base64,${logo ?? ''}` } }
  if (mark.kind === 'box') return { tag: 'rect', text: null, attributes: { x: mark.x, y: mark.y, width: mark.width, height: mark.height, fill: 'none', stroke: RULE, 'stroke-width': 0.5 } }
  if (mark.kind === 'rule') return { tag: 'line', text: null, attributes: { x1: mark.x, x2: mark.x + mark.width, y1: mark.y, y2: mark.y, stroke: mark.ink === 'accent' ? accent : RULE, 'stroke-width': mark.ink === 'accent' ? 1 : 0.35 } }
  const { x, y, text, size, bold, align, width, ink } = mark
  return { tag: 'text', text, attributes: { x, y, 'font-size': size, 'font-family': FONTS, 'font-weight': bold ? 700 : 400, 'text-anchor': align, textLength: width, lengthAdjust: 'spacingAndGlyphs', fill: ink === 'accent' ? accent : inks[ink] } }
}
