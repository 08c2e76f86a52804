import { expect, test } from 'vitest'
import { systemKeyring } from '#main/workspace/keyring.ts'

const KEY = '0f'.repeat(32)
const ID = '7f0c1c1e-7f2c-4a4b-9a37-0b6a3d3b5c11'

/** Tools that keep what they are given, and tell how they were asked. */
function tools() {
  const asked: { readonly program: string; readonly args: string; readonly input: string }[] = []
  let kept = ''
  return {
    asked,
    run: async (program: string, args: readonly string[], input: string) => {
      asked.push({ program, args: args.join(' '), input })
      if (input.includes(KEY)) kept = KEY
      return `${kept}\n`
    },
  }
}

test.for(['linux', 'darwin', 'win32'] as const)('on %s a key is kept, read back, and in no argument', async (platform) => {
  const { asked, run } = tools()
  const keyring = systemKeyring(platform, run)
  expect(await keyring.read(ID)).toBeNull()
  expect(await keyring.write(ID, KEY)).toBe(true)
  expect(await keyring.read(ID)).toBe(KEY)
  expect(asked.filter(({ args }) => args.includes(KEY))).toEqual([])
  expect(asked.every(({ args, input }) => args.includes(ID) || input.includes(ID))).toBe(true)
  expect(asked.map(({ program }) => program)).toEqual(Array.from({ length: 4 }, () => ({ linux: 'secret-tool', darwin: '/usr/bin/security', win32: expect.stringMatching(/powershell\.exe$/) })[platform]))
})

test('a tool that is not there, fails, or keeps something else is a keyring that cannot be used', async () => {
  const none = systemKeyring('linux', async () => Promise.reject(new Error('ENOENT')))
  expect([await none.read(ID), await none.write(ID, KEY)]).toEqual([null, false])
  const forgetful = systemKeyring('linux', async () => 'something else')
  expect([await forgetful.read(ID), await forgetful.write(ID, KEY)]).toEqual([null, false])
})
