import { expect, test, type Locator, type Page } from '@playwright/test'
import { look, switchLanguage, tabTo, watch } from '../../foundation/journey.ts'
import { callHost, startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

let workbench: StartedWorkbench

test.beforeAll(async () => {
  workbench = await startWorkbench()
})

test.afterAll(async () => {
  await workbench.stop()
})

const call = <T>(operation: string, input: object): Promise<T> => callHost<T>(workbench, operation, input)

/** Opens the dialog that assigns the shown lead, and chooses the partner there. */
async function chooseKitami(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('a')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('Kitami')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  return dialog
}

test('an offered lead is accepted, worked on, converted into the account it is already, and taken back, by keyboard', async ({ page }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  const partner = await call<{ id: string }>('partners.create', { code: 'KITA', name: 'Kitami Systems', type: 'reseller', country: 'JP', status: 'active' })
  const rival = await call<{ id: string }>('partners.create', { code: 'OKU', name: 'Oku Partners', type: 'reseller', country: 'JP', status: 'active' })
  const account = await call<{ id: string }>('accounts.create', { name: '北山食品株式会社', nameEn: 'Kitayama Foods', corporateNumber: '1180301018771', website: 'https://kitayama.example', country: 'JP', address: '東京都港区芝公園1-1', partnerId: partner.id })
  await call('accounts.addContact', { accountId: account.id, name: '青柳 美咲', nameEn: 'Misaki Aoyagi', email: 'misaki@kitayama.example', role: '財務部長' })
  const lead = await call<{ id: string }>('leads.create', { company: '(株)北山食品', companyEn: 'Kitayama Foods K.K.', corporateNumber: '1180301018771', website: 'https://kitayama.example', country: 'JP', contactName: 'Aoyagi Misaki', contactEmail: 'Misaki@kitayama.example', product: 'LEDGER', notes: 'Asked at the fair.' })
  await call('leads.assignManually', { ids: [lead.id], partnerId: rival.id, reason: 'First come', until: null })
  await call('leads.setStage', { id: lead.id, stage: 'accepted' })
  await call('leads.touch', { id: lead.id, way: 'call', note: null })

  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible()
  await tabTo(page, /./, 'grid')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'A customer already' })).toContainText('Kitami Systems')

  const assigning = await chooseKitami(page)
  await expect(assigning.getByRole('status')).toContainText('Oku Partners has been in touch')
  await look(page, 'assign-warning', false)
  await assigning.getByLabel('Reason').focus()
  await page.keyboard.type('Partner of record')
  await page.keyboard.press('Control+Enter')
  await expect(assigning).toBeHidden()
  await expect(page.getByRole('region', { name: 'Who had it before' })).toContainText('Oku Partners')

  await tabTo(page, 'Start work')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Convert/ })).toBeVisible()
  await page.keyboard.press('v')
  const converting = page.getByRole('dialog')
  await expect(converting.getByRole('radio', { name: /北山食品株式会社/ })).toBeChecked()
  await expect(converting).toContainText('Same corporate number 1180301018771')
  await expect(converting.getByRole('radio', { name: /青柳 美咲/ })).toBeChecked()
  await look(page, 'convert')
  await expect(converting.getByRole('radio', { name: /北山食品株式会社/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(converting).toBeHidden()
  await expect(page.getByRole('region', { name: 'What became of it' })).toBeVisible()
  await look(page, 'converted-lead')

  const [opportunity] = (await call<{ rows: { id: string; name: string; partnerId: string; influencedBy: string[]; notes: string }[] }>('opportunities.list', { to: 10 })).rows
  expect(opportunity).toMatchObject({ partnerId: partner.id, influencedBy: [rival.id], notes: 'Asked at the fair.' })
  await page.getByRole('link', { name: 'Opportunity', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: opportunity!.name, level: 2 })).toBeVisible()
  await look(page, 'opportunity')
  await page.getByRole('tab', { name: 'Where it came from' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('In touch with the customer')
  await page.getByRole('link', { name: '北山食品株式会社' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '北山食品株式会社', level: 2 })).toBeVisible()
  await look(page, 'account')
  await page.getByRole('tab', { name: 'Leads' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('Asked at the fair.')
  await switchLanguage(page, '日本語', 'ja')
  await look(page, 'account-ja', false)
  await switchLanguage(page, 'English', 'en')

  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await call<{ total: number }>('opportunities.list', { to: 1 })).total).toBe(0)
  expect(await call('leads.get', { id: lead.id })).toMatchObject({ stage: 'working', accountId: null, opportunityId: null })

  await page.goto(`${workbench.address.replace(/#.*/, '')}#/leads?id=${lead.id}`)
  await page.getByRole('button', { name: 'Move to stage' }).click()
  await page.getByRole('menuitem', { name: 'Closed lost' }).click()
  await page.getByRole('dialog').getByLabel('Reason').selectOption('noBudget')
  await look(page, 'lose', false)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Lost because of').first()).toBeVisible()
  await page.getByRole('button', { name: 'Move to stage' }).click()
  await page.getByRole('menuitem', { name: 'New' }).click()
  await expect(page.getByRole('region', { name: 'Who had it before' })).toContainText('No budget')
  await expect((await chooseKitami(page)).getByRole('status')).toContainText('lost “(株)北山食品” before: No budget')
  await look(page, 'recycled-assign', false)
  expect(complaints).toEqual([])
})
