import { expect, test, type Page } from '@playwright/test'
import { look, lookAtWords, switchLanguage, tabTo, watch } from '../../foundation/journey.ts'
import { callHost, startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

let workbench: StartedWorkbench

test.beforeAll(async () => {
  test.setTimeout(300_000)
  workbench = await startWorkbench()
})

test.afterAll(async () => {
  await workbench.stop()
})

const call = <T>(operation: string, input: object): Promise<T> => callHost<T>(workbench, operation, input)

/** Goes to a page by the palette. */
async function goTo(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.type(title)
  await expect(page.getByRole('option').first()).toContainText(title)
  await page.keyboard.press('Enter')
}

/** Goes where a link would, within the page that is open. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

test('the demo’s day, table, dark partners and a partner in three languages', async ({ page }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  await call('workspace.loadDemo', {})
  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await goTo(page, 'Care')
  await expect(page.getByRole('region', { name: 'Check-ins' })).toContainText('Overdue')
  await expect(page.getByRole('region', { name: 'Next steps' })).toBeVisible()
  await look(page, 'care-today', false)
  await page.getByRole('link', { name: 'Signs of life' }).click()
  await expect(page.getByRole('complementary', { name: 'Time to first deal' })).toContainText('By territory')
  await look(page, 'care-dark', false)
  await page.getByRole('link', { name: 'Partners', exact: true }).last().click()
  await expect(page.getByRole('grid')).toContainText('Overdue')
  await look(page, 'care-partners', false)
  const { rows } = await call<{ rows: readonly { id: string; name: string }[] }>('care.list', { filter: [{ field: 'planState', operator: 'is', values: ['active'] }], from: 0, to: 1 })
  const [first] = rows
  await go(page, `/care/partner?id=${first?.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first?.name ?? '')
  await expect(page.getByRole('article').first()).toContainText('Active')
  await look(page, 'care-partner', false)
  for (const [name, code] of [['日本語', 'ja'], ['Español', 'es']] as const) {
    await switchLanguage(page, name, code)
    await lookAtWords(page, `care-partner-${code}`)
    for (const path of ['', '/partners', '/dark']) {
      await go(page, `/care${path}`)
      await expect(page.getByText(first?.name ?? '').or(page.getByRole('link').first()).first()).toBeVisible()
      await lookAtWords(page, `care${path.replace('/', '-')}-${code}`)
    }
    await go(page, `/care/partner?id=${first?.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(first?.name ?? '')
  }
  await switchLanguage(page, 'English', 'en')
  expect(complaints).toEqual([])
})

test('a channel manager checks in, plans, reviews and coaches by keyboard, and the partner’s paper says nothing of the house', async ({ page }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  const partner = await call<{ id: string }>('partners.create', { code: 'ZZ-LUCIO', name: 'Lucio Belice', type: 'valueAddedReseller', country: 'GT', status: 'active', languages: ['es'], timeZone: 'America/Guatemala' })
  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await go(page, `/care/partner?id=${partner.id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Lucio Belice' })).toBeVisible()
  await expect(page.getByText('Never yet')).toBeVisible()
  const form = page.getByRole('dialog')

  await page.keyboard.press('c')
  await expect(form).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(form.getByLabel('What was talked about')).toHaveAttribute('aria-invalid', 'true')
  await form.getByLabel('What was talked about').fill('Belize opens')
  await form.getByLabel('Next step').fill('Send the price list')
  await look(page, 'care-check-in', false)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByRole('region', { name: 'Check-ins' })).toContainText('Belize opens')
  await expect(page.getByText('In time')).toBeVisible()

  await page.keyboard.press('h')
  await form.getByLabel('Reason').fill('Moves')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Paused: Moves')).toBeVisible()
  await page.keyboard.press('h')
  await expect(page.getByText('In time')).toBeVisible()

  await page.keyboard.press('p')
  await form.getByLabel('Title').fill('Plan for Belize')
  await tabTo(page, 'Add a goal')
  await page.keyboard.press('Enter')
  await form.getByLabel('Goal 1').fill('Register deals in Belize')
  await form.getByLabel('Target 1').fill('12')
  await look(page, 'care-plan', false)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  const plan = page.getByRole('article', { name: 'Plan for Belize' })
  await expect(plan).toContainText('12 · Deals registered')
  await plan.getByRole('button', { name: 'Lock for approval' }).press('Enter')
  await expect(plan).toContainText('Nobody edits it')
  await expect(plan.getByRole('button', { name: 'Edit the plan' })).toHaveCount(0)
  await plan.getByRole('button', { name: 'Partner approves' }).press('Enter')
  await form.getByLabel('Who approves for the partner').fill('Jose Lucio')
  await page.keyboard.press('Control+Enter')
  await expect(plan).toContainText('Approved by Jose Lucio')
  await plan.getByRole('button', { name: 'Make it active' }).press('Enter')
  await expect(plan).toContainText('Active')

  await page.keyboard.press('e')
  await form.getByLabel('Note').fill('Watch his cash')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Coaching notes' })).toContainText('Watch his cash')

  await page.keyboard.press('r')
  await expect(form.getByLabel('Language')).toContainText('Spanish')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: /^Open: \d{4}-Q\d/ }).press('Enter')
  await expect(form.getByText('Deals registered')).toBeVisible()
  await form.getByLabel('Decisions').fill('Open an office in Belize')
  await form.getByLabel('Note for the house').fill('He may sell the firm')
  await look(page, 'care-review', false)
  await form.getByRole('button', { name: 'Put on record as held' }).press('Enter')
  await expect(form).toBeHidden()
  await expect(page.getByRole('region', { name: 'Quarterly reviews' })).toContainText('Held')

  await page.getByRole('button', { name: /^Print the review: / }).press('Enter')
  const sheet = page.getByRole('region', { name: 'Lucio Belice' })
  await expect(sheet).toContainText('Revisión trimestral')
  await expect(sheet).toContainText('Resultados frente al plan')
  await expect(sheet).toContainText('Open an office in Belize')
  for (const secret of ['He may sell the firm', 'Watch his cash']) await expect(page.locator('body')).not.toContainText(secret)
  await look(page, 'care-review-sheet', false)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.print-sheet')).toContainText('Open an office in Belize')
  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Print the plan: Plan for Belize' }).press('Enter')
  await expect(sheet).toContainText('Plan conjunto: Plan for Belize')
  await expect(sheet).toContainText('Aprobado por Jose Lucio')
  expect(complaints).toEqual([])
})
