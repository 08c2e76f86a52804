import type { Ink, Mark } from './marks.ts'
import { wrapText } from './wrap-text.ts'

/** How wide a text is at a size, in points. */
export interface Ruler {
  width(text: string, size: number, bold: boolean): number
}

export interface TextStyle {
  readonly size?: number
  readonly bold?: boolean
  readonly ink?: Ink
  readonly align?: 'start' | 'end'
}

export const SIZE = 9
const LEADING = 1.5
const ASCENT = 1.05
const SIZES = { a4: { width: 595.28, height: 841.89 }, letter: { width: 612, height: 792 } } as const
const MARGIN = { side: 48, top: 44, bottom: 56 } as const

/** Pages that are filled from top to bottom. */
export class Sheet {
  readonly pages: Mark[][] = [[]]
  readonly width: number
  readonly height: number
  readonly left: number = MARGIN.side
  readonly inner: number
  y: number = MARGIN.top
  readonly #ruler: Ruler

  constructor(paper: keyof typeof SIZES, ruler: Ruler) {
    const { width, height } = SIZES[paper]
    this.width = width
    this.height = height
    this.inner = width - 2 * MARGIN.side
    this.#ruler = ruler
  }

  get right(): number {
    return this.left + this.inner
  }

  /** What is left of this page. */
  get room(): number {
    return this.height - MARGIN.bottom - this.y
  }

  /** What an empty page holds. */
  get roomAtMost(): number {
    return this.height - MARGIN.bottom - MARGIN.top
  }

  turn(): void {
    this.pages.push([])
    this.y = MARGIN.top
  }

  /** A new page unless so much is left. */
  need(height: number): void {
    if (this.room < height && this.y > MARGIN.top) this.turn()
  }

  wrap(text: string, width: number, { size = SIZE, bold = false }: TextStyle = {}): readonly string[] {
    return wrapText(text, width, (part) => this.#ruler.width(part, size, bold))
  }

  lineHeight({ size = SIZE }: TextStyle = {}): number {
    return size * LEADING
  }

  /** One line, its upper edge at `y`. @param x where it begins, or ends where it is aligned there */
  write(text: string, x: number, y: number, { size = SIZE, bold = false, ink = 'ink', align = 'start' }: TextStyle = {}): void {
    if (text !== '') this.mark({ kind: 'text', x, y: y + size * ASCENT, align, size, bold, ink, text, width: this.#ruler.width(text, size, bold) })
  }

  /** Lines below each other from `y` on. @returns where they end */
  writeAll(lines: readonly string[], x: number, y: number, style: TextStyle = {}): number {
    for (const [at, line] of lines.entries()) this.write(line, x, y + at * this.lineHeight(style), style)
    return y + lines.length * this.lineHeight(style)
  }

  /** A paragraph over the whole width that goes on to the next page where it must. */
  paragraph(text: string, style: TextStyle = {}): void {
    for (const line of this.wrap(text, this.inner, style)) {
      this.need(this.lineHeight(style))
      this.write(line, this.left, this.y, style)
      this.y += this.lineHeight(style)
    }
  }

  rule(y: number, ink: Ink = 'soft', x = this.left, width = this.inner): void {
    this.mark({ kind: 'rule', x, y, width, ink })
  }

  mark(mark: Mark): void {
    this.pages.at(-1)?.push(mark)
  }

  /** At the foot of each page, once all are there. */
  foot(text: string, pageOf: (page: number, pages: number) => string): void {
    const style = { size: 7, ink: 'soft' } as const
    const y = this.height - MARGIN.bottom + 18
    for (const [at, page] of this.pages.entries()) {
      const line = this.wrap(text, this.inner - 90, style)[0] ?? ''
      const write = (words: string, x: number, align: 'start' | 'end'): void => {
        page.push({ kind: 'text', x, y, align, size: style.size, bold: false, ink: style.ink, text: words, width: this.#ruler.width(words, style.size, false) })
      }
      if (line !== '') write(line, this.left, 'start')
      write(pageOf(at + 1, this.pages.length), this.right, 'end')
    }
  }
}
