import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect as expectNow, test, type Page } from '@playwright/test'
import { startCentralProcess, type CentralProcess } from '../../central/cli/central-process.ts'
import { look, watch } from '../../foundation/journey.ts'
import { callHost, startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

const NUMBER = '1180301018771'
/** Three programs and a server share the machine: what is expected may take its time. */
const expect = expectNow.configure({ timeout: 60_000 })

let directory: string
let central: CentralProcess
let bossDesk: StartedWorkbench
let anaDesk: StartedWorkbench

test.beforeAll(async () => {
  test.setTimeout(240_000)
  directory = mkdtempSync(join(tmpdir(), 'workbench-central-'))
  central = await startCentralProcess('--data', directory, '--store', 'pglite', '--company', 'Lira Financial')
  const { address } = central
  bossDesk = await startWorkbench()
  anaDesk = await startWorkbench()
  await callHost(bossDesk, 'sync.connect', { address, code: central.first?.code })
  for (const [code, name] of [['KITA', 'Kitami Systems'], ['OKU', 'Oku Partners']]) await callHost(bossDesk, 'partners.create', { code, name, type: 'reseller', country: 'JP', status: 'active', products: ['LEDGER'], timeZone: 'Asia/Tokyo' })
  const invited = spawnSync(process.execPath, ['bin/workbench.mjs', 'invite', '--data', directory, '--name', 'Ana Ríos', '--email', 'ana@lira.example', '--role', 'channelManager', '--json'], { encoding: 'utf8' })
  await callHost(anaDesk, 'sync.connect', { address, code: (JSON.parse(invited.stdout) as { readonly code: string }).code })
})

test.afterAll(async () => {
  for (const desk of [bossDesk, anaDesk]) await desk.stop()
  central.child.kill('SIGTERM')
  await central.exit
  rmSync(directory, { recursive: true, force: true })
})

const bar = (page: Page) => page.getByRole('contentinfo').getByRole('link')
const synced = (page: Page) => expect(bar(page)).toHaveText(/^Synced/)
const room = (page: Page) => page.getByRole('region', { name: 'Conflict room' })

/** Runs a command of the palette. */
async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(title)
  await expect(page.getByRole('option').first()).toContainText(title)
  await page.keyboard.press('Enter')
}

async function goOffline(page: Page): Promise<void> {
  await run(page, 'Work offline')
  await expect(bar(page)).toHaveText(/^Working offline/)
}

/** Registers a deal in the form, from its first field on. */
async function register(page: Page, partner: string, company: string, amount: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { name: 'Deal registrations', level: 1 })).toBeVisible()
  await page.keyboard.press('c')
  const form = page.getByRole('dialog')
  await expect(form.getByRole('combobox').first()).toBeFocused()
  await page.keyboard.type(partner)
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  const fill = async (label: string, text: string): Promise<void> => {
    await form.getByLabel(label, { exact: false }).first().focus()
    await page.keyboard.type(text)
  }
  await fill('Customer', company)
  await fill('Corporate number', NUMBER)
  await fill('Web site', 'https://kitayama.example')
  await form.getByPlaceholder('Type and press Enter').focus()
  await page.keyboard.type('LEDGER')
  await page.keyboard.press('Enter')
  await form.getByLabel('Currency').focus()
  await page.keyboard.type('JPY')
  await page.keyboard.press('Enter')
  await form.getByLabel('Amount').focus()
  await page.keyboard.type(amount)
  await form.getByLabel('Expected to close').fill('2027-03-31')
  await form.getByLabel('Country').focus()
  await page.keyboard.type('Japan')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Japan')
  await page.keyboard.press('Enter')
  await expect(form.getByText('Draft kept')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
}

/** Decides the case in the room for one partner, with its reasons. */
async function decide(page: Page, verdict: string, winner: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('d')
  await dialog.getByLabel('Verdict').selectOption(verdict)
  await dialog.getByLabel('Who wins').selectOption(winner)
  await dialog.getByLabel('Reason, for the house').focus()
  await page.keyboard.type(reason)
  for (const name of ['Kitami Systems', 'Oku Partners']) {
    await dialog.getByLabel(`Reason, for ${name}`).focus()
    await page.keyboard.type(`${reason} (${name})`)
  }
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
}

interface Deal {
  readonly id: string
  readonly company: string
  readonly status: string
  readonly caseId: string | null
}
const deals = async (desk: StartedWorkbench): Promise<readonly Deal[]> => (await callHost<{ rows: readonly Deal[] }>(desk, 'deals.list', { to: 10, sort: [{ field: 'company', direction: 'ascending' }] })).rows

