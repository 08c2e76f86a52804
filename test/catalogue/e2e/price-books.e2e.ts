import { expect, test, type Page } from '@playwright/test'
import { look, lookAtWords, switchLanguage, watch } from '../../foundation/journey.ts'
import { callHost, startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

let workbench: StartedWorkbench

test.beforeAll(async () => {
  workbench = await startWorkbench()
})
test.afterAll(async () => {
  await workbench.stop()
})

const call = <T>(operation: string, input: object): Promise<T> => callHost<T>(workbench, operation, input)
const day = (year: number): string => `${year}-01-01`
const nextYear = new Date().getFullYear() + 1

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

/** A customer's draft for next year of two products, priced from a book of this year. */
async function aDraft(): Promise<string> {
  for (const [code, name] of [['LEDGER', 'Ledger'], ['SEAT', 'Seat'], ['TRAIN', 'Training day']]) await call('catalogue.createProduct', { code, name, kind: 'service' })
  const book = await call<{ id: string }>('catalogue.createPriceBook', { code: `JP-${nextYear - 1}`, name: `Japan ${nextYear - 1}`, currency: 'JPY', validFrom: day(nextYear - 2) })
  await call('catalogue.setPrices', { bookId: book.id, prices: [{ product: 'LEDGER', price: { unitPrice: '10000', months: null, tiers: null } }, { product: 'SEAT', price: { unitPrice: '300', months: null, tiers: null } }] })
  await call('partners.create', { code: 'KITA', name: 'Kitami Systems', type: 'reseller', country: 'JP', status: 'active' })
  const account = await call<{ id: string }>('accounts.create', { name: '北山食品株式会社', country: 'JP' })
  const quote = await call<{ id: string }>('quotes.create', { accountId: account.id, name: '台帳の更新', currency: 'JPY' })
  const line = (code: string, quantity: string) => ({ code, custom: null, quantity, discountPercent: '0', groupName: null, seenUnitPrice: null })
  await call('quotes.addLines', { quoteId: quote.id, lines: [line('LEDGER', '2'), line('SEAT', '20')] })
  return quote.id
}

test('a price book is copied to the next year, priced like a spreadsheet, an offer and taxes are dated, and a quote moves only when it is repriced', async ({ page }) => {
  test.setTimeout(420_000)
  page.setDefaultTimeout(20_000)
  const complaints = watch(page)
  const quoteId = await aDraft()
  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { name: 'Price books', level: 1 })).toBeVisible()
  const dialog = page.getByRole('dialog')

  await page.getByRole('button', { name: `Copy: Japan ${nextYear - 1}` }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Name')).toHaveValue(`Japan ${nextYear}`)
  await expect(dialog.getByLabel('Code')).toHaveValue(`JP-${nextYear}`)
  await dialog.getByLabel('Raise by percent').fill('5')
  await look(page, 'price-book-copy', false)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: new RegExp(`Japan ${nextYear}`), level: 1 })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '¥10,500' })).toBeVisible()
  await expect(page.getByText('No quote has prices of this book.')).toBeVisible()

  // A new price by the keyboard, a volume tier typed into its cell, and rows of a spreadsheet.
  await page.getByRole('combobox', { name: 'Product' }).focus()
  await page.keyboard.type('TRAIN')
  await expect(page.getByRole('option', { name: /TRAIN/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'List price' })).toBeFocused()
  await page.keyboard.type('150000.5')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: '¥150,000.5' })).toBeVisible()
  await page.getByRole('gridcell', { name: 'SEAT', exact: true }).click()
  await expect(page.getByRole('grid')).toBeFocused()
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('10: 5 % · 50: 8 %')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /SEAT/ })).toContainText('to the whole quantity')
  await page.getByRole('grid').focus()
  await paste(page, 'Code\tPrice\nLEDGER\t11,000\nNOPE\t5\nSEAT\tfree')
  await expect(dialog).toContainText('Row 3, NOPE: there is no such product')
  await expect(dialog).toContainText('Row 4, SEAT: price, months or tiers cannot be read')
  await look(page, 'price-book-paste', false)
  await dialog.getByRole('button', { name: 'Set the others' }).click()
  await expect(page.getByRole('row', { name: /LEDGER/ })).toContainText('¥11,000')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row', { name: /LEDGER/ })).toContainText('¥10,500')
  await look(page, 'price-book')
  await switchLanguage(page, '日本語', 'ja')
  await lookAtWords(page, 'price-book-ja')
  await switchLanguage(page, 'English', 'en')

  await page.getByRole('button', { name: 'Price books' }).click()
  await page.getByRole('tab', { name: 'Offers' }).click()
  await expect(page.getByRole('button', { name: 'New offer' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('New year')
  await page.keyboard.press('Tab')
  await page.keyboard.type('NEW-YEAR')
  await dialog.getByLabel('Percent').fill('10')
  await dialog.getByLabel('Products').fill('LEDGER')
  await dialog.getByLabel('First day').fill(day(nextYear))
  await look(page, 'offer', false)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /New year/ })).toContainText('10%')

  await page.getByRole('tab', { name: 'Taxes' }).click()
  await expect(page.getByText('As it came with the program; nothing published yet.')).toBeVisible()
  await page.getByLabel('First day').first().fill(day(nextYear))
  await page.getByRole('button', { name: 'Add a rate' }).click()
  const rates = page.getByRole('table').getByRole('row')
  await rates.nth(2).getByLabel('Last day').fill(`${nextYear - 1}-12-31`)
  await rates.last().getByLabel('Percent').fill('12')
  await rates.last().getByLabel('First day').fill(day(nextYear))
  await page.getByRole('checkbox', { name: /To be confirmed/ }).check()
  await look(page, 'tax-policies')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 1' })).toContainText('To be confirmed by a specialist')
  await switchLanguage(page, '日本語', 'ja')
  await lookAtWords(page, 'tax-policies-ja')
  await switchLanguage(page, 'English', 'en')

  await page.goto(`${workbench.address.replace(/#.*/, '')}#/quotes/${quoteId}`)
  // 2 × 10,000 + 20 × 300, and ten percent: nothing has moved.
  await expect(page.getByRole('status', { name: 'Total' })).toContainText('¥28,600')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: /Reprice/ }).click()
  await dialog.getByLabel('Prices of').fill(day(nextYear))
  await expect(dialog.getByRole('row', { name: /Ledger/ })).toContainText('¥18,900')
  await look(page, 'reprice-difference', false)
  await page.keyboard.press('Control+Enter')
  // 2 × 10,500 less 10 % + 20 × 315 less 5 %, and twelve percent.
  await expect(page.getByRole('status', { name: 'Total' })).toContainText('¥27,871')
  expect(complaints).toEqual([])
})
