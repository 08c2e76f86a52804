import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect as expectOfPlaywright, test, type Page } from '@playwright/test'
import { look, lookAtWords, switchLanguage, watch } from '../../foundation/journey.ts'
import { callHost, startWorkbenchIn, type StartedWorkbench } from '../../foundation/started-workbench.ts'

/** Reading four files and drawing a board may take a while on a busy machine. */
const expect = expectOfPlaywright.configure({ timeout: 30_000 })
let workbench: StartedWorkbench
let folder: string

/** As another system writes them: a pipeline, its accounts, products and sales teams. "GTXPro" is "GTX Pro". */
const files: Readonly<Record<string, string>> = {
  'sales_pipeline.csv': [
    'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
    'Z063OYW0,Darcel Schlecht,GTXPro,Isdom,Won,2016-10-25,2017-03-11,4514',
    'HAXMC4IX,James Ascencio,MG Advanced,Cancity,Engaging,2016-11-03,,',
    '8I5ONXJX,Darcel Schlecht,GTXPro,Cancity,Prospecting,,,',
    '66I4JWMP,Darcel Schlecht,GTX Pro,,Prospecting,,,',
    ...Array.from({ length: 400 }, (_, at) => `LOST${at},James Ascencio,MG Advanced,Isdom,Lost,2016-10-25,2017-03-${String((at % 28) + 1).padStart(2, '0')},0`),
  ].join('\n'),
  'accounts.csv': 'account,sector,year_established,revenue,employees,office_location\nCancity,retail,2001,718.62,2448,United States\nIsdom,medical,2002,3178.24,4540,United States\n',
  'products.csv': 'product_id,product,series,sales_price\nP002,GTX Pro,GTX,4821\nP004,MG Advanced,MG,3393\n',
  'sales_teams.csv': 'sales_agent,manager,regional_office\nDarcel Schlecht,Melvin Marxen,Central\nJames Ascencio,Summer Sewald,West\n',
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-pipeline-files-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  workbench = await startWorkbenchIn(mkdtempSync(join(tmpdir(), 'workbench-pipeline-')), {})
})

test.afterAll(async () => {
  await workbench.stop()
})

const call = <T>(operation: string, input: object): Promise<T> => callHost<T>(workbench, operation, input)

async function chooses(page: Page, act: () => Promise<void>, name: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()])
  await chooser.setFiles(join(folder, name))
}

