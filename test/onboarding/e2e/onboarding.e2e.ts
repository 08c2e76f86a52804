import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { look, lookAtWords, switchLanguage, watch } from '../../foundation/journey.ts'
import { movableClock, type MovableClock } from '../../foundation/movable-clock.ts'
import { callHost, startWorkbenchIn, type StartedWorkbench } from '../../foundation/started-workbench.ts'

let clock: MovableClock
let workbench: StartedWorkbench

test.beforeAll(async () => {
  test.setTimeout(300_000)
  clock = movableClock()
  workbench = await startWorkbenchIn(mkdtempSync(join(tmpdir(), 'workbench-onboarding-')), clock.environment)
})

test.afterAll(async () => {
  await workbench.stop()
  clock.remove()
})

const call = <T>(operation: string, input: object): Promise<T> => callHost<T>(workbench, operation, input)
const task = (page: Page, name: string) => page.getByRole('listbox', { name: 'Checklist' }).getByRole('option', { name, exact: false })

/** Chooses a task with the arrow keys alone. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('listbox', { name: 'Checklist' }).focus()
  await page.keyboard.press('Home')
  const chosen = page.getByRole('heading', { level: 2, name, exact: true })
  for (let presses = 0; presses < 30 && !(await chosen.isVisible()); presses += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(chosen).toBeVisible()
}

/** Says the chosen task is done, with what it asks for. */
async function complete(page: Page, name: string, fill: Readonly<Record<string, string>> = {}, becomes = 'Completed'): Promise<void> {
  await choose(page, name)
  await expect(page.getByRole('button', { name: 'Complete', exact: false }).first()).toBeVisible()
  await page.keyboard.press('d')
  if (Object.keys(fill).length > 0) {
    const form = page.getByRole('dialog')
    for (const [label, value] of Object.entries(fill)) await form.getByLabel(label, { exact: false }).first().fill(value)
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
  }
  await expect(task(page, name)).toContainText(becomes)
}

async function approve(page: Page, name: string): Promise<void> {
  await page.keyboard.press('a')
  await expect(task(page, name)).toContainText('Completed')
}

