import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect as expectNow, test, type Locator, type Page } from '@playwright/test'
import { onlyFor, say, task } from '#shared/onboarding/ready-made/task-words.ts'
import { startCentralProcess, type CentralProcess } from '../../central/cli/central-process.ts'
import { look, lookAtWords, switchLanguage, watch } from '../../foundation/journey.ts'
import { callHost, startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

/** Three programs and a server share the machine: what is expected may take its time. */
const expect = expectNow.configure({ timeout: 30_000 })

const COMPANY = 'Quetzalia Sistemas, S.A.'
const AGREEMENT = { language: 'es', title: 'Contrato de reventa', text: 'Quetzalia puede vender.' }

let directory: string
let central: CentralProcess
let bossDesk: StartedWorkbench
let anaDesk: StartedWorkbench
let agreementVersion: string

const boss = <T>(operation: string, input: object): Promise<T> => callHost<T>(bossDesk, operation, input)

/** A short template for partners in Central America: an agreement and a certificate that are kept elsewhere, and who looks at it. */
const stages = [
  { key: 'agree', title: say('Agree', '契約', 'Acordar'), free: false, tasks: [
    task('profile', 'document', 'management', 5, say('Company profile', '会社概要', 'Perfil de la empresa'), { evidence: 'note' }),
    task('contract', 'agreement', 'management', 10, say('Reseller agreement', '再販業者契約書', 'Contrato de reventa'), { evidence: 'agreementVersion', about: 'RESELLER', onRevocation: 'stopAccess' }),
  ] },
  { key: 'learn', title: say('Learn', '学習', 'Aprender'), free: false, tasks: [task('exam', 'certification', 'sales', 10, say('Sales certification', '営業認定', 'Certificación de ventas'), { evidence: 'certificate', about: 'LIRA-SALES' })] },
]

test.beforeAll(async () => {
  test.setTimeout(240_000)
  directory = mkdtempSync(join(tmpdir(), 'workbench-central-'))
  central = await startCentralProcess('--data', directory, '--store', 'pglite', '--company', 'Lira Financial')
  bossDesk = await startWorkbench()
  anaDesk = await startWorkbench()
  await boss('sync.connect', { address: central.address, code: central.first?.code })
  await boss('partners.create', { code: 'GT-OLD', name: 'Quetzalia Sistemas', type: 'reseller', country: 'GT', status: 'inactive' })
  const template = await boss<{ id: string }>('onboarding.draftTemplate', { name: 'Resellers in Central America' })
  await boss('onboarding.updateTemplate', { id: template.id, edits: [{ field: 'stages', value: stages }, { field: 'appliesTo', value: onlyFor({ types: ['reseller'], places: ['GT', 'BZ'] }) }] })
  await boss('onboarding.publishTemplate', { id: template.id })
  const agreement = await boss<{ id: string }>('agreements.create', { code: 'RESELLER', name: 'Reseller agreement', kind: 'reseller' })
  agreementVersion = (await boss<{ id: string }>('agreements.draftVersion', { agreementId: agreement.id, texts: [AGREEMENT], acceptAgain: false })).id
  await boss('agreements.publishVersion', { id: agreementVersion })
  await boss('training.createCourse', { code: 'LIRA-SALES', name: 'Lira Sales', languages: ['es'], validMonths: 12, atTestCentre: true })
  await boss('training.createRequirement', { name: 'Ready to sell', kind: 'gate', gate: 'activation', courseId: (await boss<readonly { id: string }[]>('training.courses', {}))[0]?.id, count: 1 })
  const invited = spawnSync(process.execPath, ['bin/workbench.mjs', 'invite', '--data', directory, '--name', 'Ana Ríos', '--email', 'ana@lira.example', '--role', 'channelManager', '--json'], { encoding: 'utf8' })
  await callHost(anaDesk, 'sync.connect', { address: central.address, code: (JSON.parse(invited.stdout) as { readonly code: string }).code })
})

test.afterAll(async () => {
  for (const desk of [bossDesk, anaDesk]) await desk.stop()
  central.child.kill('SIGTERM')
  await central.exit
  rmSync(directory, { recursive: true, force: true })
})

const bar = (page: Page): Locator => page.getByRole('contentinfo').getByRole('link')
const synced = (page: Page): Promise<void> => expect(bar(page)).toHaveText(/^Synced/)
const taskOf = (page: Page, name: string): Locator => page.getByRole('listbox', { name: 'Checklist' }).getByRole('option', { name })

async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.type(title)
  await expect(page.getByRole('option').first()).toContainText(title)
  await page.keyboard.press('Enter')
}

