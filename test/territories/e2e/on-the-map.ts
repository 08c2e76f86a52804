import { expect, type Page } from '@playwright/test'

/** The page's keys count from when its first picture stands. */
export async function goToTerritories(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await expect(page.getByRole('treeitem', { name: /^World/ })).toBeVisible({ timeout: 2000 })
  }).toPass()
}

/** The country that one stands on, as it is read out. */
export async function expectActive(page: Page, text: RegExp): Promise<void> {
  await expect(async () => {
    const id = await page.getByRole('listbox').getAttribute('aria-activedescendant')
    await expect(page.locator(`[id="${id}"]`)).toHaveText(text, { timeout: 1000 })
  }).toPass({ timeout: 10_000 })
}

export async function give(page: Page, territory: string): Promise<void> {
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Give to a territory' })
  await expect(dialog).toBeVisible()
  await page.keyboard.type(territory)
  await expect(page.getByRole('option', { name: new RegExp(`^${territory} ?ES`) }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
}

/** Begins a draft by the palette. */
export async function beginDraft(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('New draft')
  await expect(page.getByRole('option').first()).toContainText('New draft')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'New draft of the territories' })).toBeVisible()
  await page.keyboard.type(name)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: `Territory model: ${name}` })).toBeVisible()
}