/** Goes where a link would, within the page that is open. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

test('a Guatemalan partner goes through its checklist, becomes active by a decision, and is given a lead', async ({ page }) => {
  test.setTimeout(600_000)
  const complaints = watch(page)
  const contacts = [{ name: 'Jose Lucio', email: 'jose@lucio.example', phone: null, role: null, primary: true }]
  const partner = await call<{ id: string }>('partners.create', { code: 'LUCIO', name: 'Lucio Sistemas', type: 'valueAddedReseller', country: 'GT', status: 'approved', languages: ['es'], products: ['LIRA-PAY'], timeZone: 'America/Guatemala', contacts })
  await call('calendars.refresh', {})

  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('z')
  await expect(page.getByText('Nothing is due')).toBeVisible()

  await page.getByRole('link', { name: 'Templates' }).click()
  await expect(page.getByText('No templates yet')).toBeVisible()
  await page.keyboard.press('c')
  const form = page.getByRole('dialog')
  await form.getByLabel('Based on').selectOption('value-added-reseller')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Value-added reseller' })).toBeVisible()
  await page.getByRole('button', { name: 'Whom it is for' }).click()
  await form.getByLabel('Only for countries').fill('gt de')
  await form.getByRole('checkbox', { name: 'Gold' }).check()
  await look(page, 'onboarding-template-for', false)
  await form.getByRole('checkbox', { name: 'Gold' }).uncheck()
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByText('For: Value-added reseller · Guatemala, Germany')).toBeVisible()
  await look(page, 'onboarding-template', false)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('navigation', { name: 'Templates' })).toContainText('Published')

  await page.getByRole('link', { name: 'Checklists' }).click()
  await expect(page.getByRole('button', { name: 'Begin checklists' })).toBeVisible()
  await page.keyboard.press('c')
  await form.getByLabel('Partner').first().fill('Lucio')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(form.getByLabel('Template')).toContainText('Value-added reseller')
  await form.getByLabel('Agreement signed').fill('2027-03-22')
  await form.getByLabel('Coordinator').fill('Aya')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Lucio Sistemas' })).toBeVisible()

  // Holy Week: 5 working days after Monday, 22 March 2027 leave out Maundy Thursday and Good Friday.
  await expect(task(page, 'Company profile')).toContainText('Mar 31, 2027')
  await expect(task(page, 'Data processing agreement')).toContainText('Not applicable')
  await complete(page, 'Welcome call')
  await complete(page, 'Non-disclosure agreement', { 'Version that was accepted': '2.1' })
  await complete(page, 'Company profile and tax details', { Note: 'NIT 1234567-8' }, 'Waiting for approval')
  await approve(page, 'Company profile and tax details')
  await look(page, 'onboarding-checklist')

  await page.keyboard.press('v')
  await form.getByLabel('Reason').fill('Another tax number')
  await page.keyboard.press('Control+Enter')
  await expect(task(page, 'Company profile')).toContainText('Action required')
  await complete(page, 'Company profile and tax details', { Note: 'NIT 8765432-1' }, 'Waiting for approval')
  await approve(page, 'Company profile and tax details')
  await choose(page, 'Plan for the first year')
  await page.keyboard.press('s')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true')
  await form.getByLabel('Reason').fill('We plan together in January')
  await page.keyboard.press('Control+Enter')
  await expect(task(page, 'Plan for the first year')).toContainText('Skipped')

  await page.getByRole('button', { name: 'Activate the partner' }).click()
  await expect(form.getByRole('listitem').filter({ hasText: 'Every stage is done' }).getByLabel('Not met')).toBeVisible()
  await expect(form.getByRole('button', { name: 'Activate the partner' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()

  await page.getByRole('button', { name: 'Print for the partner' }).click()
  const sheet = page.getByRole('region', { name: 'Lista de verificación de Lucio Sistemas' })
  await expect(sheet).toContainText('Contrato de reventa')
  await expect(sheet).toContainText('Pendiente')
  await look(page, 'onboarding-sheet', false)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  await expect(page.locator('.print-sheet')).toContainText('Capacitación de ventas')
  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Escape')

  await complete(page, 'Reseller agreement', { 'Version that was accepted': '4.0' }, 'Waiting for approval')
  await approve(page, 'Reseller agreement')
  await complete(page, 'People for sales, technology and billing', { Note: 'Ana, Luis' })
  for (const name of ['Accounts for the partner’s people', 'Prices and tax notes for the region', 'Test system', 'Sales training']) await complete(page, name)
  await complete(page, 'Sales certification of one person', { 'Whose certificate': 'Ana' })
  await complete(page, 'Technical training')
  await complete(page, 'Technical certification of one person', { 'Whose certificate': 'Luis' })
  for (const name of ['A demonstration, given to us', 'Description of the partner’s own services']) {
    await complete(page, name, { Note: 'Good' }, 'Waiting for approval')
    await approve(page, name)
  }
  await complete(page, 'First three customers to speak to', { Note: 'Banco, tienda, clínica' })
  await complete(page, 'Review of the first project’s plan', { Note: 'Good' })
  await complete(page, 'Review: ready to sell', { Note: 'Ready' })
  await expect(page.getByText('100%')).toBeVisible()

  await page.getByRole('button', { name: 'Activate the partner' }).click()
  await expect(form.getByLabel('Not met')).toHaveCount(0)
  await form.getByLabel('Reason').fill('Ready to sell')
  await look(page, 'onboarding-activate', false)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByText('Activated', { exact: true })).toBeVisible()
  expect(await call<{ status: string }>('partners.get', { id: partner.id })).toMatchObject({ status: 'active' })
  const lead = await call<{ id: string }>('leads.create', { company: 'Café Antigua', country: 'GT', product: 'LIRA-PAY' })
  await call('leads.assignManually', { ids: [lead.id], partnerId: partner.id, reason: 'Ready', until: null })
  expect(await call<{ partnerId: string }>('leads.get', { id: lead.id })).toMatchObject({ partnerId: partner.id })
  expect(complaints).toEqual([])
})

test('many are reminded at once, and the board, the day and the calendar show where they are', async ({ page }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  const template = await call<{ id: string }>('onboarding.draftTemplate', { name: 'Resellers', readyMade: 'reseller' })
  await call('onboarding.publishTemplate', { id: template.id })
  const ids: string[] = []
  for (let at = 0; at < 12; at += 1) {
    const contacts = at === 0 ? [] : [{ name: 'Ana', email: `ana@p${at}.example`, phone: null, role: null, primary: true }]
    ids.push((await call<{ id: string }>('partners.create', { code: `P${at}`, name: `Socio ${at}`, type: 'reseller', country: 'GT', status: 'approved', contacts })).id)
  }
  const { ids: begun } = await call<{ ids: string[] }>('onboarding.start', { partnerIds: ids, templateId: template.id, startedOn: '2026-01-12', coordinator: 'Ben' })
  await call('onboarding.complete', { checklists: begun.map((id) => ({ id, seen: null })), task: 'welcome-call', side: 'vendor' })

  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await go(page, '/onboarding/checklists')
  await expect(page.getByRole('grid')).toContainText('Socio 11')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('r')
  await expect(page.getByText('11 partners reminded of 22 tasks')).toBeVisible()
  await expect(page.getByText('Could not be reached: Socio 0')).toBeVisible()
  await look(page, 'onboarding-list')

  // One task of all of them at once, with a reason; and a mail to each.
  const form = page.getByRole('dialog')
  const selectAll = async (): Promise<void> => {
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+a')
  }
  await selectAll()
  await page.keyboard.press('s')
  await expect(form.getByLabel('Task')).toContainText('Company profile and tax details – in 12 checklists')
  await form.getByLabel('Task').selectOption({ label: 'Company profile and tax details – in 12 checklists' })
  await page.keyboard.press('Control+Enter')
  await expect(form.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true')
  await form.getByLabel('Reason').fill('Known from before')
  await look(page, 'onboarding-many', false)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByText('“Company profile and tax details”: Skipped (12 checklists)')).toBeVisible()
  await selectAll()
  await page.keyboard.press('w')
  await expect(form.getByRole('listitem')).toHaveCount(12)
  await expect(form.getByRole('listitem').filter({ hasText: 'nobody can act' }).getByRole('button')).toBeDisabled()
  await look(page, 'onboarding-reminders', false)
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await go(page, '/onboarding')
  await expect(page.getByRole('region', { name: 'Overdue' })).toContainText('Socio 11')
  await look(page, 'onboarding-today', false)
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Agree' })).toContainText('Socio 3')
  await look(page, 'onboarding-board', false)
  await page.getByRole('link', { name: 'Calendar' }).click()
  await expect(page.getByRole('columnheader', { name: 'Mon' })).toBeVisible()
  await look(page, 'onboarding-calendar', false)
  for (const [language, code] of [['日本語', 'ja'], ['Español', 'es']] as const) {
    await switchLanguage(page, language, code)
    for (const path of ['', '/board', '/checklists', '/templates', `/checklist?id=${begun[1]}`]) {
      await go(page, `/onboarding${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await lookAtWords(page, `onboarding${path.replaceAll(/[/?=-]+/g, '-').replace(/-id.*/, '')}-${code}`)
    }
  }
  expect(complaints).toEqual([])
})
