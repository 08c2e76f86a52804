import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startBrowserHost, type BrowserHost } from '#main/browser/browser-host.ts'
import { builtRenderer } from '#main/browser/built-renderer.ts'
import type { DataHost } from '#main/operations/data-host.ts'
import { backUpRolling } from '#main/workspace/backup.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { openRescuable } from '#main/workspace/rescuable-host.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { look, watch } from '#test/foundation/journey.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'

const directory = mkdtempSync(join(tmpdir(), 'workbench-journey-'))
let host: DataHost
let served: BrowserHost

test.beforeAll(async () => {
  const db = openForWriting(directory)
  putRows(db, leads, [buildLead({ company: 'Kawaguchi Canary' })])
  backUpRolling(db, directory, '2026-11-26T08:00:00.000Z')
  db.close()
  truncateSync(join(directory, 'workspace.db'))
  host = await openRescuable({ directory, policies: givenPolicies({}), log: () => undefined })
  served = await startBrowserHost({ host, directory, out: await builtRenderer(() => undefined), port: 0 })
})
test.afterAll(async () => {
  await served.close()
  await host.close()
  rmSync(directory, { recursive: true, force: true })
})

test.setTimeout(300_000)

test('a damaged workspace is told in three languages, its report is read, and it is mended from its copy', async ({ page }) => {
  const complaints = watch(page)
  await page.goto(served.address)
  for (const [locale, title] of [['ja', 'ワークスペースのファイルが壊れています'], ['es', 'El archivo del espacio de trabajo está dañado'], ['en', 'The workspace’s file is damaged']] as const) {
    await page.evaluate((chosen) => localStorage.setItem('workbench-appearance', `${chosen} light`), locale)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  }
  await look(page, 'rescue-damaged', false)
  await page.getByRole('button', { name: 'Show report' }).click()
  await expect(page.getByRole('dialog')).toContainText('not opened: workspace.corrupt')
  await expect(page.getByRole('dialog')).not.toContainText('Kawaguchi')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Mend the workspace' }).click()
  await expect(page.getByText('The newest sound copy was taken.')).toBeVisible({ timeout: 90_000 })
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Kawaguchi Canary').first()).toBeVisible({ timeout: 30_000 })
  expect(complaints).toEqual([])
})
