import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openForWriting } from '#main/workspace/open.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { runCli } from '#test/foundation/run-cli.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

/** A territory that takes turns, of whose partners the first is suspended, and a rule that loses to another. */
function aWorkspace(strategy: 'roundRobin' | 'weighted'): string[] {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  const [away, next] = [buildPartner({ code: 'AWAY', status: 'suspended' }), buildPartner({ code: 'NEXT' })]
  const territory = buildTerritory({ code: 'JAPAN', strategy, candidates: [{ partnerId: away.id, weight: 1 }, { partnerId: next.id, weight: 3 }] })
  putRows(db, partners, [away, next])
  putRows(db, territories, [territory])
  putRows(db, territoryRules, [
    buildRule({ code: 'JP', territoryId: territory.id, priority: 10, condition: { field: 'country', is: ['JP'] } }),
    buildRule({ code: 'LATER', territoryId: territory.id, priority: 20, condition: { field: 'country', is: ['JP'] } }),
  ])
  putRows(db, leads, [
    buildLead({ company: '株式会社サカタのタネ', companyEn: 'SAKATA SEED CORPORATION', companyKana: 'サカタノタネ', country: 'JP' }),
    buildLead({ company: 'Example Trading GmbH', country: 'DE' }),
    buildLead({ company: 'Example Travel', country: 'DE' }),
  ])
  db.close()
  return ['--workspace', directory]
}

describe('workbench explain', { timeout: 120_000 }, () => {
  test('finds a company by its name in any script, whatever its width, case, spaces or legal form', async () => {
    const on = aWorkspace('roundRobin')
    for (const name of ['サカタのタネ', 'ｻｶﾀﾉﾀﾈ', 'さかたのたね', 'サカタの タネ 有限会社', 'Sakata Seed', 'ＳＡＫＡＴＡ ｓｅｅｄ Inc.']) {
      expect([name, (await runCli(['explain', name, ...on, '--json'])).json()]).toMatchObject([name, { company: '株式会社サカタのタネ' }])
    }
    expect((await runCli(['explain', 'exampletrading', ...on, '--json'])).json()).toMatchObject({ company: 'Example Trading GmbH' })
  })

  test('names companies that are nearly called so, when there is none', async () => {
    const { exit, error } = await runCli(['explain', 'Example Tradings', ...aWorkspace('roundRobin')])
    expect(exit).toBe(1)
    expect(error).toBe('lead.not-found: There is no such lead. (similar: Example Trading GmbH, Example Travel)\n')
  })

  test('says in words who won, which rules lost, why each candidate may or may not, and whose turn it was', async () => {
    const on = aWorkspace('roundRobin')
    await runCli(['assign', ...on])
    const { exit, out } = await runCli(['explain', 'Sakata Seed', ...on])
    expect(exit).toBe(0)
    for (const said of ['Goes to NEXT', 'JP → JAPAN, priority 10', 'LATER → JAPAN, priority 20: comes later in priority', 'AWAY: Not active: Suspended', 'NEXT: Chosen', 'In turn (round robin)', /It was the turn of (NEXT\.|AWAY, who)/, /As decided on .* Rules \w+/]) {
      expect(out).toEqual(said instanceof RegExp ? expect.stringMatching(said) : expect.stringContaining(said))
    }
    expect(out).not.toContain('{')
  })

  test('says as JSON what the choice rested on: the turn, or the weights', async () => {
    const turns = aWorkspace('roundRobin')
    await runCli(['assign', ...turns])
    expect((await runCli(['explain', 'Sakata Seed', ...turns, '--json'])).json()).toMatchObject({
      partner: 'NEXT', choice: { strategy: 'roundRobin', turnOf: expect.stringMatching(/^(AWAY|NEXT)$/) as string, weights: null }, candidates: [{ partner: 'AWAY', eligible: false, reasons: [{ reason: 'notActive', status: 'suspended' }] }, { partner: 'NEXT', eligible: true }],
    })
    expect((await runCli(['explain', 'Sakata Seed', ...aWorkspace('weighted'), '--json'])).json()).toMatchObject({ choice: { strategy: 'weighted', weights: { AWAY: 1, NEXT: 3 } }, decidedAt: null })
  })
})

describe('workbench import', { timeout: 120_000 }, () => {
  test('says in sentences what was noticed and refused, each with its code, and counts one row as one', async () => {
    const [, directory = ''] = aWorkspace('roundRobin')
    const file = `${directory}/one.csv`
    writeFileSync(file, 'Leads,,\nCompany,Employees,\nOnly Ltd,10.5.5,x\n')
    const { out, error } = await runCli(['import', 'leads', file, '--workspace', directory])
    expect(out.split('\n')).toEqual([
      '1 row read, 0 imported, 0 duplicates, 1 refused',
      '  notice, line 1: Line 1 before the column names left out. [import.lines-skipped]',
      '  notice, line 2, #3: A column had no name; it is now “#3”. [import.empty-header]',
      '  line 3, Employees: “10.5.5” is not a number. [import.number-invalid]',
      '',
    ])
    expect(error).toMatch(/^import\.rows-refused: /)
    expect((await runCli(['import', 'leads', `${directory}/none.csv`, '--workspace', directory])).error).toBe('import.file-unreadable: The file cannot be read. (reason: ENOENT)\n')
  })

  test.each([
    [['--encoding', 'klingon'], 'utf-8, utf-16le'],
    [['--delimiter', ''], 'one character'],
    [['--delimiter', ';;'], 'one character'],
    [['--delimiter', '\n'], 'one character'],
  ])('ends with 2 for %j and names what is possible', async (args, possible) => {
    const { exit, error } = await runCli(['import', 'leads', 'x.csv', ...args])
    expect([exit, error.includes(possible)]).toEqual([2, true])
  })

  test('lists its own options with a line each', async () => {
    const { out } = await runCli(['import', '--help'])
    for (const option of ['--mapping FILE', '--dry-run', '--skip-refused', '--encoding NAME', '--delimiter CHARACTER', '--sheet NAME', '--workspace DIR', '--json']) expect(out).toMatch(new RegExp(`^  ${option} +\\S`, 'm'))
  })
})

test('takes options without a subcommand for those of the window', async () => {
  const { exit, error } = await runCli(['--port', '70000', '--browser', '--workspace', temporaryWorkspace()])
  expect([exit, error.split('\n')[0]]).toEqual([2, 'workbench start: --port is a number from 0 to 65535'])
})
