import { describe, expect, test } from 'vitest'
import type { RunTool } from '#main/policies/policy-place.ts'
import { readWindowsRegistry } from '#main/policies/windows-registry.ts'
import { resolvePolicies } from '#shared/policies/resolve-policies.ts'

/** What `reg.exe query` prints, by the key that is asked for; a key that is not there ends it badly. */
function registry(keys: Readonly<Record<string, string>>): { run: RunTool; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    async run(program, args) {
      asked.push([program, ...args].join(' '))
      const printed = keys[args[1] ?? '']
      if (printed === undefined) throw new Error('ended with 1')
      return printed
    },
  }
}

const lines = (...text: string[]): string => `\r\n${text.join('\r\n')}\r\n\r\n`
const parent = (hive: string, ...keys: string[]) => lines(...keys.map((key) => `${hive}\\SOFTWARE\\Policies\\${key}`))
const machineKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\ChannelWorkbench'
const none = { 'HKCU\\Software\\Policies': parent('HKEY_CURRENT_USER', 'Microsoft') }

describe('the registry of Windows', () => {
  test('is read with the system’s own tool, the machine’s key and the user’s', async () => {
    const { run, asked } = registry({
      'HKLM\\Software\\Policies': parent('HKEY_LOCAL_MACHINE', 'ChannelWorkbench', 'Microsoft'),
      'HKLM\\Software\\Policies\\ChannelWorkbench': lines(
        machineKey,
        '    CentralAddress    REG_SZ    https://central.lira.example',
        '    ExportAllowed    REG_DWORD    0x0',
        '    UserPolicies    REG_DWORD    0x1',
        '    OfflineDays    REG_DWORD    0x1e',
        '',
        `${machineKey}\\Defaults`,
        '    Language    REG_SZ    ja',
      ),
      'HKCU\\Software\\Policies': parent('HKEY_CURRENT_USER', 'channelworkbench'),
      'HKCU\\Software\\Policies\\ChannelWorkbench': lines('HKEY_CURRENT_USER\\Software\\Policies\\ChannelWorkbench', '    BackupAllowed    REG_DWORD    0x0'),
    })
    const resolved = resolvePolicies(await readWindowsRegistry(run, 'C:\\Windows'))
    expect(resolved.set).toEqual({ CentralAddress: 'https://central.lira.example', ExportAllowed: false, UserPolicies: true, OfflineDays: 30, BackupAllowed: false })
    expect(resolved.suggested).toEqual({ Language: 'ja' })
    expect(resolved.problems).toEqual([])
    expect(asked.every((call) => /^C:\\Windows.System32.reg\.exe query .* \/reg:64$/.test(call))).toBe(true)
  })

  test('holds nothing where our key is not there', async () => {
    const { run } = registry({ ...none, 'HKLM\\Software\\Policies': parent('HKEY_LOCAL_MACHINE', 'Microsoft', 'ChannelWorkbenchOther') })
    expect(await readWindowsRegistry(run, 'C:\\Windows')).toEqual({ machine: { place: 'HKLM\\Software\\Policies\\ChannelWorkbench', entries: {} }, user: { place: 'HKCU\\Software\\Policies\\ChannelWorkbench', entries: {} } })
  })

  test('is told to be unreadable where our key may not be read, or the tool cannot be run', async () => {
    const { run } = registry({ ...none, 'HKLM\\Software\\Policies': parent('HKEY_LOCAL_MACHINE', 'ChannelWorkbench') })
    expect((await readWindowsRegistry(run, 'C:\\Windows')).machine).toMatchObject({ problem: 'unreadable' })
    expect(await readWindowsRegistry(registry({}).run, 'C:\\Windows')).toMatchObject({ machine: { problem: 'unreadable' }, user: { problem: 'unreadable' } })
  })

  test.each([
    ['a switch as text', '    ExportAllowed    REG_SZ    true'],
    ['a switch that is neither', '    ExportAllowed    REG_DWORD    0x2'],
    ['text in pieces', '    ExportAllowed    REG_MULTI_SZ    1\\0'],
    ['bytes', '    ExportAllowed    REG_BINARY    00'],
    ['nothing', '    ExportAllowed    REG_SZ    '],
  ])('closes what is given as %s', async (_, line) => {
    const { run } = registry({ ...none, 'HKLM\\Software\\Policies': parent('HKEY_LOCAL_MACHINE', 'ChannelWorkbench'), 'HKLM\\Software\\Policies\\ChannelWorkbench': lines(machineKey, line) })
    expect(resolvePolicies(await readWindowsRegistry(run, 'C:\\Windows'))).toMatchObject({ set: { ExportAllowed: false }, problems: [{ problem: 'invalid', name: 'ExportAllowed' }] })
  })

  test('takes no other key below ours for ours, and no name for more than a name', async () => {
    const { run } = registry({
      ...none,
      'HKLM\\Software\\Policies': parent('HKEY_LOCAL_MACHINE', 'ChannelWorkbench'),
      'HKLM\\Software\\Policies\\ChannelWorkbench': lines(machineKey, '    __proto__    REG_SZ    x', '', `${machineKey}\\Other`, '    ExportAllowed    REG_DWORD    0x0'),
    })
    const { set, problems } = resolvePolicies(await readWindowsRegistry(run, 'C:\\Windows'))
    expect([set, problems.map(({ name }) => name)]).toEqual([{}, ['__proto__']])
  })
})