test('two desks register one customer in two scripts, decide its case differently, both offline; one decision stands, is appealed, and the case is closed', async ({ browser }) => {
  test.setTimeout(480_000)
  const [boss, ana] = await Promise.all([bossDesk, anaDesk].map(async (desk) => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    await page.goto(desk.address)
    await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible()
    await synced(page)
    return page
  }))
  if (boss === undefined || ana === undefined) throw new Error('no windows')
  const complaints = [...watch(boss), ...watch(ana)]
  await expect(async () => expect((await callHost<{ total: number }>(anaDesk, 'partners.list', { to: 0 })).total).toBe(2)).toPass({ timeout: 120_000 })

  // Without a network, neither knows of the other.
  await goOffline(boss)
  await goOffline(ana)
  await register(boss, 'Kitami', '株式会社北山食品', '4000000')
  await register(ana, 'Oku', 'Kitayama Shokuhin K.K.', '3900000')
  for (const desk of [bossDesk, anaDesk]) expect((await deals(desk)).map(({ status, caseId }) => [status, caseId])).toEqual([['submitted', null]])

  // The server brings both together, and both desks hold both.
  await run(boss, 'Work online again')
  await synced(boss)
  await run(ana, 'Work online again')
  await synced(ana)
  await expect(async () => {
    for (const desk of [bossDesk, anaDesk]) expect((await deals(desk)).map(({ status, caseId }) => [status, caseId !== null])).toEqual([['submitted', true], ['submitted', true]])
  }).toPass({ timeout: 120_000 })
  const [{ caseId }] = (await deals(anaDesk)) as [Deal]
  for (const page of [boss, ana]) {
    await page.keyboard.press('g')
    await page.keyboard.press('x')
    await expect(page.getByRole('grid')).toContainText('株式会社北山食品')
    await page.getByRole('gridcell', { name: '株式会社北山食品' }).click()
    await expect(page.getByRole('article', { name: '株式会社北山食品' })).toContainText('Oku Partners')
    // The list writes into the address what it shows, and may do so once more while somebody leaves it.
    await expect(async () => {
      if (await room(page).isHidden()) await page.keyboard.press('o')
      await expectNow(room(page).getByRole('columnheader', { name: /Kitami Systems/ })).toBeVisible({ timeout: 10_000 })
    }).toPass()
    await expect(room(page).getByRole('columnheader', { name: /Oku Partners/ })).toBeVisible()
  }
  await expect(room(ana)).toContainText('Kitayama Shokuhin K.K.')
  await boss.keyboard.press('t')
  await expect(room(boss).getByText('Triage')).toBeVisible()
  await boss.keyboard.press('v')
  await expect(room(ana).getByText('Under review')).toBeVisible({ timeout: 30_000 })
  await look(ana, 'two-desks-room', false)

  // Both decide, each for another, and each is right on their own desk.
  await goOffline(boss)
  await goOffline(ana)
  await decide(boss, 'First claim upheld', 'Kitami Systems', 'Kitami was first.')
  await decide(ana, 'Another claim awarded', 'Oku Partners', 'Oku knows the customer.')
  await expect(room(boss).getByRole('region', { name: 'Decision 1' })).toContainText('Kitami Systems 100%')
  await expect(room(ana).getByRole('region', { name: 'Decision 1' })).toContainText('Oku Partners 100%')

  // The first to arrive stands; whoever was second is told what both have decided, and by whom.
  await run(boss, 'Work online again')
  await synced(boss)
  await run(ana, 'Work online again')
  await expect(bar(ana)).toHaveText('1 refused')
  await expect(room(ana).getByRole('region', { name: 'Decision 1' })).toContainText('Kitami Systems 100%')
  await bar(ana).focus()
  await ana.keyboard.press('Enter')
  await expect(ana.getByRole('option')).toHaveCount(1)
  const refused = ana.getByRole('article')
  await expect(refused).toContainText('has decided “株式会社北山食品” otherwise meanwhile: First claim upheld (Kitami Systems 100%, Oku Partners 50%). You: Another claim awarded (Oku Partners 100%)')
  await expect(refused).toContainText('Speak with each other; the first decision stands.')
  await look(ana, 'two-desks-decided-otherwise', false)
  await ana.keyboard.press('d')
  await expect(ana.getByText('Nothing was refused')).toBeVisible()
  await synced(ana)

  // The loser appeals; the appeal is decided, and the case closed.
  await ana.goto(new URL(`#/conflicts/room?id=${caseId}`, ana.url()).href)
  await expect(room(ana).getByText('can be appealed until')).toBeVisible()
  const dialog = ana.getByRole('dialog')
  await ana.keyboard.press('a')
  await dialog.getByLabel('For which claim').selectOption('Oku Partners')
  await dialog.getByLabel('What the appeal says').focus()
  await ana.keyboard.type('We have the order in writing')
  await ana.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(room(boss).getByText('Appealed', { exact: true }).first()).toBeVisible({ timeout: 30_000 })
  await decide(boss, 'Another claim awarded', 'Oku Partners', 'The order is convincing.')
  await expect(room(ana).getByRole('region', { name: 'Decision 2' })).toContainText('Oku Partners 100%')
  await boss.keyboard.press('f')
  await expect(boss.getByRole('dialog')).toContainText('Everybody has agreed')
  await boss.getByRole('dialog').getByRole('button', { name: 'Close the case' }).press('Enter')
  for (const page of [boss, ana]) await expect(room(page).getByText('Final', { exact: true })).toBeVisible({ timeout: 30_000 })
  await look(boss, 'two-desks-final', false)
  await expect(async () => {
    for (const desk of [bossDesk, anaDesk]) expect((await deals(desk)).map(({ company, status, caseId: held }) => [company, status, held])).toEqual([['Kitayama Shokuhin K.K.', 'approved', null], ['株式会社北山食品', 'rejected', null]])
  }).toPass({ timeout: 120_000 })
  expect(complaints).toEqual([])
})
