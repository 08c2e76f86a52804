import { readFileSync } from 'node:fs'
import { decodeText } from '#main/imports/files/decode-text.ts'
import { detectEncoding } from '#main/imports/files/detect-encoding.ts'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { CERTAIN_ENOUGH } from '#shared/imports/source-encodings.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleFile } from '../sample-data.ts'
import { encodeAs, type TestEncoding } from './encode-as.ts'

const JAPANESE = 'company,address,note\r\n株式会社サカタのタネ,横浜市都筑区仲町台２−７−１,展示会で名刺交換\r\n髙島屋,大阪市中央区難波,ﾊﾝｶｸｶﾅ\r\n'
const JAPANESE_IN_EVERY_SET = JAPANESE.replace('髙', '高').replace('ﾊﾝｶｸｶﾅ', 'カナ').replace(/−/gu, '－')
const SPANISH = 'empresa,ciudad\nCompañía Eléctrica Ñandú,Bogotá\nPeñón y Güell,Cancún\n'
const GERMAN = 'Firma;Ort\nMüller & Söhne;Köln\nGroße Bäckerei;Nürnberg\n'
const FRENCH = 'société,ville\nL’Œuvre à façon,Besançon – Été\n'

describe.each<[TestEncoding, string]>([
  ['utf-8', JAPANESE],
  ['utf-8', SPANISH],
  ['utf-16le', JAPANESE],
  ['utf-16be', JAPANESE],
  ['shift_jis', JAPANESE.replace(/−/gu, '－')],
  ['euc-jp', JAPANESE_IN_EVERY_SET],
  ['iso-2022-jp', JAPANESE_IN_EVERY_SET],
  ['windows-1252', SPANISH],
  ['windows-1252', GERMAN],
  ['windows-1252', FRENCH],
])('B25: a file in %s', (encoding, text) => {
  const bytes = encodeAs(text, encoding)

  it('is recognised and read without a mark', () => {
    expect(detectEncoding(bytes).encoding).toBe(encoding)
    expect(decodeText(bytes, encoding)).toEqual({ ok: true, text })
  })

  it('is certain with a byte order mark', () => {
    const mark = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] }[encoding as string]
    if (mark === undefined) return expect(detectEncoding(bytes).confidence).toBeLessThan(1)
    const marked = Buffer.concat([Buffer.from(mark), bytes])
    expect(detectEncoding(marked)).toMatchObject({ encoding, confidence: 1 })
    expect(decodeText(marked, encoding)).toEqual({ ok: true, text })
  })
})

const COMPANIES = sampleFile('leads-japan.csv')

describe('real text', () => {
  it.runIf(COMPANIES !== null)('tells a thousand Japanese companies in each Japanese encoding', () => {
    const lines = readFileSync(COMPANIES!, 'utf8').split('\n').slice(0, 1000)
    for (const encoding of ['shift_jis', 'euc-jp', 'iso-2022-jp'] as const) {
      const encodable = lines.filter((line) => encodeAs(line, encoding, 'or-null') !== null).join('\n')
      expect(encodable.length).toBeGreaterThan(50_000)
      expect(detectEncoding(encodeAs(encodable, encoding)).encoding).toBe(encoding)
    }
  })
})

describe('text of Western Europe in Mac Roman', () => {
  const macRoman = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('macintosh').decode(Uint8Array.of(byte)), byte]))
  const asMacRoman = (text: string): Buffer => Buffer.from([...text].map((letter) => macRoman.get(letter)!))

  it.each(['Empresa;País\nPeñón;España', SPANISH, GERMAN, FRENCH, 'Société;Ville\nGroupe Hôtelier;Saint-Étienne\n', 'EMPRESA;PAÍS\nPEÑÓN;ESPAÑA\n', 'Firma;Ort\nTiefbau Weiß;Fürth\n'])('%j is neither Japanese nor Windows-1252', (text) => {
    expect(readCsv(asMacRoman(text))).toMatchObject({ ok: true, value: { format: { encoding: 'macintosh' }, columns: text.split(/\n/u)[0]!.split(/[;,]/u) } })
  })

  it('is not seen in what Windows wrote', () => {
    for (const text of [SPANISH, GERMAN, FRENCH, 'Empresa;País\nPeñón;España', 'Mª José;Nº 5\nLeón;1\n']) expect([text, detectEncoding(encodeAs(text, 'windows-1252')).encoding]).toEqual([text, 'windows-1252'])
  })
})

describe('a guess that is not sure', () => {
  const vague = Buffer.concat([Buffer.from('company,city\nAcme '), Buffer.from([0xd8]), Buffer.from(',Rome\n')])

  it('is noticed, with what else it can be, and stays open to choice', () => {
    const read = readCsv(vague)
    if (!read.ok) throw new Error(read.error.code)
    const { format, notices } = read.value
    expect(format.kind === 'csv' && format.encodingConfidence).toBeLessThan(CERTAIN_ENOUGH)
    expect(notices).toMatchObject([{ code: 'import.encoding-uncertain', data: { encoding: format.kind === 'csv' ? format.encoding : '' } }])
  })

  it('is no longer noticed once a person has chosen, and the former guess can be chosen again', () => {
    const guess = detectEncoding(vague)
    const chosen = guess.alternatives[0]!
    expect(readCsv(vague, { encoding: chosen })).toMatchObject({ value: { notices: [], format: { encoding: chosen, encodingConfidence: 1, encodingAlternatives: expect.arrayContaining([guess.encoding]) as string[] } } })
  })
})

describe('what cannot be decoded', () => {
  it('is refused with line, column and character, never replaced', () => {
    const bytes = Buffer.concat([Buffer.from('company,city\nAcme,Köln\n"Two\nlines",Par'), Buffer.from([0xe9]), Buffer.from('s\n')])
    const result = readCsv(bytes)
    expect(result).toMatchObject({ ok: false, error: { code: 'import.undecodable', line: 4, column: { index: 2, name: 'city' }, data: { encoding: 'utf-8', character: 11 } } })
  })

  it('is refused when a person chose the wrong encoding', () => {
    expect(readCsv(encodeAs(JAPANESE.replace(/−/gu, '－'), 'shift_jis'), { encoding: 'utf-8' })).toMatchObject({ ok: false, error: { code: 'import.undecodable', line: 2 } })
    expect(readCsv(Buffer.from([0x61, 0x0a, 0x81, 0x0a]), { encoding: 'windows-1252' })).toMatchObject({ ok: false, error: { code: 'import.undecodable', line: 2, data: { character: 1 } } })
  })

  it('tells of U+FFFD that the file already held', () => {
    const result = readCsv(Buffer.from('company\nAc\ufffdme\n'))
    expect(result.ok && result.value.notices).toMatchObject([{ code: 'import.replacement-character', line: 2 }])
  })

  it('never makes up U+FFFD, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const result = readCsv(bytes)
        if (!result.ok) return
        const held = Buffer.from(bytes).includes('\ufffd') || result.value.format.kind !== 'csv' || result.value.format.encoding !== 'utf-8'
        const cells = [...result.value.columns, ...result.value.rows.flat()].join('')
        expect(cells.includes('\ufffd') && !held).toBe(false)
        if (result.value.format.kind === 'csv' && !result.value.format.encoding.startsWith('utf')) expect(cells).not.toContain('\ufffd')
      }),
      { numRuns: 2000 },
    )
  })
})
