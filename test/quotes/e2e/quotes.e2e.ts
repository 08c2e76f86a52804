import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { look, switchLanguage, watch } from '../../foundation/journey.ts'
import { startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

const directory = mkdtempSync(join(tmpdir(), 'price-list-'))
let workbench: StartedWorkbench

test.beforeAll(async () => {
  workbench = await startWorkbench()
})

test.afterAll(async () => {
  await workbench.stop()
  rmSync(directory, { recursive: true })
})

/** Asks the host as the window does. */
async function call<T>(operation: string, input: object): Promise<T> {
  const { origin, hash } = new URL(workbench.address)
  const response = await fetch(`${origin}/call`, { method: 'POST', headers: { 'x-workbench-token': hash.replace('#token=', ''), 'content-type': 'application/json', origin }, body: JSON.stringify({ name: operation, input }) })
  const outcome = (await response.json()) as { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } }
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.error.code}`)
  return outcome.value
}

/** A list as companies send it: lines of junk before and between, cents, and one product that the quote does not name. */
const priceList = [
  ',,,,,', 'colunm,colunm,colunm,null,null,null',
  'SKU,Product name,Japanese name,Cost,List price,Currency',
  'LEDGER,Ledger,台帳クラウド,6000,13582,JPY', ',,,,,', 'SEAT,Seat,利用者ライセンス,200,333,JPY', 'TRAIN,Training day,導入研修,90000,150000.5,JPY', 'SUITE,Suite,スイート,0,1000,JPY', 'SUPPORT,Support,サポート,3000,12000,JPY',
].join('\n')

async function importPriceList(page: Page): Promise<void> {
  const file = join(directory, 'prices.csv')
  writeFileSync(file, priceList)
  await page.getByRole('button', { name: 'Import a price list' }).click()
  await expect(page.getByText('Price lists')).toBeVisible()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await choosing).setFiles(file)
  for (const step of [/Continue|Next|Columns/]) void step
}

const gross = (page: Page) => page.getByRole('status', { name: 'Total' })

/** Pastes as the clipboard of a spreadsheet would. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

test('a price list becomes a quote, which is explained, revised, compared, sent, accepted and ordered, by keyboard', async ({ page }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  const account = await call<{ id: string }>('accounts.create', { name: '北山食品株式会社', country: 'JP' })
  await page.goto(`${workbench.address.replace(/#token/, '#token')}`)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await importPriceList(page)
})
