import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { startCentralProcess, type CentralProcess } from '../../central/cli/central-process.ts'
import { look, tabTo, watch } from '../../foundation/journey.ts'
import { callHost, startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'
import { readPdf } from '../../documents/read-pdf.ts'

let directory: string
let central: CentralProcess
let bossDesk: StartedWorkbench
let anaDesk: StartedWorkbench

test.beforeAll(async () => {
  test.setTimeout(240_000)
  directory = mkdtempSync(join(tmpdir(), 'workbench-central-'))
  central = await startCentralProcess('--data', directory, '--store', 'pglite', '--company', 'Lira Financial')
  const { address } = central
  bossDesk = await startWorkbench()
  anaDesk = await startWorkbench()
  await callHost(bossDesk, 'sync.connect', { address, code: central.first?.code })
  await callHost(bossDesk, 'partners.create', { code: 'KITA', name: 'Kitami Systems', type: 'reseller', country: 'JP', status: 'active' })
  const invited = spawnSync(process.execPath, ['bin/workbench.mjs', 'invite', '--data', directory, '--name', 'Ana Ríos', '--email', 'ana@lira.example', '--role', 'channelManager', '--json'], { encoding: 'utf8' })
  await callHost(anaDesk, 'sync.connect', { address, code: (JSON.parse(invited.stdout) as { readonly code: string }).code })
})

test.afterAll(async () => {
  for (const desk of [bossDesk, anaDesk]) await desk.stop()
  central.child.kill('SIGTERM')
  await central.exit
  rmSync(directory, { recursive: true, force: true })
})

async function open(page: Page, desk: StartedWorkbench): Promise<void> {
  await page.goto(desk.address)
  await expect(page.getByRole('contentinfo').getByRole('link')).toHaveText(/^Synced/, { timeout: 60_000 })
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible()
}

test('an over-discount is asked about, falls with an edit, is asked and approved anew, put on paper, sent and accepted', async ({ browser }) => {
  test.setTimeout(420_000)
  const [boss, ana] = await Promise.all([bossDesk, anaDesk].map(async (desk) => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true })).newPage()
    await open(page, desk)
    return page
  }))
  if (boss === undefined || ana === undefined) throw new Error('no windows')
  const complaints = [...watch(boss), ...watch(ana)]

  // The administrator takes the usual seat.
  await boss.keyboard.press('g')
  await boss.keyboard.press('v')
  await expect(boss.getByText('Nothing waits for an approval')).toBeVisible()
  await boss.getByRole('tab', { name: 'Seats' }).focus()
  await boss.keyboard.press('Enter')
  await boss.getByRole('button', { name: 'Add a seat' }).focus()
  await boss.keyboard.press('Enter')
  const dialog = boss.getByRole('dialog')
  await expect(dialog.getByLabel('Name')).toHaveValue('Those who approve')
  await dialog.getByRole('button', { name: 'Add somebody' }).focus()
  await boss.keyboard.press('Enter')
  await look(boss, 'approval-seat', false)
  await boss.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await boss.getByRole('tab', { name: 'Approval rules' }).focus()
  await boss.keyboard.press('Enter')
  await expect(boss.getByRole('combobox', { name: 'Who' }).first()).toHaveValue(/.+/)
  await look(boss, 'approval-rules', false)

  // Ana gives more than she may.
  const account = await callHost<{ id: string }>(anaDesk, 'accounts.create', { name: '北山食品株式会社', nameEn: 'Kitayama Foods K.K.', country: 'JP', city: '港区', address: '東京都港区芝公園1-1', postcode: '105-0011' })
  const quote = await callHost<{ id: string }>(anaDesk, 'quotes.create', { accountId: account.id, name: 'Ledger for Kitayama', currency: 'JPY', language: 'ja' })
  const line = { code: null, custom: { name: '会計システム 年間利用料', unit: null, unitPrice: '100000', cost: '40000', taxCategory: 'standard', isService: true }, quantity: '10', discountPercent: '20', groupName: null, seenUnitPrice: null }
  const { ids: [lineId] } = await callHost<{ ids: string[] }>(anaDesk, 'quotes.addLines', { quoteId: quote.id, lines: [line] })
  await ana.goto(`${anaDesk.address.replace(/#.*/, '')}#/approvals/quote?id=${quote.id}`)
  await expect(ana.getByText('Needs an approval before it is sent')).toBeVisible()
  await expect(ana.getByText('会計システム 年間利用料: 20% off the list price, more than 15%')).toBeVisible()
  await expect(ana.getByText('Those who approve')).toBeVisible({ timeout: 30_000 })
  await ana.keyboard.press('a')
  await expect(ana.getByLabel('What approvers should know')).toBeFocused()
  await ana.keyboard.type('They would take three years.')
  await ana.keyboard.press('Control+Enter')
  await expect(ana.getByText('May decide: Administrator')).toBeVisible()
  await look(ana, 'approval-asked', false)

  await boss.getByRole('tab', { name: 'Inbox' }).click()
  await expect(boss.getByRole('article')).toContainText('They would take three years.', { timeout: 30_000 })

  // An edit makes the request fall, on both desks.
  await callHost(anaDesk, 'quotes.changeLines', { quoteId: quote.id, lines: [{ id: lineId, edits: [{ field: 'discountPercent', value: '24' }] }] })
  await expect(ana.getByText('This approval does not count for it; ask again.')).toBeVisible()
  await expect(boss.getByRole('article').getByRole('button', { name: 'Approve' })).toBeHidden({ timeout: 30_000 })
  await ana.keyboard.press('a')
  await expect(ana.getByLabel('What approvers should know')).toBeFocused()
  await ana.keyboard.press('Control+Enter')
  await expect(ana.getByText('Void', { exact: true })).toBeVisible()

  // What is on paper meanwhile is a draft.
  await ana.keyboard.press('p')
  const paper = ana.getByRole('dialog')
  await expect(paper.getByText('Marked as a draft until the quote may be sent.')).toBeVisible({ timeout: 30_000 })
  await expect(paper.getByText('下書き')).toBeVisible()
  await look(ana, 'document-draft', false)
  await ana.keyboard.press('Escape')

  await expect(boss.getByRole('option', { name: /Ledger for Kitayama.*Waiting for me/ })).toBeVisible({ timeout: 30_000 })
  await boss.getByRole('option', { name: /Ledger for Kitayama.*Waiting for me/ }).click()
  await expect(boss.getByRole('article')).toContainText('24% off the list price')
  await look(boss, 'approval-inbox')
  await boss.getByRole('listbox').focus()
  await boss.keyboard.press('a')
  await expect(boss.getByText('“Ledger for Kitayama” approved')).toBeVisible()

  await expect(ana.getByText('Approved as it is')).toBeVisible({ timeout: 30_000 })
  await ana.keyboard.press('p')
  await expect(paper.getByText('1 page')).toBeVisible({ timeout: 30_000 })
  await expect(paper.getByText('下書き')).toBeHidden()
  const downloading = ana.waitForEvent('download')
  await tabTo(ana, 'Save as PDF')
  await ana.keyboard.press('Enter')
  const { text, fonts } = await readPdf(readFileSync(await (await downloading).path()))
  for (const words of ['御見積書', '北山食品株式会社 御中', '¥836,000', '会計システム 年間利用料']) expect(text).toContain(words)
  expect(text).not.toContain('下書き')
  expect(text).not.toContain('40,000')
  expect(fonts.every(({ embedded }) => embedded)).toBe(true)
  await look(ana, 'document', false)
  await ana.keyboard.press('Escape')

  const { contentHash } = await callHost<{ contentHash: string }>(anaDesk, 'quotes.send', { id: quote.id, at: new Date().toISOString() })
  await callHost(anaDesk, 'quotes.accept', { id: quote.id, contentHash, acceptedBy: '青柳 美咲', at: new Date().toISOString() })
  expect((await callHost<{ quote: { status: string } }>(anaDesk, 'quotes.get', { id: quote.id })).quote.status).toBe('accepted')
  expect(complaints).toEqual([])
})

test('templates and terms are kept by keyboard', async ({ page }) => {
  test.setTimeout(120_000)
  await open(page, bossDesk)
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page.getByText('No templates yet')).toBeVisible()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('Offer')
  await dialog.getByLabel('Sender').focus()
  await page.keyboard.type('Lira Financial')
  await look(page, 'document-template', false)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('“Offer” added')).toBeVisible()
  await page.getByRole('tab', { name: 'Terms' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('No terms yet')).toBeVisible()
  await page.keyboard.press('c')
  await expect(dialog.getByLabel('Heading')).toBeFocused()
  await page.keyboard.type('Payment')
  await dialog.getByLabel('Text').focus()
  await page.keyboard.type('Within 30 days.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('“Payment” added')).toBeVisible()
  await look(page, 'document-terms', false)
})
