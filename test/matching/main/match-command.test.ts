import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCli } from '#test/foundation/run-cli.ts'

function files(contents: Readonly<Record<string, string | Uint8Array>>): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-match-'))
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }) })
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content)
  return (name) => join(folder, name)
}

const AGAINST = 'id;name;website;tax_id\n1;株式会社サカタのタネ;sakata.co.jp;\n2;Universidad de Málaga;uma.es;\n3;Nordic Steel;;B12345678\n'

describe('workbench match', { timeout: 120_000 }, () => {
  test('prints one JSON document: for each query its best matches with the evidence, nothing for what is like nothing', async () => {
    const at = files({ 'a.csv': `\ufeff${AGAINST}`, 'q.csv': 'ID,Name,Domain\nq1,サカタのタネ,www.sakata.co.jp\nq2,University of Malaga,\nq3,£££,\n' })
    const { exit, json, error } = await runCli(['match', '--against', at('a.csv'), '--queries', at('q.csv'), '--json'])
    expect([exit, error]).toEqual([0, ''])
    const matches = json() as { query: string; candidate: string; score: number; verdict: string; evidence: { kind: string }[] }[]
    expect(matches.find(({ query }) => query === 'q1')).toMatchObject({ candidate: '1', verdict: 'same', evidence: [{ kind: 'name' }, { kind: 'domain' }] })
    expect(matches.find(({ query }) => query === 'q2')).toMatchObject({ candidate: '2', verdict: 'likely' })
    expect(matches.filter(({ query }) => query === 'q3')).toEqual([])
  })

  test('says the same in words, and heeds what a person confirmed and which domain is shared', async () => {
    const at = files({ 'a.csv': AGAINST, 'q.csv': 'id,name,domain\nq1,Telefactor,\nq2,Zeta,uma.es\n', 'c.csv': 'name,id\nTelefactor Inc.,3\n' })
    const { exit, out } = await runCli(['match', '--against', at('a.csv'), '--queries', at('q.csv'), '--confirmed', at('c.csv'), '--shared-domain', 'uma.es'])
    expect(exit).toBe(0)
    expect(out).toMatch(/q1 {2}Telefactor\n {2}Same, 100% {2}3\n {4}A person confirmed/)
    expect(out).toContain('Many companies use uma.es')
  })

  test.each([
    ['import.column-missing', 'id,title\n1,Acme\n'],
    ['import.value-missing', 'id,name\n1,\n'],
    ['match.id-twice', 'id,name\n1,Acme\n1,Zeta\n'],
    ['import.ragged-row', 'id,name\n1,Acme\n2,Zeta,too,many\n'],
    ['import.unclosed-quote', 'id,name\n1,"Acme\n'],
    ['import.empty', ''],
  ])('refuses a bad file with %s and prints nothing', async (code, text) => {
    const at = files({ 'a.csv': text, 'q.csv': 'id,name\n1,Acme\n' })
    for (const [against, queries] of [['a.csv', 'q.csv'], ['q.csv', 'a.csv']] as const) {
      const { exit, out, error } = await runCli(['match', '--against', at(against), '--queries', at(queries), '--json'])
      expect([exit, out]).toEqual([1, ''])
      expect(error).toContain(`${code}:`)
    }
  })

  test('reads Japanese encodings, and needs both files', async () => {
    const shiftJis = Uint8Array.from([...'id,name\n1,'].map((letter) => letter.charCodeAt(0)).concat([0x93, 0xfa, 0x97, 0xa7, 0x90, 0xbb, 0x8d, 0xec, 0x8f, 0x8a, 0x8a, 0x94, 0x8e, 0xae, 0x89, 0xef, 0x8e, 0xd0, 0x0a]))
    const at = files({ 'a.csv': shiftJis, 'q.csv': 'id,name\nq,（株）日立製作所\n' })
    expect((await runCli(['match', '--against', at('a.csv'), '--queries', at('q.csv'), '--json'])).json()).toMatchObject([{ query: 'q', candidate: '1', verdict: 'likely' }])
    expect(await runCli(['match', '--against', at('a.csv')])).toMatchObject({ exit: 2, out: '' })
    expect(await runCli(['match', '--against', at('none.csv'), '--queries', at('q.csv')])).toMatchObject({ exit: 1, error: expect.stringContaining('import.file-unreadable') as string })
  })
})
