import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formulaSafe, toHtml, toTsv } from '#renderer/ui/grid/grid-clipboard.ts'

describe('formulaSafe', () => {
  test.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', ' =1', '\t=1', '＝１', '＠sum', '-', '+'])('turns %j into text', (cell) => {
    expect(formulaSafe(cell)).toBe(`'${cell}`)
  })

  test.each(['12', '-12.5', '+3', '-1.234,50', '-4%', '−5', 'a=b', '株式会社', ''])('leaves %j as it is', (cell) => {
    expect(formulaSafe(cell)).toBe(cell)
  })
})

/** Reads tab-separated text as a spreadsheet does. */
function readTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|$)/g)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
    else if (end === '') break
  }
  return rows
}

const cell = fc.string({ unit: fc.constantFrom('a', '\t', '\n', '\r', '"', '=', '-', '1', '日', '<', '&') })

describe('a copied table', () => {
  test('comes out of tab-separated text cell by cell, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(readTsv(toTsv({ titles: ['A', 'B'], rows }))).toEqual([['A', 'B'], ...rows.map((cells) => cells.map(formulaSafe))])
      }),
    )
  })

  test('puts no markup of a cell into the HTML', () => {
    const html = toHtml({ titles: ['A & B'], rows: [['<img src=x onerror="alert(1)">'], ['one\ntwo']] })
    expect(html).toBe(
      '<table><thead><tr><th>A &amp; B</th></tr></thead><tbody><tr><td>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</td></tr><tr><td>one<br>two</td></tr></tbody></table>',
    )
  })
})
