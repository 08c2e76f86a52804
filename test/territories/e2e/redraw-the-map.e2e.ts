import { expect, test } from '@playwright/test'
import { look, switchLanguage, watch } from '../../foundation/journey.ts'
import { startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'
import { beginDraft, expectActive, give, goToTerritories } from './on-the-map.ts'

let workbench: StartedWorkbench

test.beforeAll(async () => {
  workbench = await startWorkbench('--demo')
})

test.afterAll(async () => {
  await workbench.stop()
})

test('redrawing the map by keyboard: draft, give a country, see what follows, activate, take it back', async ({ page }) => {
  test.setTimeout(600_000)
  const complaints = watch(page)
  await page.goto(workbench.address)
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
  await goToTerritories(page)

  await beginDraft(page, 'One Iberia')

  await page.keyboard.press('m')
  const map = page.getByRole('listbox', { name: 'Map of countries and their territories' })
  await expect(map).toBeVisible({ timeout: 30_000 })
  await map.focus()
  await page.keyboard.type('spai')
  await expectActive(page, /^Spain: España · /)
  await page.keyboard.press('ArrowLeft')
  await expectActive(page, /^Portugal: Portugal · /)
  await look(page, 'map-draft')

  await give(page, 'España')
  await expectActive(page, /^Portugal: España · .*today: Portugal/)
  const drawer = page.getByRole('region', { name: 'What if it were active today' })
  await expect(drawer.getByRole('button', { name: /^Changes/ })).toContainText('2')
  await expect(drawer.getByText(/\d+ stays? where/)).toBeVisible({ timeout: 30_000 })

  await page.keyboard.press('Tab')
  await page.keyboard.press('w')
  await expect(drawer.getByRole('columnheader', { name: 'From' }).first()).toBeVisible()
  await look(page, 'what-if-moves')
  for (const part of ['Partners', 'Territories', 'Coverage', 'Changes'] as const) {
    await drawer.getByRole('button', { name: new RegExp(`^${part}`) }).focus()
    await page.keyboard.press('Enter')
    await expect(drawer.getByRole('region', { name: part })).toBeVisible()
    await look(page, `what-if-${part.toLowerCase()}`, part === 'Partners')
  }
  const changes = drawer.getByRole('region', { name: 'Changes' })
  await expect(changes.getByText('+ Portugal')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(drawer.getByRole('button', { name: /^Changes/ })).toContainText('0')
  await page.keyboard.press('Control+Shift+z')
  await expect(changes.getByText('+ Portugal')).toBeVisible()

  await page.getByRole('button', { name: 'Activate…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Activate “One Iberia”' })
  await expect(dialog).toBeVisible()
  await look(page, 'activate', false)
  const knows = dialog.getByRole('checkbox', { name: 'I know, and activate it nevertheless' })
  if (await knows.isVisible()) {
    await knows.focus()
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Territory model: Today · One Iberia' })).toBeVisible()
  await expect(page.getByText('The new map is active.')).toBeVisible()
  await expect(page.getByRole('option', { name: /^Portugal: España · / })).toBeAttached()

  await page.keyboard.press('Control+z')
  await expect(page.getByRole('option', { name: /^Portugal: Portugal · / })).toBeAttached()
  await expect(page.getByRole('button', { name: 'Territory model: Today', exact: true })).toBeVisible()
  expect(complaints).toEqual([])
})

test('the map as a list, in three languages, without a serious finding of axe', async ({ page }) => {
  test.setTimeout(600_000)
  const complaints = watch(page)
  await page.goto(workbench.address)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  for (const [language, title, list] of [['ja', '日本語', '一覧で表示'], ['es', 'Español', 'Mostrar como lista'], ['en', 'English', 'Show as a list']] as const) {
    await switchLanguage(page, title, language)
    await goToTerritories(page)
    await page.keyboard.press('m')
    await expect(page.getByRole('listbox')).toBeVisible({ timeout: 30_000 })
    await look(page, `map-${language}`, false)
    await page.getByRole('button', { name: list }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table')).toBeVisible()
  }
  await look(page, 'map-list', false)
  expect(complaints).toEqual([])
})
