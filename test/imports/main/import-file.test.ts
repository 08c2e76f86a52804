import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { sharedHost } from '#test/foundation/open-host.ts'

const { inspect, dryRun, run } = importsContract.operations
const desk = sharedHost()
let files = 0

function aFile(content: string | Buffer): { file: string; subject: 'leads' } {
  const file = `file-token-${(files += 1)}`
  const path = join(desk().directory, `${file}.csv`)
  writeFileSync(path, content)
  desk().host.grantFile({ token: file, path, access: 'read' })
  return { file, subject: 'leads' }
}

const total = async (): Promise<number> => valueOf(await desk().call(leadsContract.operations.summary, {})).total

describe('what the reader noticed', { timeout: 60_000 }, () => {
  test('is told when looking into the file, when checking it, and by the import', async () => {
    const file = aFile('Market list\nCompany,Country,Country,\nNotice GmbH,DE,x,y\n')
    const notices = [
      { code: 'import.lines-skipped', line: 1, column: null, data: { from: 1, to: 1, rows: 0 } },
      { code: 'import.duplicate-header', line: 2, column: 'Country', data: { name: 'Country (2)' } },
      { code: 'import.empty-header', line: 2, column: '#4', data: { name: '#4' } },
    ]
    for (const operation of [inspect, dryRun, run]) expect(valueOf(await desk().call(operation, file))).toMatchObject({ notices })
  })

  test('refuses the rows of another table above the header, instead of leaving them out in silence', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => `Below ${at},DE,Berlin`).join('\n')
    const file = aFile(`Company,Country\nAbove 1,DE\nAbove 2,DE\nAbove 3,DE\n\nCompany,Country,City\n${rows}\n`)
    const above = [2, 3, 4].map((line) => ({ line, column: null, code: 'import.row-above-header', value: null }))
    expect(valueOf(await desk().call(run, file))).toMatchObject({ read: 53, imported: 0, refused: 3, errors: above })
    expect(valueOf(await desk().call(run, { ...file, skipRefused: true }))).toMatchObject({ imported: 50, refused: 3, notices: [{ code: 'import.lines-skipped', data: { from: 1, to: 5, rows: 4 } }] })
  })

  test('refuses the rows that lost a letter, naming line and column', async () => {
    const file = aFile('Company,City,Country\nWhole SA,Paris,FR\nBroken SA,Besan\ufffdon,FR\n')
    expect(valueOf(await desk().call(dryRun, file))).toMatchObject({
      imported: 1,
      errors: [{ line: 3, column: 'City', code: 'import.replacement-character', value: 'Besan\ufffdon' }],
      notices: [{ code: 'import.replacement-character', line: 3, column: 'City' }],
    })
  })
})

describe('two imports of one file at once', { timeout: 60_000 }, () => {
  test('leave every lead once: one is refused', async () => {
    const before = await total()
    const file = aFile(['Company,Country', ...Array.from({ length: 4000 }, (_, at) => `Twice ${at},ES`)].join('\n'))
    const outcomes = await Promise.all([desk().call(run, file), desk().call(run, file), desk().call(run, file)])
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error.code]))
    expect(refused.every((code) => code === 'import.running')).toBe(true)
    expect(outcomes.reduce((sum, outcome) => sum + (outcome.ok ? outcome.value.imported : 0), 0)).toBe(4000)
    expect(await total()).toBe(before + 4000)
    expect(valueOf(await desk().call(run, file))).toMatchObject({ imported: 0, duplicates: 4000 })
  })

  test('may be of different things', async () => {
    const partners = { ...aFile('Code,Name,Type,Country\nTWO,Two,reseller,ES\n'), subject: 'partners' as const }
    const outcomes = await Promise.all([desk().call(run, aFile('Company,Country\nAlone,ES\n')), desk().call(run, partners)])
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.imported)).toEqual([1, 1])
  })
})

test('refuses an encoding or a delimiter that is none', async () => {
  const file = aFile('Company;Country\nA;DE\n')
  for (const reading of [{ encoding: 'klingon' }, { delimiter: '' }, { delimiter: ';;' }, { delimiter: '\n' }]) {
    expect(await desk().call(inspect, { ...file, reading })).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
  }
})
