import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startBrowserHost, type BrowserHost } from '#main/browser/browser-host.ts'
import { builtRenderer } from '#main/browser/built-renderer.ts'
import type { DataHost } from '#main/operations/data-host.ts'
import { openDataHost } from '#main/workspace/data-host.ts'
import { look, watch } from '#test/foundation/journey.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'

const directory = mkdtempSync(join(tmpdir(), 'workbench-journey-'))
const policies = givenPolicies({ Language: 'es', CentralAddress: 'https://central.lira.example', SignIn: 'company', BackupAllowed: false, OfflineDays: 'thirty', Colour: 'red' })
let host: DataHost
let served: BrowserHost

test.beforeAll(async () => {
  host = await openDataHost({ directory, policies, log: (line) => process.stderr.write(`${line}\n`) })
  await host.call('settings.set', { name: 'start', value: 'empty' }, { kind: 'browser' })
  served = await startBrowserHost({ host, directory, out: await builtRenderer(() => undefined), port: 0 })
})
test.afterAll(async () => {
  await served.close()
  await host.close()
  rmSync(directory, { recursive: true, force: true })
})

test('what the company has set is shown, cannot be changed, and is free again when it is set no more', async ({ page }) => {
  const complaints = watch(page)
  await page.goto(served.address)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('s')

  await expect(page.getByRole('heading', { name: 'Establecido por su empresa' })).toBeVisible()
  await expect(page.getByText('Establecido por su empresa: Language')).toBeVisible()
  await expect(page.getByRole('radio', { name: '日本語' })).toBeDisabled()
  await expect(page.getByRole('textbox', { name: /Dirección/ })).toBeDisabled()
  await expect(page.getByRole('textbox', { name: /Dirección/ })).toHaveValue('https://central.lira.example')
  await expect(page.getByRole('textbox', { name: /Código/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Hacer copia de seguridad' })).toBeDisabled()
  await expect(page.getByText('the machine, OfflineDays: tiene un valor que no puede tener')).toBeVisible()
  await expect(page.getByText('the machine, Colour: no es una directiva de esta versión')).toBeVisible()
  await look(page, 'policies', false)

  policies.set({})
  await expect(page.getByRole('heading', { name: 'Establecido por su empresa' })).toHaveCount(0)
  await expect(page.getByRole('radio', { name: '日本語' })).toBeEnabled()
  await page.getByRole('radio', { name: '日本語' }).check({ force: true })
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  await expect(page.getByRole('button', { name: '今すぐバックアップ' })).toBeEnabled()
  expect(complaints).toEqual([])
})
