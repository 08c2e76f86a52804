import { expect, test, type Page } from '@playwright/test'
import { look, switchLanguage, watch } from '../../foundation/journey.ts'
import { startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

test.use({ actionTimeout: 15_000 })

let workbench: StartedWorkbench

test.beforeAll(async () => {
  workbench = await startWorkbench('--demo')
})

test.afterAll(async () => {
  await workbench.stop()
})

test('the inbox by keyboard alone: go on, qualify, offer, merge, keep apart, close, undo', async ({ page }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  await enter(page)
  await goTo(page, 'n', 'Inbox')
  const list = page.getByRole('listbox', { name: 'Waiting leads' })
  await expect(list).toBeFocused()
  await look(page, 'inbox')
  const options = list.getByRole('option')
  const progress = (done: number) => page.getByText(new RegExp(`^${done} of \\d+ done$`))
  await expect(progress(0)).toBeVisible()

  await press(page, 'j', 'ArrowDown', 'k')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await press(page, 'Home')

  // A lead to qualify is let through; it keeps its place, and the next one comes by itself.
  await only(page, /^To qualify/)
  const toQualify = options.filter({ hasText: 'To qualify' })
  await toQualify.first().click()
  const qualified = await activePlace(page)
  await press(page, 'q')
  await expect(options.nth(qualified).getByLabel('done')).toBeVisible()
  await expect(options.nth(qualified + 1)).toHaveAttribute('aria-selected', 'true')
  await expect(progress(1)).toBeVisible()
  await expect(list).toBeFocused()
  await press(page, 'Control+z')
  await expect(options.nth(qualified).getByLabel('done')).toHaveCount(0)
  await expect(progress(0)).toBeVisible()

  // One that came back is offered to the next partner by the rules.
  await only(page, /^Came back/)
  await options.filter({ hasText: 'Came back' }).first().click()
  const back = await activePlace(page)
  await press(page, 'f')
  await expect(options.nth(back).getByLabel('done')).toBeVisible({ timeout: 30_000 })

  // A double is looked at side by side, merged, and taken apart again.
  await only(page, /^May be a duplicate/)
  await options.filter({ hasText: 'May be a duplicate' }).first().click()
  const double = await activePlace(page)
  await expect(page.getByRole('region', { name: 'May be the same as' })).toBeVisible({ timeout: 30_000 })
  await look(page, 'inbox-duplicate', false)
  await press(page, 'm')
  const dialog = page.getByRole('dialog', { name: /^Merge/ })
  await expect(dialog).toBeVisible()
  await look(page, 'merge')
  await press(page, 'Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(options.nth(double).getByLabel('done')).toBeVisible()
  await press(page, 'Control+z')
  await expect(options.nth(double).getByLabel('done')).toHaveCount(0)
  await options.nth(double).click()
  await press(page, 'n')
  await expect(options.nth(double).getByLabel('done')).toBeVisible()

  // Closing asks for the reason, then goes on.
  await only(page, /^To qualify/)
  await toQualify.first().click()
  const lost = await activePlace(page)
  await press(page, 'x')
  await page.getByRole('dialog').getByLabel('Reason').selectOption('noBudget')
  await press(page, 'Control+Enter')
  await expect(options.nth(lost).getByLabel('done')).toBeVisible()
  await expect(list).toBeFocused()

  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible()
  expect(complaints).toEqual([])
})

test('criteria: tried on a lead, previewed, saved, and told on the lead; a given score stands', async ({ page }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  await enter(page)
  await goTo(page, 'q', 'Qualification')
  const list = page.getByRole('list', { name: 'Criteria' })
  await expect(list.getByRole('listitem')).toHaveCount(7)
  await page.getByRole('combobox', { name: 'Lead' }).fill('Group')
  await page.getByRole('option').first().click()
  await expect(page.getByRole('region', { name: 'Try it on a lead' })).toContainText('of 100')
  await look(page, 'criteria')

  await list.getByRole('listitem').first().focus()
  await press(page, 'ArrowDown', 'Enter')
  const dialog = page.getByRole('dialog', { name: 'Edit criterion' })
  await dialog.getByRole('textbox', { name: 'Points' }).fill('40')
  await expect(dialog.getByText(/would qualify now/)).toBeVisible({ timeout: 30_000 })
  await look(page, 'criterion-effect')
  await press(page, 'Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/scored anew/)).toBeVisible({ timeout: 60_000 })

  await page.getByRole('tab', { name: 'Distribution' }).click()
  await page.getByRole('switch', { name: 'Offer only leads that qualify' }).click()
  await page.getByRole('textbox', { name: /^From so many/ }).fill('3')
  await look(page, 'distribution-terms')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Distribution settings saved')).toBeVisible()

  await page.getByRole('heading', { name: 'Qualification', level: 1 }).click()
  await goTo(page, 'n', 'Inbox')
  await only(page, /^To qualify/)
  await page.getByRole('listbox', { name: 'Waiting leads' }).getByRole('option').first().click()
  await expect(page.getByRole('region', { name: 'Score' })).toContainText('it does not qualify')
  await page.getByRole('button', { name: 'Give a score…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: /^Score/ }).fill('88')
  await page.getByRole('dialog').getByRole('textbox', { name: /^Reason/ }).fill('Asked for a price')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('region', { name: 'Score' })).toContainText('Given by a person')
  await look(page, 'score-given', false)
  expect(complaints).toEqual([])
})

test('pairs of leads: found, told why, kept apart and merged; in Japanese too', async ({ page }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  await enter(page)
  await goTo(page, 'm', 'Duplicates')
  const list = page.getByRole('listbox', { name: 'Pairs that may be one' })
  await expect(list).toBeFocused({ timeout: 60_000 })
  await expect(page.getByText(/^\d+ pairs?$/)).toBeVisible({ timeout: 120_000 })
  await look(page, 'duplicates')
  const options = list.getByRole('option')
  await press(page, 'Home', 'n')
  await expect(options.first().getByLabel('done')).toBeVisible()
  await press(page, 'm')
  // Turned and turned back: what was converted already is the one that stays.
  const turn = page.getByRole('dialog', { name: /^Merge/ }).getByRole('button', { name: 'The other way round' })
  await turn.click()
  await turn.click()
  await press(page, 'Control+Enter')
  await expect(options.nth(1).getByLabel('done')).toBeVisible()

  await switchLanguage(page, '日本語', 'ja')
  for (const [path, title, name] of [['n', '受信箱', 'inbox-ja'], ['q', 'リード評価', 'criteria-ja'], ['m', '重複', 'duplicates-ja']] as const) {
    await goTo(page, path, title)
    await page.waitForTimeout(1500)
    await look(page, name, false)
  }
  expect(complaints).toEqual([])
})

/** Opens the window and waits until it listens. */
async function enter(page: Page): Promise<void> {
  await page.goto(workbench.address)
  await expect(page.getByRole('grid')).toBeFocused({ timeout: 30_000 })
}

/** Goes to a page by its two keys, which a busy machine may hear as one each. */
async function goTo(page: Page, key: string, title: string): Promise<void> {
  await expect(async () => {
    await press(page, 'g', key)
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 60_000 })
}

/** Shows the inbox's leads of one reason. */
async function only(page: Page, reason: RegExp): Promise<void> {
  const choice = page.getByRole('combobox', { name: 'What waits' })
  // By its value: what it is called ends with a count, which goes on changing.
  await choice.selectOption({ value: (await choice.getByRole('option', { name: reason }).getAttribute('value')) ?? '' })
}

/** Keys as a person presses them, one after the other. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

function activePlace(page: Page): Promise<number> {
  return page.locator('[role=listbox] [role=option]').evaluateAll((all) => all.findIndex((option) => option.getAttribute('aria-selected') === 'true'))
}
