import { readCsv } from '#main/imports/files/read-csv.ts'
import fc from 'fast-check'
import Papa from 'papaparse'
import { initParser, inferSchema } from 'udsv'
import { describe, expect, it } from 'vitest'

const plainCell = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '9', ' ', '.', '-', "'", '株', 'é', '😀', '|'), maxLength: 8 }).map((cell) => cell.trim())
const wildCell = fc.string({ unit: fc.constantFrom('a', '7', ' ', ',', ';', '\t', '"', '\n', '\r\n', '社', '='), maxLength: 10 })

interface Dialect {
  readonly delimiter: string
  readonly lineEnd: string
  readonly quoteAll: boolean
}
const dialect: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
})

function written(rows: readonly (readonly string[])[], { delimiter, lineEnd, quoteAll }: Dialect): string {
  const cell = (text: string): string => (quoteAll || /["\r\n;,\t|]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join(delimiter)).join(lineEnd) + lineEnd
}

function tableOf(cell: fc.Arbitrary<string>): fc.Arbitrary<string[][]> {
  return fc.integer({ min: 2, max: 6 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }))
}

const isEmptyRow = (row: readonly string[]): boolean => row.every((cell) => cell === '')

describe('against papaparse', () => {
  it('reads every well-formed table equally, in every dialect', () => {
    fc.assert(
      fc.property(tableOf(wildCell), dialect, (rows, form) => {
        const header = Array.from({ length: rows[0]?.length ?? 2 }, (_, index) => `column ${'abcdef'[index]}`)
        // papaparse takes the first line end it sees for the file's, also one within quotes; CR inside cells is then its own affair.
        const cleaned = form.lineEnd === '\r' ? rows.map((row) => row.map((cell) => cell.replaceAll('\n', '').replaceAll('\r', ''))) : rows
        const text = written([header, ...cleaned], form)
        const own = readCsv(Buffer.from(text), { delimiter: form.delimiter })
        const oracle = Papa.parse<string[]>(text, { delimiter: form.delimiter, newline: form.lineEnd as '\n', skipEmptyLines: true }).data
        expect(own.ok && own.value.refused).toEqual([])
        expect(own.ok && [own.value.columns, ...own.value.rows]).toEqual([oracle[0], ...oracle.slice(1).filter((row) => !isEmptyRow(row))])
      }),
      { numRuns: 1500 },
    )
  })

  it('either reads a damaged table as papaparse does, or refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ',', '\n', '"', ' ', '1'), maxLength: 60 }), (body) => {
        const text = `first,second,third\n${body}`
        const own = readCsv(Buffer.from(text), { delimiter: ',' })
        if (!own.ok || own.value.refused.length > 0 || own.value.columns[0] !== 'first') return
        // Blanks around quotes are where the two differ on purpose: papaparse takes the quote for text.
        if (/(?:^|[,\n])[ ]+"|"[ ]+(?:[,\n]|$)/u.test(text)) return
        const oracle = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' })
        const usable = oracle.data.slice(1).filter((row) => row.some((cell) => cell.trim() !== '') || row.length === 3).map((row) => row.slice(0, 3))
        expect(own.value.rows).toEqual(usable.filter((row) => !isEmptyRow(row)))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('against udsv', () => {
  it('reads every even table of plain cells equally', () => {
    fc.assert(
      fc.property(tableOf(plainCell), (rows) => {
        const full = rows.filter((row) => row.every((cell) => cell !== ''))
        fc.pre(full.length > 0)
        const header = Array.from({ length: full[0]!.length }, (_, index) => `column ${'abcdef'[index]}`)
        const text = written([header, ...full], { delimiter: ',', lineEnd: '\n', quoteAll: false })
        const own = readCsv(Buffer.from(text), { delimiter: ',' })
        expect(own.ok && own.value.rows).toEqual(initParser(inferSchema(text, { col: ',', row: '\n' })).stringArrs(text))
      }),
    )
  })
})

it('numbers every row with the physical line it starts on', () => {
  fc.assert(
    fc.property(tableOf(wildCell.map((cell) => cell.replaceAll('\r', ''))), (rows) => {
      const header = Array.from({ length: rows[0]?.length ?? 2 }, (_, index) => `column ${'abcdef'[index]}`)
      const own = readCsv(Buffer.from(written([header, ...rows], { delimiter: ',', lineEnd: '\n', quoteAll: true })), { delimiter: ',' })
      let line = 2
      const expected: number[] = []
      for (const row of rows) {
        if (!isEmptyRow(row)) expected.push(line)
        line += 1 + row.join('').split('\n').length - 1
      }
      expect(own.ok && own.value.rows.map((_, index) => own.value.lineOf(index))).toEqual(expected)
    }),
  )
})