test('a pipeline is imported, worked on the board, forecast, written about, won, credited and delivered', async ({ page }) => {
  test.setTimeout(600_000)
  const complaints = watch(page)
  await call('partners.create', { code: 'GT-LUCIO', name: 'Lucio Systems', type: 'reseller', country: 'GT', status: 'active' })
  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  // The folder comes in: what was put right is told, what nobody can map stays out and is told line by line.
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.getByRole('combobox', { name: 'What is in it' }).selectOption({ label: 'Opportunities' })
  await chooses(page, () => page.keyboard.press('o'), 'sales_pipeline.csv')
  for (const name of ['accounts.csv', 'products.csv', 'sales_teams.csv']) {
    await chooses(page, () => page.getByRole('button', { name: 'Add accounts, products or teams' }).click(), name)
    await expect(page.getByRole('list', { name: 'Files beside it' })).toContainText(name)
  }
  await expect(page.getByText('Still needed: Currency')).toBeVisible()
  const currency = page.getByRole('combobox', { name: 'Currency: Comes from' })
  await currency.click()
  await page.getByRole('option', { name: 'Same value in every row…' }).click()
  await page.getByRole('textbox', { name: 'Value of Currency in every row' }).fill('USD')
  await page.keyboard.press('Control+Enter')
  const notices = page.getByRole('status', { name: 'To be noticed' })
  await expect(notices).toContainText('“GTXPro” (rows: 2) was read as “GTX Pro”: they differ only in blanks, case or punctuation.')
  await expect(notices).toContainText('“Engaging” (rows: 1) was read as the stage “Evaluation”.')
  await expect(page.getByRole('grid', { name: 'Refused' })).toContainText('A value is missing.')
  await expect(page.getByRole('button', { name: 'Import 403 opportunities' })).toBeDisabled()
  await page.getByRole('switch', { name: 'Leave out refused rows and import the rest' }).click()
  await lookAtWords(page, 'import-pipeline')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('403 opportunities imported').first()).toBeVisible()

  const accounts = (await call<{ rows: { id: string; name: string }[] }>('accounts.list', { to: 10 })).rows
  const cancity = accounts.find(({ name }) => name === 'Cancity')!.id
  const contact = await call<{ id: string }>('accounts.addContact', { accountId: cancity, name: '佐藤 花子', email: 'sato@cancity.example', language: 'ja' })

  // The board: a move that misses an exit criterion says which, and is made once that is known.
  await page.keyboard.press('g')
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { name: 'Pipeline', level: 1 })).toBeVisible()
  const column = (stage: string) => page.getByRole('listbox', { name: new RegExp(`^${stage}, `) })
  await expect(column('Lost')).toHaveAccessibleName('Lost, 400 opportunities')
  expect(await column('Lost').getByRole('option').count()).toBeLessThan(40)
  await expect(column('Discovery')).toBeFocused()
  await expect(column('Discovery').getByRole('option')).toContainText('Cancity – GTX Pro')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByText('Before it goes on from “Discovery”, fill in: Primary contact.')).toBeVisible()
  const detail = page.getByRole('article', { name: 'Cancity – GTX Pro' })
  await expect(detail.getByRole('region', { name: 'Before it goes on' })).toContainText('Primary contact – still unknown')
  await look(page, 'pipeline-board', false)
  const { rows: [deal] } = await call<{ rows: { id: string }[] }>('opportunities.list', { search: 'GTX', filter: [{ field: 'stage', operator: 'is', values: ['discovery'] }], to: 1 })
  await call('opportunities.update', { id: deal!.id, edits: [{ field: 'contactId', value: contact.id }, { field: 'expectedCloseOn', value: '2030-03-31' }] })
  await expect(detail.getByRole('region', { name: 'Before it goes on' })).toContainText('Primary contact – known')
  await column('Discovery').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(column('Evaluation')).toHaveAccessibleName('Evaluation, 2 opportunities')
  await expect(column('Discovery')).toHaveAccessibleName('Discovery, 0 opportunities')

  // A mail to the contact, in the contact's language, is logged by itself.
  await detail.getByRole('button', { name: 'Write to the contact' }).click()
  const mail = page.getByRole('dialog', { name: 'Mail to 佐藤 花子' })
  await expect(mail.getByLabel('Subject')).toHaveValue('GTX Pro のご紹介')
  await expect(mail.getByLabel('Text')).toHaveValue(/佐藤 花子 様/)
  await lookAtWords(page, 'pipeline-mail')
  const [download] = await Promise.all([page.waitForEvent('download'), mail.getByRole('button', { name: 'Save as .eml' }).click()])
  const saved = readFileSync((await download.path())!, 'utf8')
  expect(saved).toContain('<sato@cancity.example>')
  expect(Buffer.from(saved.split('\r\n\r\n')[1]!, 'base64').toString('utf8')).toContain('佐藤 花子 様')
  await detail.getByRole('tab', { name: 'Activities' }).click()
  const activities = detail.getByRole('list', { name: 'Activities' })
  await expect(activities).toContainText('GTX Pro のご紹介')
  await expect(activities).toContainText('to sato@cancity.example')
  await expect(activities).toContainText('From “Discovery” to “Evaluation”')
  await detail.getByRole('button', { name: 'Log an activity' }).click()
  const log = page.getByRole('dialog', { name: 'Log an activity' })
  await log.getByLabel('What').selectOption({ label: 'Task' })
  await log.getByLabel('In a few words').fill('Ask for the decision')
  await page.keyboard.press('Control+Enter')
  await expect(log.getByText('Required').or(log.locator('[aria-invalid=true]')).first()).toBeVisible()
  await log.getByLabel('Due on').fill('2030-01-15')
  await page.keyboard.press('Control+Enter')
  await expect(activities).toContainText('due Jan 15, 2030')
  await activities.getByRole('button', { name: 'Done' }).click()
  await expect(activities.getByRole('button', { name: 'Not done after all' })).toBeVisible()

  // The forecast by stage and by judgement.
  await detail.getByRole('button', { name: 'Pipeline', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Commit' }).click()
  await expect(detail.getByRole('button', { name: 'Commit', exact: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Forecast' }).click()
  const forecast = page.getByRole('table', { name: 'Forecast USD' })
  for (const [row, exact, shown] of [[/^Mar 2030/, '$4,821.00', '4,821'], [/^Mar 2030/, '$1,205.25', '1,205'], [/^No date yet/, '$3,393.00', '3,393']] as const) {
    await expect(forecast.getByRole('row', { name: row }).getByTitle(exact).first()).toHaveText(shown)
  }
  await look(page, 'pipeline-forecast', false)

  // Won, credited once, delivered.
  for (const stage of ['proposal', 'negotiation', 'won']) await call('opportunities.setStage', { id: deal!.id, stage })
  await page.getByRole('tab', { name: 'Board' }).click()
  await expect(column('Won')).toHaveAccessibleName('Won, 2 opportunities')
  await expect(column('Won').getByRole('option').first()).toContainText('Cancity – GTX Pro')
  await column('Won').focus()
  await page.keyboard.press('Enter')
  await expect(detail).toBeVisible()
  await detail.getByRole('tab', { name: 'Attribution' }).click()
  const credits = detail.getByRole('region', { name: 'Credits' })
  await credits.getByRole('button', { name: 'Add a partner' }).click()
  await credits.getByRole('combobox', { name: 'Partner' }).click()
  await page.getByRole('option', { name: /Lucio Systems/ }).click()
  await credits.getByLabel('Part in %').fill('70')
  await expect(credits.getByRole('status')).toHaveText('Together 70% · 30% with no partner')
  await credits.getByRole('button', { name: 'Add a partner' }).click()
  await credits.getByRole('combobox', { name: 'Partner' }).nth(1).click()
  await page.getByRole('option', { name: /Lucio Systems/ }).click()
  await credits.getByLabel('For').nth(1).selectOption({ label: 'Fulfilled only' })
  await credits.getByLabel('Part in %').nth(1).fill('40')
  await expect(credits.getByRole('status')).toHaveText('Together 110%: more than all of it')
  await expect(credits.getByRole('button', { name: 'Save the credits' })).toBeDisabled()
  await credits.getByLabel('Part in %').nth(1).fill('20')
  await credits.getByRole('button', { name: 'Save the credits' }).click()
  await expect(credits.getByRole('button', { name: 'Save the credits' })).toBeHidden()
  await detail.getByRole('button', { name: 'Register as delivered' }).click()
  const form = page.getByRole('dialog', { name: 'Register as delivered' })
  await form.getByLabel('On', { exact: false }).first().fill('2026-11-20')
  await form.getByLabel('What shows it').fill('Signed acceptance')
  await page.keyboard.press('Control+Enter')
  await expect(detail.getByRole('region', { name: 'Delivered' })).toContainText('Signed acceptance')
  await look(page, 'pipeline-credits', false)

  await page.getByRole('tab', { name: 'Attribution' }).first().click()
  const report = page.getByRole('table', { name: 'Attribution USD' })
  await expect(report.getByRole('row', { name: /Lucio Systems Sourced/ })).toContainText('$3,374.70')
  await expect(report.getByRole('row', { name: /Lucio Systems Fulfilled only/ })).toContainText('$964.20')
  await expect(report.getByRole('row', { name: /All amounts, each once/ })).toContainText('$9,335.00')
  await lookAtWords(page, 'pipeline-attribution')

  await switchLanguage(page, '日本語', 'ja')
  await page.getByRole('tab', { name: 'ボード' }).click()
  await expect(page.getByRole('listbox', { name: /^受注、/ })).toBeVisible()
  await lookAtWords(page, 'pipeline-board-ja')
  expect(complaints).toEqual([])
})
