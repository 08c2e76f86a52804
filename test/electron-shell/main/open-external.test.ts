import { describe, expect, test } from 'vitest'
import { decideExternal, openExternal } from '#main/electron/open-external.ts'

const HOSTS = new Set(['help.lira.example', 'xn--bcher-kva.example'])

describe('decideExternal', () => {
  test.each([
    ['https://help.lira.example/guide?x=1#top', 'https://help.lira.example/guide?x=1#top'],
    ['HTTPS://HELP.lira.example/a/../b', 'https://help.lira.example/b'],
    ['https://help.lira.example:443/', 'https://help.lira.example/'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['mailto:jose@lucio.example', 'mailto:jose@lucio.example'],
    ['mailto:a@lira.example,b@lira.example?subject=A+B%20%26%20more&body=line%0D%0Aline', 'mailto:a@lira.example,b@lira.example?subject=A%2BB%20%26%20more&body=line%0D%0Aline'],
  ])('opens %s as %s', (address, written) => {
    expect(decideExternal(address, HOSTS)).toEqual({ ok: true, value: written })
  })

  test.each([
    'http://help.lira.example/',
    'https://other.example/',
    'https://help.lira.example.evil.example/',
    'https://evil.example/?https://help.lira.example/',
    'https://help.lira.example@evil.example/',
    'https://user@help.lira.example/',
    'https://user:secret@help.lira.example/',
    'https://help.lira.example:8443/',
    'https://help.lira.example./',
    'https:\\\\help.lira.example/',
    'https://help.lira.example\\@evil.example/',
    'https:/help.lira.example/',
    'https:help.lira.example',
    'https:///help.lira.example/',
    'https://help.lira.exаmple/', // a Cyrillic letter
    ' https://help.lira.example/',
    'https://help.lira.example/\n',
    'https://help.lira.example/\0',
    'https://help.lira.example/ --flag',
    'java\tscript:alert(1)',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://help.lira.example/1',
    'file:///C:/Windows/System32/calc.exe',
    'file://host/share/x.exe',
    '\\\\host\\share\\x.exe',
    '//host/share',
    'C:\\Windows\\System32\\calc.exe',
    '/usr/bin/true',
    'smb://host/share',
    'ssh://host',
    'ms-msdt:/id PCWDiagnostic',
    'ms-msdt:/id',
    'search-ms:query=x&crumb=location:\\\\host',
    'search-ms:query=x',
    'ms-officecmd:{}',
    'ms-settings:network',
    'vscode://file/x',
    'tel:+502',
    'app://app/',
    'channel-workbench://open/lead/x',
    'mailto:',
    'mailto:jose@lucio.example?attach=/etc/passwd',
    'mailto:jose@lucio.example?attachment=C:%5Cx',
    'mailto:jose@lucio.example?Attach=/etc/passwd',
    'mailto:jose@lucio.example?subject=a%0D%0ABcc:evil@evil.example',
    'mailto:jose@lucio.example?cc=a@b.example%0Aattach:x',
    'mailto:"a b"@lira.example',
    'mailto:jose@lucio.example%3Fattach=x',
    'mailto:--attach@lira.example',
    'mailto:jose@lucio.example#x',
    `https://help.lira.example/${'x'.repeat(3000)}`,
    '',
  ])('refuses %j', (address) => {
    expect(decideExternal(address, HOSTS)).toMatchObject({ ok: false, error: { code: 'link.not-allowed' } })
  })

  test('allows no host of which the policy does not speak', () => {
    expect(decideExternal('https://help.lira.example/', new Set()).ok).toBe(false)
  })
})

test('hands the system the rewritten address, and nothing when it is refused', async () => {
  const opened: string[] = []
  const shell = {
    openExternal: async (address: string) => {
      opened.push(address)
    },
  }
  expect(await openExternal(shell, 'https://help.lira.example/a/../b', HOSTS)).toEqual({ ok: true, value: null })
  expect((await openExternal(shell, 'file:///x', HOSTS)).ok).toBe(false)
  expect(opened).toEqual(['https://help.lira.example/b'])
})
