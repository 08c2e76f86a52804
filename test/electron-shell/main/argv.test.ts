import { expect, test } from 'vitest'
import { readArguments } from '#main/electron/argv.ts'

test('reads the workspace and a link', () => {
  expect(readArguments(['--workspace=/home/ana/work', 'channel-workbench://open/x'], 'linux')).toEqual({
    workspace: '/home/ana/work',
    positional: ['channel-workbench://open/x'],
    foreign: [],
  })
})

test('lets harmless switches of Chromium be', () => {
  expect(readArguments(['--force-device-scale-factor=1.5', '--password-store=basic', '--lang=ja'], 'linux')).toEqual({ positional: [], foreign: [] })
})

test.each([
  '--remote-debugging-port=9222', '--disable-web-security', '--user-data-dir=/tmp/x', '--js-flags=--expose-gc', '--inspect', '--inspect-brk=0.0.0.0:1', '--no-sandbox',
  '--gpu-launcher=calc', '--renderer-cmd-prefix=calc', '--load-extension=/tmp/x', '--proxy-server=evil', '--host-rules=MAP', '--ignore-certificate-errors', '-r', '--require=/tmp/x.js',
  '--enable-features=X', '--workspace', '--workspace=', '--Workspace=/x', '--__proto__', '--constructor=1',
])('takes %s for foreign', (argument) => {
  const read = readArguments([argument], 'linux')
  expect(read.foreign).toEqual([argument.split('=')[0]])
  expect(read.workspace).toBeUndefined()
})

test('names foreign switches without their values, which may be secret', () => {
  expect(readArguments(['--proxy-server=user:secret@host'], 'linux').foreign).toEqual(['--proxy-server'])
})

test('a slash marks a switch on Windows and a path elsewhere', () => {
  expect(readArguments(['/remote-debugging-port=1'], 'win32').foreign).toEqual(['/remote-debugging-port'])
  expect(readArguments(['/home/ana'], 'linux')).toEqual({ positional: ['/home/ana'], foreign: [] })
})

test('takes nothing after two dashes for a switch', () => {
  expect(readArguments(['--', '--inspect', '--workspace=/x'], 'linux')).toEqual({ positional: ['--inspect', '--workspace=/x'], foreign: [] })
})
