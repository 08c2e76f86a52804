import { readCsv, type ReadCsvOptions } from '#main/imports/files/read-csv.ts'
import { describe, expect, it } from 'vitest'

function read(text: string, options?: ReadCsvOptions) {
  const result = readCsv(Buffer.from(text), options)
  if (!result.ok) return result.error
  const { columns, rows, refused, notices, headerLine, lineOf } = result.value
  return { columns, rows, lines: rows.map((_, index) => lineOf(index)), refused, notices, headerLine, format: result.value.format }
}

describe('B25: delimiters', () => {
  it.each([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['semicolon', 'a;b;c\n1;2;3\n', ';'],
    ['tab', 'a\tb\tc\n1\t2\t3\n', '\t'],
    ['pipe', 'a|b|c\n1|2|3\n', '|'],
    ['semicolon with decimal commas in every cell', 'precio;peso;talla\n1,5;2,5;3\n4,5;5,5;6\n', ';'],
    ['semicolon where even the header has commas', 'uno,a;dos,b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['comma in a file whose cells hold semicolons and quotes', 'a,b\n"x;y",1\n"z;w",2\n', ','],
  ])('finds the %s', (_, text, delimiter) => {
    expect(read(text)).toMatchObject({ format: { delimiter } })
  })

  it('obeys a sep= line and does not take it for data', () => {
    expect(read('sep=;\r\na;b\r\n1,5;2\r\n')).toMatchObject({ columns: ['a', 'b'], rows: [['1,5', '2']], headerLine: 2, lines: [3], format: { delimiter: ';', delimiterConfidence: 1 } })
  })

  it('lets a person choose another', () => {
    expect(read('a,b;c\n1,2;3\n', { delimiter: ';' })).toMatchObject({ columns: ['a,b', 'c'], rows: [['1,2', '3']] })
  })
})

describe('B25: line ends', () => {
  it.each([
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR only', 'a,b\r1,2\r3,4\r'],
    ['LF and CRLF mixed', 'a,b\r\n1,2\n3,4\r\n'],
    ['none after the last row', 'a,b\n1,2\n3,4'],
    ['blank lines between', 'a,b\n\n1,2\n\n\n3,4\n\n'],
  ])('reads %s', (_, text) => {
    expect(read(text)).toMatchObject({ columns: ['a', 'b'], rows: [['1', '2'], ['3', '4']], refused: [] })
  })

  it('counts physical lines through line ends within quotes', () => {
    expect(read('a,b\n"one\ntwo\nthree",x\n\ny,"1\n2"\nz,w\n')).toMatchObject({ rows: [['one\ntwo\nthree', 'x'], ['y', '1\n2'], ['z', 'w']], lines: [2, 6, 8] })
  })

  it('refuses both halves of a row that a lone CR parts in a file of LF, naming line and column', () => {
    expect(read('a,b\n1,x\ry\n3,4\n')).toMatchObject({
      rows: [['3', '4']],
      refused: [{ code: 'import.mixed-line-ends', line: 2, column: { index: 2, name: 'b' } }, { code: 'import.ragged-row', line: 3 }],
    })
  })
})

describe('B25: quotes', () => {
  it('reads doubled quotes, delimiters and line ends within them, and blanks around them', () => {
    expect(read('a,b\n"say ""hi""","x,y"\n "p" ,\t"q"\t\n')).toMatchObject({ rows: [['say "hi"', 'x,y'], ['p', 'q']] })
  })

  it('keeps a quote in the middle of plain text', () => {
    expect(read('a,b\n5" pipe,O"Neil\n')).toMatchObject({ rows: [['5" pipe', 'O"Neil']] })
  })

  it('refuses an unclosed quote, naming the line and column where it opens', () => {
    expect(read('a,b\n1,2\n3,"4\n5,6\n')).toMatchObject({ code: 'import.unclosed-quote', line: 3, column: { index: 2, name: 'b' } })
    expect(read('a,"b\n1,2\n')).toMatchObject({ code: 'import.unclosed-quote', line: 1, column: { index: 2 } })
  })

  it('refuses the row of text after a closing quote, and reads the others', () => {
    expect(read('a,b\n1,"2"x\n3,4\n')).toMatchObject({ rows: [['3', '4']], lines: [3], refused: [{ code: 'import.stray-quote', line: 2, column: { index: 2, name: 'b' } }] })
  })
})

describe('B25: the shape of the table', () => {
  it('refuses rows that are too short or too long, naming line and column', () => {
    expect(read('a,b,c\n1,2\n1,2,3\n1,2,3,4\n"1","2"\n')).toMatchObject({
      rows: [['1', '2', '3']],
      lines: [3],
      refused: [
        { code: 'import.ragged-row', line: 2, column: { index: 3, name: 'c' }, data: { expected: 3, found: 2 } },
        { code: 'import.ragged-row', line: 4, column: { index: 3, name: 'c' }, data: { expected: 3, found: 4 } },
        { code: 'import.ragged-row', line: 5, column: { index: 3, name: 'c' }, data: { expected: 3, found: 2 } },
      ],
    })
  })

  it('does not let a short row and a long one make up for each other', () => {
    expect(read('a,b,c\n1,2\n3,4,5,6\n7,8,9\n')).toMatchObject({ rows: [['7', '8', '9']], refused: [{ line: 2 }, { line: 3 }] })
  })

  it('takes empty cells beyond the last column for none', () => {
    expect(read('a,b\n1,2,,\n3,4\n5,6\n')).toMatchObject({ rows: [['1', '2'], ['3', '4'], ['5', '6']], refused: [] })
  })

  it('gives a second header of the same name another one, and names a nameless column', () => {
    expect(read('Phone,Phone,,Phone (2)\n1,2,3,4\n')).toMatchObject({
      columns: ['Phone', 'Phone (3)', '#3', 'Phone (2)'],
      notices: [
        { code: 'import.duplicate-header', line: 1, column: { index: 2, name: 'Phone' }, data: { name: 'Phone (3)' } },
        { code: 'import.empty-header', line: 1, column: { index: 3 }, data: { name: '#3' } },
      ],
    })
  })

  it('finds the header under a title and junk, and says which lines it left out', () => {
    expect(read('Sales report 2027\n,,1,2\n,column,column,null\nId,Name,Colour,Price\n1,Helmet,Red,34.99\n2,Socks,White,9.5\n')).toMatchObject({
      columns: ['Id', 'Name', 'Colour', 'Price'],
      headerLine: 4,
      lines: [5, 6],
      notices: [{ code: 'import.lines-skipped', data: { from: 1, to: 3 } }],
    })
  })

  it('refuses 100,000 columns, naming the first one too many', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `c${index + 1}`)
    expect(read(`${names.join(',')}\n${names.join(',')}\n`)).toMatchObject({ code: 'import.too-many-columns', line: 1, column: { index: 1001, name: 'c1001' }, data: { limit: 1000 } })
  })

  it('refuses a NUL, naming line and column', () => {
    expect(read('a,b\n1,2\n3,4\0\n')).toMatchObject({ code: 'import.null-character', line: 3, column: { index: 2, name: 'b' }, data: { character: 4 } })
  })

  it('refuses a cell beyond what a spreadsheet can hold, and only its row', () => {
    expect(read(`a,b\n1,${'x'.repeat(32_768)}\n3,4\n`)).toMatchObject({ rows: [['3', '4']], refused: [{ code: 'import.cell-too-long', line: 2, column: { index: 2, name: 'b' }, data: { limit: 32_767 } }] })
    expect(read(`a,b\n1,"${'x'.repeat(32_768)}"\n3,4\n`)).toMatchObject({ refused: [{ code: 'import.cell-too-long', line: 2, column: { index: 2, name: 'b' } }] })
  })

  it('refuses a line of 50 million characters in a moment', () => {
    expect(read(`a,b\n${'x'.repeat(50_000_000)}`)).toMatchObject({ rows: [], refused: [{ code: 'import.cell-too-long', line: 2, column: { index: 1, name: 'a' } }] })
  })

  it('refuses more rows than allowed, and an empty text', () => {
    expect(read('a\n1\n2\n3\n', { maximumRows: 2 })).toMatchObject({ code: 'import.too-many-rows', line: 4, data: { limit: 2 } })
    expect(read('\n\n  \n')).toMatchObject({ code: 'import.no-header' })
  })
})

it('B26: takes __proto__ and constructor for plain headers', () => {
  const table = read('__proto__,constructor,toString\npolluted,x,y\n')
  expect(table).toMatchObject({ columns: ['__proto__', 'constructor', 'toString'], rows: [['polluted', 'x', 'y']] })
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
