import { expect, test, type Page } from '@playwright/test'
import { look, lookAtWords, switchLanguage, tabTo, watch } from '../../foundation/journey.ts'
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

test.describe('every page of the demo', () => {
  const pages = { inbox: 'n', leads: 'l', duplicates: 'm', accounts: 'c', opportunities: 'o', pipeline: 'j', deals: 'e', conflicts: 'x', engagement: 'w', quotes: 'f', products: 'k', 'price-books': 'b', approvals: 'v', documents: 'h', partners: 'p', onboarding: 'z', territories: 't', qualification: 'q', assignment: 'r', deadlines: 'd', imports: 'i', activity: 'a', settings: 's' } as const
  let demo: StartedWorkbench

  test.beforeAll(async () => {
    demo = await startWorkbench('--demo')
  })

  test.afterAll(async () => {
    await demo.stop()
  })

  test('what is typed once the window stands is not lost, neither before its palette has come nor after', async ({ page }) => {
    await page.route(/PaletteHost/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    await page.goto(demo.address)
    await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Espa')
    await expect(page.getByRole('combobox')).toHaveValue('Espa')
    await page.keyboard.type('ñol')
    await expect(page.getByRole('combobox')).toHaveValue('Español')
    await expect(page.getByRole('option').first()).toContainText('Español')
  })

  for (const [code, language] of [['en', 'English'], ['ja', '日本語'], ['es', 'Español']] as const) {
    test(`in ${language}${code === 'en' ? ', both themes and both sizes' : ''}, without a serious finding of axe`, async ({ page }) => {
      test.setTimeout(400_000)
      const complaints = watch(page)
      await page.goto(demo.address)
      await expect(page.getByRole('navigation').first()).toBeVisible()
      await switchLanguage(page, language, code)
      for (const [name, key] of Object.entries(pages)) {
        await goTo(page, key)
        if (code === 'en') await look(page, `demo-${name}-${code}`)
        else await lookAtWords(page, `demo-${name}-${code}`)
      }
      expect(complaints).toEqual([])
    })
  }
})

/** Types the two keys that lead to a page as a hand does, the second before the first was answered; a slow machine would tear them apart. */
async function goTo(page: Page, key: string): Promise<void> {
  const before = page.url()
  await Promise.all([page.keyboard.press('g'), page.keyboard.press(key)])
  await expect(page).not.toHaveURL(before, { timeout: 15_000 })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

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
