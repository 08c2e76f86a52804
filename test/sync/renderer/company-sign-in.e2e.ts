import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { CLIENT_ID, startCompanyProvider, type CompanyProvider } from '../../foundation/company-provider.ts'
import { askAxe } from '../../foundation/journey.ts'
import { startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

let directory: string
let provider: CompanyProvider
let central: ChildProcess
let address: string
let desk: StartedWorkbench

test.beforeAll(async () => {
  test.setTimeout(240_000)
  directory = mkdtempSync(join(tmpdir(), 'workbench-central-'))
  provider = await startCompanyProvider()
  central = spawn(process.execPath, ['bin/workbench.mjs', 'central', '--json', '--data', directory, '--store', 'pglite', '--port', '0', '--company', 'Lira Financial', '--sign-in-issuer', provider.issuer, '--sign-in-client-id', CLIENT_ID], { stdio: ['ignore', 'pipe', 'inherit'] })
  address = await new Promise((resolve, reject) => {
    let text = ''
    central.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = /"address": "([^"]+)"/.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    central.once('exit', (code) => reject(new Error(`the central API ended with ${code}: ${text}`)))
  })
  spawnSync(process.execPath, ['bin/workbench.mjs', 'invite', '--data', directory, '--name', 'Mei Tanaka', '--email', 'mei@lira.example', '--role', 'channelManager'])
  desk = await startWorkbench()
})

test.afterAll(async () => {
  await desk.stop()
  const ended = once(central, 'exit')
  central.kill('SIGTERM')
  await ended
  await provider.close()
  rmSync(directory, { recursive: true, force: true })
})

test('a window connects by the company’s account: refused as a stranger, cancelled, then let in', async ({ page, context }) => {
  test.setTimeout(240_000)
  await page.goto(desk.address)
  await page.getByRole('button', { name: 'Connect…' }).click()
  await page.getByLabel('Address').fill(address)
  const company = page.getByRole('button', { name: 'Sign in with your company account' })
  await expect(company).toBeVisible({ timeout: 30_000 })
  await askAxe(page, 'connect')

  const signIn = async (email: string) => {
    await company.click()
    const [opened] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'No page has opened?' }).click()])
    await opened.getByLabel('Email').fill(email)
    await opened.getByRole('button', { name: 'Sign in' }).click()
    await expect(opened.getByText('You can close this page.')).toBeVisible()
    await opened.close()
  }
  await signIn('stranger@lira.example')
  await expect(page.getByText('Nobody has invited stranger@lira.example yet.')).toBeVisible({ timeout: 30_000 })

  await company.click()
  await expect(page.getByText('It waits five minutes.')).toBeVisible()
  await page.locator('form').getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('The sign-in was cancelled.')).toBeVisible()

  await signIn('mei@lira.example')
  await expect(page.getByRole('contentinfo').getByRole('link')).toHaveText(/^Synced/, { timeout: 90_000 })
})
