import { expect, test } from '@playwright/test'
import { look, watch } from '../../foundation/journey.ts'
import { startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

let workbench: StartedWorkbench

test.beforeAll(async () => {
  workbench = await startWorkbench('--demo')
})
test.afterAll(async () => {
  await workbench.stop()
})

test('a section of the rail folds, keeps in sight the page one is on and what waits, and stays folded', async ({ page }) => {
  const complaints = watch(page)
  await page.goto(workbench.address)
  const rail = page.getByRole('navigation', { name: 'Main navigation' })
  await rail.getByRole('link', { name: /^Deal registrations/ }).click()
  await expect(page.getByRole('heading', { name: 'Deal registrations', level: 1 })).toBeVisible()

  let count = 0
  for (const name of [/^Channel conflicts/, /^Duplicate accounts/]) {
    const waiting = rail.getByRole('link', { name })
    await expect(waiting).toContainText(/\d/)
    count += Number(/\d+/.exec(await waiting.innerText())?.[0])
  }
  const deals = rail.getByRole('button', { name: 'Deals' })
  await expect(deals).toHaveAttribute('aria-expanded', 'true')
  await deals.press('Enter')
  await expect(deals).toHaveAttribute('aria-expanded', 'false')
  await expect(rail.getByRole('link', { name: /^Channel conflicts/ })).toHaveCount(0)
  await expect(rail.getByRole('link', { name: /^Deal registrations/ })).toHaveAttribute('aria-current', 'page')
  await expect(deals).toContainText(String(count))
  await look(page, 'rail-folded', false)

  const setUp = rail.getByRole('button', { name: 'Set-up' })
  await expect(setUp).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(rail.getByRole('link', { name: 'Qualification' })).toHaveAttribute('aria-current', 'page')
  await expect(rail.getByRole('link', { name: 'Rules of engagement' })).toHaveCount(0)

  // What was folded is saved a moment later.
  await expect(async () => {
    await page.reload()
    await expect(setUp).toBeVisible()
    await expect(deals).toHaveAttribute('aria-expanded', 'false', { timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  expect(complaints).toEqual([])
})
