import { expect, test } from 'vitest'
import { updateWords, type UpdateStanding } from '#renderer/settings/update.presenter.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import { loadWords } from '#shared/locales/words.ts'

const words = await loadWords('en')
const told = (state: UpdateStanding['state'], version: string | null = null, note: string | null = null) => updateWords({ state, version, note }, words, createFormats('en'))

test('how it stands with new versions is one sentence, with why it waits', () => {
  expect(told('idle')).toBe('This is the newest version that is offered.')
  expect(told('idle', '1.1.0')).toContain('Version 1.1.0 is there.')
  expect(told('verified', '1.1.0', 'unsent')).toBe('Version 1.1.0 is fetched and proven. It waits until everything is sent to the central API.')
  expect(told('ready', '1.1.0')).toContain('can be installed')
})

test('why there is none is a reason of its own, or what went wrong', () => {
  expect(told('idle', null, 'halted')).toBe('The new version was held back.')
  expect(told('idle', null, 'update.damaged')).toBe(words.refusals.codes['update.damaged'])
  expect(told('idle', null, 'toString')).toContain('(toString)')
})
