import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { look, switchLanguage, tabTo, watch } from '../../foundation/journey.ts'
import { movableClock, type MovableClock } from '../../foundation/movable-clock.ts'
import { callHost, startWorkbenchIn, type StartedWorkbench } from '../../foundation/started-workbench.ts'
import { sampleFile } from '../../imports/sample-data.ts'
import { beginDraft, expectActive, give, goToTerritories } from './on-the-map.ts'

const WEEK_MS = 7 * 86_400_000

interface Named {
  readonly id: string
  readonly name: string
}

interface Candidate {
  readonly partnerId: string
  readonly weight: number
}

interface Lead {
  readonly id: string
  readonly company: string
  readonly partnerId: string | null
  readonly stage: string
}

let clock: MovableClock
let workbench: StartedWorkbench

const call = <T>(operation: string, input: object): Promise<T> => callHost<T>(workbench, operation, input)

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const directory = mkdtempSync(join(tmpdir(), 'workbench-journey-'))
  const organisations = sampleFile('leads-organisations.csv')
  for (const [subject, file] of [['partners', 'resources/examples/partners.csv'], ['territories', 'resources/examples/territories.csv'], ['leads', organisations ?? 'resources/examples/leads.csv']] as const) {
    const { status, stderr } = spawnSync(process.execPath, ['bin/workbench.mjs', 'import', subject, file, '--workspace', directory], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  }
  clock = movableClock()
  workbench = await startWorkbenchIn(directory, clock.environment)
})

test.afterAll(async () => {
  await workbench.stop()
  clock.remove()
})

