import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { look, switchLanguage, watch } from '../../foundation/journey.ts'
import { callHost, startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

const directory = mkdtempSync(join(tmpdir(), 'price-list-'))
let workbench: StartedWorkbench

test.beforeAll(async () => {
  workbench = await startWorkbench()
})

test.afterAll(async () => {
  await workbench.stop()
  rmSync(directory, { recursive: true })
})

const call = <T>(operation: string, input: object): Promise<T> => callHost<T>(workbench, operation, input)

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
  await expect(page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+Enter')])
  await chooser.setFiles(file)
  await expect(page.getByRole('button', { name: /^Check the file/ })).toBeEnabled({ timeout: 30_000 })
  await page.keyboard.press('Control+Enter')
  await page.getByRole('switch', { name: /Leave out refused/ }).click({ timeout: 30_000 })
  await page.getByRole('button', { name: /^Import 5 prices/ }).click()
  await page.getByRole('button', { name: 'Show the price books' }).click({ timeout: 30_000 })
  await expect(page.getByRole('cell', { name: /^LIST-JPY-/ }).first()).toBeVisible()
  await look(page, 'price-books', false)
}

const total = (page: Page) => page.getByRole('status', { name: 'Total' })

/** Pastes as from a spreadsheet. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

async function choose(page: Page, action: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

test('a price list becomes a quote that is typed, pasted, explained, refused, revised, compared, sent, accepted and ordered', async ({ page }) => {
  test.setTimeout(240_000)
  page.setDefaultTimeout(20_000)
  const complaints = watch(page)
  await call('partners.create', { code: 'KITA', name: 'Kitami Systems', type: 'reseller', country: 'JP', status: 'active' })
  await call('accounts.create', { name: '北山食品株式会社', country: 'JP' })
  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await importPriceList(page)

  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await expect(page.getByRole('heading', { name: 'Quotes', level: 1 })).toBeVisible()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('台帳の導入')
  await dialog.getByRole('combobox', { name: /Account/ }).click()
  await page.keyboard.type('北山')
  await expect(page.getByRole('option', { name: /北山/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('combobox', { name: /Currency/ })).toHaveValue('JPY')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '台帳の導入', level: 1 })).toBeVisible()
  await expect(page.getByText('Q-000001')).toBeVisible()

  const product = page.getByRole('combobox', { name: /Add a product/ })
  await expect(product).toBeFocused()
  await page.keyboard.type('LED')
  await expect(page.getByRole('option', { name: /LEDGER/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Quantity' })).toBeFocused()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(total(page)).toContainText('¥29,880')
  await expect(product).toBeFocused()
  await paste(page, 'Code\tQty\tDiscount\nSEAT\t3\t0\nTRAIN\t1\t5\nNOPE\t2\t\nSUITE\tx\t')
  await expect(dialog).toContainText('Row 4, NOPE: There is no product “NOPE”.')
  await look(page, 'quote-paste', false)
  await dialog.getByRole('button', { name: 'Add the others' }).click()
  await expect(page.getByRole('row')).toHaveCount(4)

  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('5')
  // Before Enter: 5 × 13,582 + 3 × 333 + 150,000.5 less 5 %, rounded down, and the tax of that.
  await expect(total(page)).toContainText('Net ¥211,409')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: '¥67,910' })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('region', { name: '台帳クラウド' })).toContainText('5 × ¥13,582')
  await expect(page.getByRole('region', { name: 'Rounding' })).toContainText('was rounded to')
  await look(page, 'quote-builder')

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('20')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Line changed')).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '¥54,328' })).toBeVisible()
  await page.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(dialog).toContainText('20% off the list price, more than 15%')
  await look(page, 'quote-refused', false)
  await page.keyboard.press('Escape')
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: '¥61,119' })).toBeVisible()
  await page.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(page.getByRole('button', { name: 'Mark as sent' })).toBeHidden()

  await choose(page, /New revision/)
  await expect(page.getByText('Q-000001 R2')).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '¥61,119' })).toBeVisible()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: '¥85,566' })).toBeVisible()
  await choose(page, /Compare revisions/)
  await expect(dialog.getByRole('row', { name: /Quantity: 5 → 7/ })).toContainText('¥85,566')
  await look(page, 'quote-compare', false)
  await page.keyboard.press('Escape')
  await switchLanguage(page, '日本語', 'ja')
  await look(page, 'quote-builder-ja', false)
  await switchLanguage(page, 'English', 'en')

  await page.getByRole('button', { name: 'Mark as sent' }).click()
  await expect(page.getByRole('button', { name: 'Mark as sent' })).toBeHidden()
  await choose(page, /Accepted by the customer/)
  await dialog.getByLabel('Who accepted it').fill('青柳 美咲')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await choose(page, /Order/)
  await dialog.getByLabel('Order number').fill('PO-77')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Ordered', { exact: true })).toBeVisible()
  const { rows } = await call<{ rows: { revision: number; status: string; acceptedBy: string | null; orderNumber: string | null }[] }>('quotes.list', { to: 5 })
  expect(rows.map(({ revision, status, acceptedBy, orderNumber }) => [revision, status, acceptedBy, orderNumber]).toSorted()).toEqual([[1, 'superseded', null, null], [2, 'ordered', '青柳 美咲', 'PO-77']])
  expect(complaints).toEqual([])
})
