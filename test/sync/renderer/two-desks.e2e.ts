import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { askAxe } from '../../foundation/journey.ts'
import { startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

const MEI = ['--name', 'Mei Tanaka', '--email', 'mei@lira.example', '--role', 'channelManager']

let directory: string
let central: ChildProcess
let address: string
let administratorCode: string
let desks: readonly StartedWorkbench[] = []

test.beforeAll(async () => {
  test.setTimeout(240_000)
  directory = mkdtempSync(join(tmpdir(), 'workbench-central-'))
  central = spawn(process.execPath, ['bin/workbench.mjs', 'central', '--data', directory, '--store', 'pglite', '--port', '0', '--company', 'Lira Financial'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const told = await new Promise<string>((resolve, reject) => {
    let text = ''
    central.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('Ctrl+C')) resolve(text)
    })
    central.once('exit', (code) => reject(new Error(`the central API ended with ${code}: ${text}`)))
  })
  address = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0] ?? ''
  administratorCode = codeIn(told)
  desks = [await startWorkbench('--demo'), await startWorkbench()]
})

test.afterAll(async () => {
  for (const desk of desks) await desk.stop()
  const ended = once(central, 'exit')
  central.kill('SIGTERM')
  await ended
  rmSync(directory, { recursive: true, force: true })
})

test('two desks by keyboard: connect, work offline, change one field on both, settle it in the inbox, sign out', async ({ browser }) => {
  test.setTimeout(300_000)
  const [ana, mei] = await Promise.all(desks.map(async (desk) => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    await page.goto(desk.address)
    // Keys pressed before the window has drawn itself are nobody's.
    await expect(bar(page)).toBeVisible()
    return page
  }))
  if (ana === undefined || mei === undefined) throw new Error('no desks')

  // The one with rows connects from the status bar; a wrong code is said beside its field, which then has the focus.
  await run(ana, 'Connect to a central API')
  await expect(ana.getByLabel('Address')).toBeFocused()
  await ana.keyboard.type(address)
  await ana.keyboard.press('Tab')
  await ana.keyboard.type('WRONG-CODE-12345')
  await ana.keyboard.press('Enter')
  await expect(ana.getByText('This code is unknown, used up or too old.')).toBeVisible()
  await expect(ana.getByLabel('One-time code')).toBeFocused()
  await ana.keyboard.press('Control+a')
  await ana.keyboard.type(administratorCode)
  await ana.keyboard.press('Enter')
  await expect(bar(ana)).toHaveText(/^Synced/, { timeout: 90_000 })
  await askAxe(ana, 'connected')

  // The empty one connects from its first start.
  const invited = spawnSync(process.execPath, ['bin/workbench.mjs', 'invite', '--data', directory, ...MEI], { encoding: 'utf8' })
  await mei.getByRole('button', { name: 'Connect…' }).focus()
  await mei.keyboard.press('Enter')
  await expect(mei.getByLabel('Address')).toBeFocused()
  await mei.keyboard.type(address)
  await mei.keyboard.press('Tab')
  await mei.keyboard.type(codeIn(invited.stdout))
  await mei.keyboard.press('Enter')
  await expect(bar(mei)).toHaveText(/^Synced/, { timeout: 90_000 })
  await expect(mei.getByRole('contentinfo')).toContainText('3,000 leads')

  await run(mei, 'Work offline')
  await expect(bar(mei)).toHaveText('Working offline')
  await setScore(ana, '61')
  await setScore(mei, '91')
  await expect(bar(mei)).toHaveText('Working offline, 1 waiting')
  await run(mei, 'Work online again')
  await expect(bar(mei)).toHaveText('1 refused', { timeout: 30_000 })

  await mei.keyboard.press('Escape')
  await bar(mei).focus()
  await mei.keyboard.press('Enter')
  await expect(mei.getByRole('option')).toHaveCount(1)
  await expect(mei.getByRole('article')).toContainText('Administrator changed it')
  await askAxe(mei, 'sync inbox')
  await mei.keyboard.press('m')
  await expect(mei.getByText('Nothing was refused')).toBeVisible()
  await expect(bar(mei)).toHaveText(/^Synced/, { timeout: 30_000 })
  await expect(ana.getByRole('grid')).toContainText('91', { timeout: 30_000 })

  await run(mei, 'Sign out of the central API')
  await mei.getByRole('radio', { name: /^Keep them here/ }).focus()
  await mei.keyboard.press('ArrowDown')
  await askAxe(mei, 'signing out')
  await mei.getByRole('button', { name: 'Sign out and remove the rows' }).focus()
  await mei.keyboard.press('Enter')
  await expect(bar(mei)).toHaveText('Saved on this computer', { timeout: 30_000 })
  await expect(mei.getByRole('contentinfo')).toContainText('0 leads')
})

const bar = (page: Page) => page.getByRole('contentinfo').getByRole('link')
const codeIn = (text: string): string => /code ([A-Z0-9-]+)/.exec(text)?.[1] ?? ''

/** Runs a command of the palette. */
async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(title)
  await expect(page.getByRole('option').first()).toContainText(title)
  await page.keyboard.press('Enter')
}

/** Types a score into the first row of the leads, which are in the same order on every desk. */
async function setScore(page: Page, score: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.goto(new URL('#/leads', page.url()).href)
  await page.getByRole('gridcell').first().waitFor()
  const cell = page.getByRole('row').nth(1).getByRole('gridcell').nth(6)
  await cell.dblclick()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(score)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').nth(1)).toContainText(score)
}