test('from a draft of the map to a customer: what if, activate, move, miss a deadline, be offered on, convert', async ({ page }) => {
  test.setTimeout(600_000)
  const complaints = watch(page)
  await call('calendars.refresh', {})
  await call('deadlines.createPolicy', { name: 'Accept within a working day', kind: 'accept', minutes: 480, countries: ['PT'], warnAt: 75, breach: 'recall', grace: 60 })
  await call('assignment.run', {})

  await page.goto(workbench.address)
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
  await goToTerritories(page)
  await beginDraft(page, 'One Iberia')
  await page.keyboard.press('m')
  const map = page.getByRole('listbox', { name: 'Map of countries and their territories' })
  await expect(map).toBeVisible({ timeout: 30_000 })
  await map.focus()
  await page.keyboard.type('portu')
  await expectActive(page, /^Portugal: Portugal · /)
  await give(page, 'España')
  await expectActive(page, /^Portugal: España · .*today: Portugal/)

  // No Spanish partner may sell in Portugal: every Portuguese lead would be in nobody's hands, and the window says so at once.
  const drawer = page.getByRole('region', { name: 'What if it were active today' })
  await expect(drawer.getByText(/^[\d,]+ lose their partner$/)).toBeVisible({ timeout: 30_000 })
  await look(page, 'journey-orphans', false)

  // So the Portuguese partners come along, with other weights; now the leads move, as many as the command line tells.
  const modelId = (await call<Named[]>('models.list', {})).find(({ name }) => name === 'One Iberia')?.id
  const { territories } = await call<{ territories: { row: Named & { candidates: Candidate[] } }[] }>('models.tree', { id: modelId })
  const [spain, portugal] = ['España', 'Portugal'].map((name) => territories.find(({ row }) => row.name === name)?.row)
  if (spain === undefined || portugal === undefined) throw new Error('no Iberia')
  const candidates = [...spain.candidates, ...portugal.candidates.map(({ partnerId }, at) => ({ partnerId, weight: at + 1 }))]
  await call('models.changeTerritory', { modelId, id: spain.id, edits: [{ field: 'candidates', value: candidates, was: spain.candidates }] })
  const whatIf = await call<{ moved: number; orphaned: number }>('models.whatIf', { id: modelId })
  expect(whatIf.orphaned).toBe(0)
  expect(whatIf.moved).toBeGreaterThan(0)
  await expect(drawer.getByText(`${whatIf.moved.toLocaleString('en')} leads move`)).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Tab')
  await page.keyboard.press('w')
  await look(page, 'journey-what-if')
  await page.getByRole('button', { name: 'Activate…' }).focus()
  await page.keyboard.press('Enter')
  const knows = page.getByRole('checkbox', { name: 'I know, and activate it nevertheless' })
  await expect(page.getByRole('dialog', { name: 'Activate “One Iberia”' })).toBeVisible()
  if (await knows.isVisible()) {
    await knows.focus()
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Control+Enter')

  // What was told is what happens.
  await page.getByRole('button', { name: 'Preview the run' }).focus()
  await page.keyboard.press('Enter')
  const run = page.getByRole('button', { name: /^Give [\d,]+ leads? to/ })
  await expect(run).toBeEnabled({ timeout: 60_000 })
  await expect(page.getByRole('definition').filter({ hasText: new RegExp(`^${whatIf.moved.toLocaleString('en')}$`) }).first()).toBeVisible()
  await look(page, 'journey-realign')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Undo').first()).toBeVisible({ timeout: 60_000 })

  const [offered] = (await call<{ rows: Lead[] }>('leads.list', { to: 1, filter: [{ field: 'country', operator: 'is', values: ['PT'] }, { field: 'partnerId', operator: 'isNotEmpty', values: [] }] })).rows
  if (offered?.partnerId == null) throw new Error('no Portuguese lead with a partner')
  const first = await partnerName(offered.partnerId)
  await openLead(page, offered)
  const deadline = page.getByRole('region', { name: 'Deadline' })
  await expect(deadline).toContainText('To accept')
  await expect(deadline).toContainText('Accept within a working day')
  await look(page, 'journey-offered')

  // A week later nobody has accepted: it is recalled, and offered to the next.
  clock.forward(WEEK_MS)
  await page.clock.setSystemTime(clock.now())
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Deadlines' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Deadlines', level: 1 })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Overdue' })).toBeVisible()
  await look(page, 'journey-overdue')
  await page.getByRole('button', { name: 'Act on what is due now' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/leads offered to the next partner/).first()).toBeVisible({ timeout: 60_000 })
  const recalled = await call<Lead>('leads.get', { id: offered.id })
  expect(recalled.partnerId).not.toBeNull()
  expect(recalled.partnerId).not.toBe(offered.partnerId)
  await openLead(page, offered)
  await expect(page.getByRole('region', { name: 'Who had it before' })).toContainText(first)
  await look(page, 'journey-offered-on')

  // The next one takes it up; it becomes a customer.
  await tabTo(page, 'Accepted by the partner')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Start work')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Convert/ })).toBeVisible()
  await page.keyboard.press('v')
  const converting = page.getByRole('dialog')
  await expect(converting.getByRole('radio').first()).toBeVisible()
  await look(page, 'journey-convert', false)
  await page.keyboard.press('Control+Enter')
  await expect(converting).toBeHidden()
  await expect(page.getByRole('region', { name: 'What became of it' })).toBeVisible()
  await switchLanguage(page, '日本語', 'ja')
  await look(page, 'journey-customer-ja')
  expect(await call<Lead>('leads.get', { id: offered.id })).toMatchObject({ stage: 'converted', partnerId: recalled.partnerId })
  const { rows } = await call<{ rows: { partnerId: string; leadId: string }[] }>('opportunities.list', { to: 10 })
  expect(rows).toMatchObject([{ partnerId: recalled.partnerId, leadId: offered.id }])
  expect(complaints).toEqual([])
})

async function partnerName(id: string): Promise<string> {
  return (await call<{ name: string }>('partners.get', { id })).name
}

async function openLead(page: Page, { id, company }: Lead): Promise<void> {
  await page.goto(`${workbench.address.replace(/#.*/, '')}#/leads?id=${id}`)
  await expect(page.getByRole('heading', { name: company, level: 2 })).toBeVisible()
}
