import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { look, switchLanguage, tabTo, watch } from '../../foundation/journey.ts'
import { movableClock, type MovableClock } from '../../foundation/movable-clock.ts'
import { callHost, startWorkbenchIn, type StartedWorkbench } from '../../foundation/started-workbench.ts'

const DAY_MS = 86_400_000
let clock: MovableClock
let workbench: StartedWorkbench

test.beforeAll(async () => {
  clock = movableClock()
  workbench = await startWorkbenchIn(mkdtempSync(join(tmpdir(), 'workbench-deals-')), clock.environment)
})

test.afterAll(async () => {
  await workbench.stop()
  clock.remove()
})

const call = <T>(operation: string, input: object): Promise<T> => callHost<T>(workbench, operation, input)

async function openDeals(page: Page): Promise<void> {
  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { name: 'Deal registrations', level: 1 })).toBeVisible()
}

test('a deal is registered, returned, answered, approved, changed, extended and expires, by keyboard', async ({ page }) => {
  test.setTimeout(400_000)
  const complaints = watch(page)
  const partner = (code: string, name: string) => call<{ id: string }>('partners.create', { code, name, type: 'reseller', country: 'JP', status: 'active', products: ['LEDGER', 'RISK'], timeZone: 'Asia/Tokyo' })
  const [, rival] = [await partner('KITA', 'Kitami Systems'), await partner('OKU', 'Oku Partners')]
  const theirs = await call<{ id: string }>('deals.saveDraft', { id: null, claim: { partnerId: rival.id, company: '北山食品株式会社', corporateNumber: '1180301018771', country: 'JP', products: ['LEDGER'], amount: 900_000, currency: 'JPY', expectedCloseOn: '2027-03-31', notes: 'Secret price' } })
  await call('deals.submit', { id: theirs.id })

  await openDeals(page)
  await page.keyboard.press('c')
  const form = page.getByRole('dialog')
  await expect(form.getByRole('combobox').first()).toBeFocused()
  await page.keyboard.type('Kitami')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await form.getByLabel('Customer', { exact: false }).first().focus()
  await page.keyboard.type('(株)北山食品')
  await form.getByLabel('Corporate number').focus()
  await page.keyboard.type('1180301018771')
  const checks = form.getByRole('region', { name: 'Checks' })
  await expect(checks).toContainText('Somebody else is there')
  await expect(checks).toContainText('Oku Partners')
  await expect(checks).toContainText('Same corporate number 1180301018771')
  await expect(form.getByText('Draft kept')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(form.getByRole('alert')).toContainText('at least one product')
  await form.getByPlaceholder('Type and press Enter').focus()
  await page.keyboard.type('LEDGER')
  await page.keyboard.press('Enter')
  await form.getByLabel('Currency').focus()
  await page.keyboard.type('JPY')
  await page.keyboard.press('Enter')
  await form.getByLabel('Amount').focus()
  await page.keyboard.type('1000000')
  await expect(checks).toContainText('Still missing: Country and Expected to close')
  await look(page, 'register-deal')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()

  const detail = page.getByRole('article', { name: '(株)北山食品' })
  await expect(detail).toContainText('Decision due')

  // Two claim one deal: a case holds both, until it is settled that there is no conflict.
  await expect(detail).toContainText('Does not end while a conflict is undecided')
  const [conflict] = (await call<{ rows: { id: string }[] }>('conflicts.list', { to: 1 })).rows
  const { case: { claims } } = await call<{ case: { claims: { id: string }[] } }>('conflicts.get', { id: conflict?.id })
  await call('conflicts.take', { id: conflict?.id })
  await call('conflicts.decide', { id: conflict?.id, seen: 0, verdict: { kind: 'none', shares: [] }, reasonForHouse: 'Another department', reasons: claims.map(({ id }) => ({ claimId: id, text: 'Another department' })) })
  await call('conflicts.finalise', { id: conflict?.id, agreed: true })
  await expect(page.getByRole('button', { name: /^Approve/ })).toBeVisible()

  await page.keyboard.press('i')
  const returning = page.getByRole('dialog', { name: /Return/ })
  await expect(returning.getByRole('checkbox', { name: 'Expected to close' })).toBeChecked()
  await returning.getByRole('checkbox', { name: 'Contact', exact: true }).focus()
  await page.keyboard.press('Space')
  await returning.getByLabel('What should be said').focus()
  await page.keyboard.type('Who decides there?')
  await page.keyboard.press('Control+Enter')
  await expect(returning).toBeHidden()
  await expect(detail).toContainText('Action required')
  await expect(detail).toContainText('Who decides there?')

  await page.keyboard.press('n')
  const answering = page.getByRole('dialog', { name: /Answer/ })
  await answering.getByLabel('Contact', { exact: true }).fill('青柳 美咲')
  await answering.getByLabel('Expected to close').fill('2027-03-31')
  await answering.getByLabel('Country').focus()
  await page.keyboard.type('Japan')
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Japan')
  await page.keyboard.press('Enter')
  await look(page, 'answer-deal', false)
  await page.keyboard.press('Control+Enter')
  await expect(answering).toBeHidden()
  await expect(detail).toContainText('Submitted')

  await expect(page.getByRole('button', { name: /^Approve/ })).toBeVisible()
  await page.keyboard.press('a')
  const approving = page.getByRole('dialog', { name: /Approve/ })
  await expect(approving.getByRole('radio', { name: 'A new account' })).toBeChecked()
  await look(page, 'approve-deal', false)
  await page.keyboard.press('Control+Enter')
  await expect(detail).toContainText('Approved')
  await expect(detail).toContainText('Protected until')
  await look(page, 'approved-deal')

  await detail.getByRole('button', { name: /^Amount/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('10000000')
  await page.keyboard.press('Enter')
  await expect(page.getByText('is under review again')).toBeVisible()
  await expect(detail).toContainText('Does not end while a change is under review')
  await page.keyboard.press('a')
  await expect(detail.getByText('Approved', { exact: true })).toBeVisible()

  await page.keyboard.press('e')
  const extending = page.getByRole('dialog', { name: /Longer window/ })
  await extending.getByLabel('Reason').focus()
  await page.keyboard.type('The budget moved to spring.')
  await page.keyboard.press('Control+Enter')
  await expect(detail).toContainText('90 more days asked for: The budget moved to spring.')
  await page.keyboard.press('a')
  await expect(detail).not.toContainText('more days asked for')

  await tabTo(page, 'Details', 'tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(detail.getByRole('tabpanel', { name: 'Who holds what' })).toContainText('Kitami Systems')
  await expect(detail.getByRole('tabpanel', { name: 'Who holds what' })).toContainText('Oku Partners')
  await look(page, 'deal-timeline', false)
  await page.keyboard.press('ArrowRight')
  const partnersView = detail.getByRole('tabpanel', { name: 'Partner’s view' })
  await expect(partnersView).toContainText('Another claim exists')
  await expect(partnersView).not.toContainText('Oku Partners')
  await expect(partnersView).not.toContainText('Secret price')

  await page.goto('about:blank')
  clock.forward(200 * DAY_MS)
  await openDeals(page)
  await page.goto(`${workbench.address.split('#')[0]}#/deals?v=all`)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Take what is due now')
  await expect(page.getByRole('option').first()).toContainText('Take what is due now')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/registrations went on/)).toBeVisible()
  const rows = (await call<{ rows: { id: string; status: string; endReason: string | null }[] }>('deals.list', { to: 10 })).rows
  expect(rows.map(({ id, status, endReason }) => [id === theirs.id ? 'theirs' : 'ours', status, endReason])).toEqual([['ours', 'expired', 'window'], ['theirs', 'submitted', null]])
  expect(await call('deals.keep', {})).toEqual({ acted: 0, ended: 0 })

  await switchLanguage(page, '日本語', 'ja')
  await look(page, 'deals-ja')
  expect(complaints).toEqual([])
})
