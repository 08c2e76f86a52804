import { mkdirSync, readdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCli, type CommandLine, type ProcessSurroundings } from '#test/foundation/run-cli.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

interface Day {
  readonly rows: readonly (readonly string[])[]
  /** Whether the doctor finds nothing. */
  readonly sound: boolean
}

/** What anybody does in a day: a list comes in, a row is looked for, and all is examined. */
async function aDay(surroundings: ProcessSurroundings, place: readonly string[]): Promise<Day> {
  const list = join(temporaryWorkspace(), 'LIST.csv')
  writeFileSync(list, 'COMPANY,COUNTRY,CITY\nISIK LIRA,TR,Diyarbakır\nIsik İnci,TR,Iğdır\nOther,NP,Pokhara\n')
  const workbench = async (words: readonly string[], input?: object): Promise<CommandLine> => {
    const ended = await runCli([...words, ...place, '--json'], input === undefined ? '' : JSON.stringify(input), surroundings)
    expect([words.join(' '), ended.exit, ended.exit === 0 ? '' : ended.error]).toEqual([words.join(' '), 0, ''])
    return ended
  }
  await workbench(['import', 'leads', list])
  const { rows } = (await workbench(['call', 'leads.list', '--input', '-'], { search: 'isik', to: 10 })).json() as { rows: { company: string; country: string; city: string; createdAt: string }[] }
  for (const { createdAt } of rows) expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(HOUR)
  const { ok } = (await workbench(['doctor'])).json() as { ok: boolean }
  return { rows: rows.map(({ company, country, city }) => [company, country, city]).toSorted(), sound: ok }
}

const HOUR = 3_600_000
const asEver: Day = { rows: [['ISIK LIRA', 'TR', 'Diyarbakır'], ['Isik İnci', 'TR', 'Iğdır']], sound: true }

/** The system's own folder for a program's data, below this home. */
const home = (name: string): ProcessSurroundings => {
  const folder = join(temporaryWorkspace(), name)
  mkdirSync(folder, { recursive: true })
  return { variables: { HOME: folder, XDG_DATA_HOME: undefined, WORKBENCH_WORKSPACE: undefined } }
}

describe('row 91: a day’s work comes out the same', { timeout: 300_000 }, () => {
  test.for<[string, ProcessSurroundings]>([
    ['in a zone of five hours and three quarters, in Turkish, whose small I has no dot', { variables: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' } }],
    ['in a zone that nobody knows, and in no language', { variables: { TZ: 'Nowhere/At_All', LANG: undefined, LC_ALL: 'C', LANGUAGE: undefined } }],
    ['where new files are for their owner alone, and no more than 64 are open at once', { before: 'umask 077; ulimit -n 64' }],
  ])('%s', async ([, surroundings]) => {
    expect(await aDay(surroundings, ['--workspace', join(temporaryWorkspace(), 'workspace')])).toEqual(asEver)
  })

  test.for([`a home's "$HOME" 🗂️ ホーム Çağrı`, join(...Array.from({ length: 6 }, () => 'n'.repeat(50)))])('in a home named %s', async (name) => {
    expect(await aDay(home(name), [])).toEqual(asEver)
  })

  test('with 512 MB of memory', async ({ skip }) => {
    const group = memoryGroup(512)
    if ('reason' in group) return skip(group.reason)
    expect(await aDay({ before: group.before }, ['--workspace', join(temporaryWorkspace(), 'workspace')])).toEqual(asEver)
    return undefined
  })
})

describe('row 91: where no work is possible, it is said why', { timeout: 120_000 }, () => {
  test('in a home whose name no disk takes', async () => {
    const { exit, error } = await runCli(['doctor'], '', { variables: { HOME: `/${'n'.repeat(300)}`, XDG_DATA_HOME: undefined, WORKBENCH_WORKSPACE: undefined } })
    expect([exit, error]).toEqual([1, expect.stringMatching(/^workspace\.(missing|unreadable)/)])
  })

  test('without a home, the one that the system knows is taken', async () => {
    const { exit, error } = await runCli(['status', '--json'], '', { variables: { HOME: undefined, XDG_DATA_HOME: temporaryWorkspace(), WORKBENCH_WORKSPACE: undefined } })
    expect([exit, error]).toEqual([0, ''])
  })

  test('whatever others may do with new files, the key is its owner’s alone', async () => {
    const directory = join(temporaryWorkspace(), 'workspace')
    expect((await runCli(['status', '--workspace', directory], '', { before: 'umask 000' })).exit).toBe(0)
    expect(readdirSync(directory)).toContain('workspace.key.json')
    expect(statSync(join(directory, 'workspace.key.json')).mode & 0o077).toBe(0)
  })
})

/** A group of processes with no more memory than this, where we may make one; otherwise why not. */
function memoryGroup(megabytes: number): { readonly before: string } | { readonly reason: string } {
  const folder = `/sys/fs/cgroup/memory/channel-workbench-${process.pid}`
  try {
    mkdirSync(folder)
    onTestFinished(() => {
      rmdirSync(folder)
    })
    writeFileSync(join(folder, 'memory.limit_in_bytes'), String(megabytes * 1_048_576))
    return { before: `echo $$ > ${folder}/cgroup.procs` }
  } catch (error) {
    return { reason: `no process can be kept to its memory here: ${error instanceof Error ? error.message : String(error)}` }
  }
}
