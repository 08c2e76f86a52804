import { expect, it } from 'vitest'
import { noticeWords } from '#renderer/imports/notice-words.ts'
import { importNoticeCodes } from '#shared/imports/import-errors.ts'
import { fakeBridge, fakeWorkbench } from '#test/shell/renderer/fake-bridge.ts'

async function say(locale: string, notice: Parameters<typeof noticeWords>[0]) {
  const { language } = await fakeWorkbench(fakeBridge(), `${locale} light`)
  return noticeWords(notice, language.words.value, language.formats.value)
}

it('says a notice with its place, and of skipped lines which they are and whether they hold something', async () => {
  expect(await say('en', { code: 'import.empty-header', line: 2, column: '#3', data: { name: '#3' } })).toEqual({ sentence: 'A column had no name; it is now “#3”.', place: 'Line 2 · #3' })
  expect(await say('en', { code: 'import.lines-skipped', line: 1, column: null, data: { from: 1, to: 4, rows: 3 } })).toEqual({ sentence: 'Lines 1 to 4 before the column names left out; lines there with several values: 3.', place: '' })
  expect(await say('en', { code: 'import.encoding-uncertain', line: null, column: null, data: { encoding: 'windows-1252', alternatives: 'macintosh', percent: 70 } })).toMatchObject({ sentence: expect.stringContaining('windows-1252 and may be another (macintosh)') as string, place: '' })
})

it.each(['en', 'ja', 'es'])('has words in %s for every notice', async (locale) => {
  const { language } = await fakeWorkbench(fakeBridge(), `${locale} light`)
  for (const code of importNoticeCodes) expect([code, Object.hasOwn(language.words.value.refusals.codes, code)]).toEqual([code, true])
})