async function goOffline(page: Page): Promise<void> {
  await run(page, 'Work offline')
  await expect(bar(page)).toHaveText(/^Working offline/)
}

async function goOnline(page: Page): Promise<void> {
  await run(page, 'Work online again')
  await synced(page)
}

/** Goes where a link would, within the page that is open. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

async function choose(page: Page, name: string): Promise<void> {
  await taskOf(page, name).click()
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
}

test('an applicant is vetted, approved, onboarded by two coordinators who work offline, activated at its gate, and given its first lead', async ({ browser }) => {
  test.setTimeout(600_000)
  const open = async (desk: StartedWorkbench): Promise<Page> => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    page.setDefaultTimeout(45_000)
    await page.goto(desk.address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await synced(page)
    return page
  }
  const hers = await open(anaDesk)
  const his = await open(bossDesk)
  const complaints = [...watch(his), ...watch(hers)]

  // It applies, and is looked at on the other desk.
  await run(hers, 'Recruiting')
  await expect(hers.getByRole('heading', { name: 'Recruiting', level: 1 })).toBeVisible()
  await hers.keyboard.press('c')
  const applying = hers.getByRole('dialog', { name: 'New application' })
  await expect(applying.getByLabel('Company')).toBeFocused()
  await hers.keyboard.type(COMPANY)
  await applying.getByLabel('Country').focus()
  await hers.keyboard.type('Guatemala')
  await expect(hers.getByRole('listbox').getByRole('option').first()).toContainText('Guatemala')
  await hers.keyboard.press('Enter')
  await applying.getByLabel('Web site').fill('https://quetzalia.example')
  await applying.getByLabel('Who writes').fill('Inés Galindo')
  await applying.getByLabel('E-mail').fill('ines@quetzalia.example')
  await hers.keyboard.press('Control+Enter')
  await expect(applying).toBeHidden()
  await synced(hers)

  await run(his, 'Recruiting')
  await expect(his.getByRole('gridcell', { name: COMPANY })).toBeVisible()
  await his.getByRole('gridcell', { name: COMPANY }).click()
  const detail = his.getByRole('article', { name: COMPANY })
  await expect(detail.getByRole('tabpanel', { name: 'Vetting' })).toContainText('It may be a partner already')
  await his.keyboard.press('v')
  await expect(detail.getByRole('button', { name: /^Approve/ })).toBeVisible()
  await his.keyboard.press('a')
  const approving = his.getByRole('dialog', { name: /Approve/ })
  await approving.getByRole('radio', { name: /A new partner/ }).check()
  await approving.getByLabel('Code').fill('GT-QUETZALIA')
  await approving.getByRole('checkbox', { name: /a company of its own/ }).check()
  await his.keyboard.press('Control+Enter')
  await expect(approving).toBeHidden()
  const partner = (await boss<{ rows: readonly { id: string; status: string; name: string }[] }>('partners.list', { to: 10 })).rows.find(({ name }) => name === COMPANY)
  expect(partner?.status).toBe('approved')
  const partnerId = partner?.id ?? ''
  await boss('partners.update', { id: partnerId, edits: [{ field: 'timeZone', value: 'America/Guatemala', was: 'UTC' }] })
  await boss('calendars.refresh', {})

  // The checklist begins; Holy Week moves what is due.
  await go(his, '/onboarding/checklists')
  await expect(his.getByRole('button', { name: 'Begin checklists' })).toBeVisible()
  await his.keyboard.press('c')
  const form = his.getByRole('dialog')
  await form.getByLabel('Partner').first().fill('Quetzalia Sistemas,')
  await expect(his.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await his.keyboard.press('Enter')
  await expect(form.getByLabel('Template')).toContainText('Resellers in Central America')
  await form.getByLabel('Agreement signed').fill('2027-03-22')
  await form.getByLabel('Coordinator').fill('Aya')
  await his.keyboard.press('Control+Enter')
  await expect(his.getByRole('heading', { level: 1, name: COMPANY })).toBeVisible()
  await expect(taskOf(his, 'Company profile')).toContainText('Mar 31, 2027')
  await synced(his)
  const [{ id }] = (await boss<{ rows: readonly [{ id: string }] }>('onboarding.list', { to: 1 })).rows
  await go(hers, `/onboarding/checklist?id=${id}`)
  await expect(taskOf(hers, 'Company profile')).toContainText('Pending')
  await choose(hers, 'Company profile')
  await hers.keyboard.press('d')
  await hers.getByRole('dialog').getByLabel('Note').fill('NIT 1234567-8')
  await hers.keyboard.press('Control+Enter')
  await expect(taskOf(hers, 'Company profile')).toContainText('Completed')
  await synced(hers)
  await expect(taskOf(his, 'Company profile')).toContainText('Completed')

  // Offline he revokes it, while she says again that it is done: both are kept, and the revocation stands.
  await goOffline(his)
  await goOffline(hers)
  await choose(his, 'Company profile')
  await his.keyboard.press('v')
  await form.getByLabel('Reason').fill('Another tax number')
  await his.keyboard.press('Control+Enter')
  await expect(taskOf(his, 'Company profile')).toContainText('Action required')
  await choose(hers, 'Company profile')
  await hers.keyboard.press('e')
  await hers.getByRole('dialog').getByLabel('Note').fill('The register confirms it')
  await hers.keyboard.press('Control+Enter')
  await expect(hers.getByRole('dialog')).toBeHidden()
  await goOnline(hers)
  await goOnline(his)
  for (const page of [his, hers]) {
    await expect(taskOf(page, 'Company profile')).toContainText('Action required')
    const log = page.getByRole('region', { name: 'What happened' })
    await expect(log).toContainText('Revoked')
    await expect(log).toContainText('Noted')
  }
  await look(hers, 'two-desks-checklist', false)
  await choose(hers, 'Company profile')
  await hers.keyboard.press('d')
  await hers.getByRole('dialog').getByLabel('Note').fill('NIT 8765432-1')
  await hers.keyboard.press('Control+Enter')
  await expect(taskOf(his, 'Company profile')).toContainText('Completed')

  // Nothing that is typed does the agreement's task; its acceptance does, and a certificate does the examination.
  await choose(his, 'Reseller agreement')
  await expect(his.getByText('Done by an acceptance of the version that counts today. None is on record.')).toBeVisible()
  await his.keyboard.press('d')
  await expect(his.getByText('is done by an acceptance of the version that counts today, and none is on record')).toBeVisible()
  await look(his, 'two-desks-agreement', false)
  await his.getByRole('button', { name: 'Activate the partner' }).click()
  await expect(form.getByRole('listitem').filter({ hasText: 'The certificates that the program requires are held today' })).toContainText('Ready to sell: Lira Sales 0/1')
  await look(his, 'two-desks-gate', false)
  await his.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await his.getByRole('link', { name: `Open ${COMPANY}` }).click()
  const record = his.getByRole('article', { name: COMPANY })
  await record.getByRole('tab', { name: 'Agreements' }).click()
  await record.getByRole('button', { name: 'Put acceptance on record' }).click()
  await expect(form).toContainText('Quetzalia puede vender.')
  await expect(form.getByRole('option', { name: 'Inés Galindo' })).toBeAttached()
  await his.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(taskOf(hers, 'Reseller agreement')).toContainText('Completed')
  await record.getByRole('tab', { name: 'People' }).click()
  await record.getByRole('button', { name: 'More: Inés Galindo' }).click()
  await his.getByRole('menuitem', { name: 'Issue a certificate' }).click()
  await expect(form).toBeVisible()
  await his.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(taskOf(hers, 'Sales certification')).toContainText('Completed')

  // The decision, with its facts; and the first lead.
  await go(his, `/onboarding/checklist?id=${id}`)
  await his.getByRole('button', { name: 'Activate the partner' }).click()
  await expect(form.getByLabel('Not met')).toHaveCount(0)
  await form.getByLabel('Reason').fill('Ready to sell')
  await his.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(hers.getByText('Activated', { exact: true }).first()).toBeVisible()
  const lead = await boss<{ id: string }>('leads.create', { company: 'Café Antigua', country: 'GT', product: 'LIRA-PAY' })
  await go(his, `/leads?id=${lead.id}`)
  const opened = his.getByRole('article', { name: 'Café Antigua' })
  await opened.getByRole('button', { name: /^Assign to a partner/ }).click()
  await form.getByLabel('Partner').first().fill('Quetzalia Sistemas,')
  await expect(his.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await his.keyboard.press('Enter')
  await form.getByLabel('Reason').fill('Its first')
  await his.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(opened).toContainText(COMPANY)
  await expect(async () => expect(await callHost<{ partnerId: string }>(anaDesk, 'leads.get', { id: lead.id })).toMatchObject({ partnerId })).toPass()

  for (const [language, code] of [['日本語', 'ja'], ['Español', 'es']] as const) {
    await switchLanguage(hers, language, code)
    await lookAtWords(hers, `two-desks-checklist-${code}`)
  }
  expect(complaints).toEqual([])
})

test('Golden Week and Obon move what a Japanese partner has to do, and so does a holiday that somebody puts in', async ({ browser }) => {
  test.setTimeout(240_000)
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
  await page.goto(bossDesk.address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const partner = await boss<{ id: string }>('partners.create', { code: 'JP-1', name: '北山商事', type: 'reseller', country: 'JP', status: 'approved', timeZone: 'Asia/Tokyo' })
  await boss('calendars.refresh', {})
  const [template] = await boss<readonly { id: string }[]>('onboarding.templates', {})
  const begin = async (startedOn: string): Promise<void> => {
    const { ids } = await boss<{ ids: readonly string[] }>('onboarding.start', { partnerIds: [partner.id], templateId: template?.id, startedOn, coordinator: 'Aya' })
    await go(page, `/onboarding/checklist?id=${ids[0]}`)
    await expect(page.getByRole('heading', { level: 1, name: '北山商事' })).toBeVisible()
  }
  // 28 and 30 April, 6, 7 and 10 May 2027: between them lie Showa Day, the three days from 3 May and the weekends.
  await begin('2027-04-27')
  await expect(taskOf(page, 'Company profile')).toContainText('May 10, 2027')
  const [{ id }] = (await boss<{ rows: readonly [{ id: string }] }>('onboarding.list', { to: 1, filter: [{ field: 'partnerId', operator: 'is', values: [partner.id] }] })).rows
  await boss('onboarding.close', { id, reason: 'In summer' })
  // Obon is no public holiday: whoever keeps the calendar says that it is not worked.
  await begin('2027-08-06')
  await expect(taskOf(page, 'Company profile')).toContainText('Aug 16, 2027')
  for (const date of ['2027-08-12', '2027-08-13', '2027-08-16']) await boss('calendars.setDay', { code: 'JP', date, day: { name: 'お盆', works: false } })
  await boss('onboarding.keep', {})
  await expect(taskOf(page, 'Company profile')).toContainText('Aug 19, 2027')
})
