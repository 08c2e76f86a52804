import { expect, test, type Page } from '@playwright/test'
import { look, lookAtWords, switchLanguage, watch } from '../../foundation/journey.ts'
import { startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

// A trace copies each of these pages at every step, and takes longer than looking at them.
test.use({ trace: 'off' })

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
  test(`every page of the demo in ${language}${code === 'en' ? ', both themes and both sizes' : ''}, without a serious finding of axe`, async ({ page }) => {
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

/** Types the two keys that lead to a page as a hand does, the second before the first was answered; a slow machine would tear them apart. */
async function goTo(page: Page, key: string): Promise<void> {
  const before = page.url()
  await Promise.all([page.keyboard.press('g'), page.keyboard.press(key)])
  await expect(page).not.toHaveURL(before, { timeout: 15_000 })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
