import { expect, test, type Page } from '@playwright/test'
import { look, tabTo, watch } from '../../foundation/journey.ts'
import { startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

let workbench: StartedWorkbench

test.beforeAll(async () => {
  workbench = await startWorkbench()
})

test.afterAll(async () => {
  await workbench.stop()
})

test('a first day by keyboard alone: start, import, preview, assign, why, undo, palette, Japanese', async ({ page }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  await page.goto(workbench.address)

  await expect(page.getByRole('heading', { name: 'Welcome to Channel Workbench' })).toBeVisible()
  await look(page, 'first-start')
  await tabTo(page, 'Begin empty')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible()

  await importFile(page, 'Partners', 'resources/examples/partners.csv', /^Import 125 partners/)
  await importFile(page, 'Territories', 'resources/examples/territories.csv', /^Import 166 rows/)
  await importFile(page, 'Leads', 'resources/examples/leads.csv', /^Import \d+ leads/)
  await look(page, 'import-result')

  await expect(page.getByRole('button', { name: 'Assign them now' })).toBeFocused()
  await page.keyboard.press('Enter')
  const give = page.getByRole('button', { name: /^Give \d+ leads to \d+ partners/ })
  await expect(give).toBeEnabled({ timeout: 30_000 })
  await look(page, 'assignment-preview')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Undo').first()).toBeVisible({ timeout: 30_000 })

  await page.keyboard.press('g')
  await page.keyboard.press('l')
  const grid = page.getByRole('grid')
  await expect(grid).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('Inc')
  await page.keyboard.press('Escape')
  await tabTo(page, /./, 'grid')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Details')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tabpanel')).toContainText(/rule/i)
  await look(page, 'why-this-partner')

  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
  await look(page, 'activity')
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/undone|taken back/i).first()).toBeVisible({ timeout: 30_000 })

  await page.keyboard.press('Control+k')
  await page.keyboard.type('日本語')
  await expect(page.getByRole('option').first()).toContainText('日本語')
  await look(page, 'palette')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('heading', { name: 'リード', level: 1 })).toBeVisible()
  await look(page, 'leads-ja')

  expect(complaints).toEqual([])
})

async function importFile(page: Page, subject: string, file: string, start: RegExp): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible()
  const another = page.getByRole('button', { name: /^Import another file/ })
  if (await another.isVisible()) {
    await page.keyboard.press('Control+Enter')
    await expect(another).toBeHidden()
  }
  const what = page.getByLabel('What is in it')
  await what.focus()
  await expect(async () => {
    await page.keyboard.press(subject.charAt(0))
    await expect(what).toHaveValue(subject.toLowerCase(), { timeout: 1200 })
  }).toPass()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+Enter')])
  await chooser.setFiles(file)
  await expect(page.getByRole('button', { name: /^Check the file/ })).toBeEnabled({ timeout: 30_000 })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: start })).toBeEnabled({ timeout: 30_000 })
  await page.keyboard.press('Control+Enter')
  await expect(another).toBeVisible({ timeout: 30_000 })
}
