import { expect, test } from '@playwright/test'
import { look, switchLanguage, tabTo, watch } from '../../foundation/journey.ts'
import { startWorkbench, type StartedWorkbench } from '../../foundation/started-workbench.ts'

let workbench: StartedWorkbench

test.beforeAll(async () => {
  workbench = await startWorkbench()
})

test.afterAll(async () => {
  await workbench.stop()
})

/** Asks the host as the window does. */
async function call<T>(operation: string, input: object): Promise<T> {
  const { origin, hash } = new URL(workbench.address)
  const response = await fetch(`${origin}/call`, { method: 'POST', headers: { 'x-workbench-token': hash.replace('#token=', ''), 'content-type': 'application/json', origin }, body: JSON.stringify({ name: operation, input }) })
  const outcome = (await response.json()) as { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } }
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.error.code}`)
  return outcome.value
}

type Made = { readonly id: string }

test('a case is taken up, evidence is asked for and put on record, it is decided, appealed, decided again and closed, by keyboard; rules are drafted, tried and published', async ({ page }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  const lucio = await call<Made>('partners.create', { code: 'LUCIO', name: 'Jose Lucio VAR', type: 'valueAddedReseller', country: 'GT', status: 'active', tier: 'gold', products: ['LEDGER'] })
  const rival = await call<Made>('partners.create', { code: 'QUETZAL', name: 'Quetzal Sistemas', type: 'reseller', country: 'GT', status: 'active', products: ['LEDGER'] })
  const account = await call<Made>('accounts.create', { name: 'Banco del Lago', country: 'GT', website: 'https://bancodellago.example' })
  const direct = await call<Made>('opportunities.create', { accountId: account.id, name: 'Ledger', product: 'LEDGER', amount: 5_000_000, currency: 'USD' })
  const registrations: Made[] = []
  for (const [partnerId, amount, company] of [[lucio.id, 4_200_000, 'Banco del Lago'], [rival.id, 3_900_000, 'Banco del Lago, S.A.']] as const) {
    const draft = await call<Made>('deals.saveDraft', { id: null, claim: { partnerId, company, country: 'GT', website: 'https://bancodellago.example', products: ['LEDGER'], amount, currency: 'USD', expectedCloseOn: '2027-03-31' } })
    await call('deals.submit', { id: draft.id, deviceAt: '2026-11-20T09:00:00.000Z' })
    registrations.push(draft)
  }
  const { caseId } = await call<{ caseId: string | null }>('deals.get', { id: registrations[1]?.id })
  const conflict = await call<Made>('conflicts.open', { registrationIds: [registrations[0]?.id], opportunityIds: [direct.id] })
  expect(caseId).toBe(conflict.id)

  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { name: 'Leads', level: 1 })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  await expect(page.getByRole('heading', { name: 'Channel conflicts', level: 1 })).toBeVisible()
  await expect(page.getByRole('grid')).toContainText('Banco del Lago')
  await tabTo(page, /./, 'grid')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Banco del Lago' })).toContainText('Jose Lucio VAR')
  await look(page, 'conflict-list', false)
  await page.keyboard.press('o')
  const room = page.getByRole('region', { name: 'Conflict room' })
  await expect(room.getByRole('columnheader', { name: /Jose Lucio VAR/ })).toBeVisible()

  await page.keyboard.press('t')
  await expect(room.getByText('Triage')).toBeVisible()
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('r')
  await expect(dialog.getByLabel('For which claim')).toBeFocused()
  await dialog.getByLabel('For which claim').selectOption('Quetzal Sistemas')
  await dialog.getByLabel('What is asked').focus()
  await page.keyboard.type('Minutes of the first meeting')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('e')
  await dialog.getByLabel('For which claim').selectOption('Quetzal Sistemas')
  await dialog.getByLabel('What it is').selectOption('Customer’s statement')
  await dialog.getByLabel('What it says').focus()
  await page.keyboard.type('The bank’s finance director chooses Quetzal')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(room.getByRole('region', { name: 'What happened when' }).getByText('finance director')).toBeVisible()
  await expect(room.getByRole('region', { name: 'Proposed by the rules' })).toContainText('Quetzal Sistemas 100 %')
  await page.keyboard.press('v')
  await expect(room.getByText('Under review')).toBeVisible()
  await look(page, 'conflict-room')

  await page.keyboard.press('d')
  await expect(dialog.getByLabel('Verdict')).toHaveValue(/uphold|award/)
  await dialog.getByLabel('Reason, for the house').focus()
  await page.keyboard.type('The customer has chosen in writing.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Fill in this field').first()).toBeVisible()
  for (const name of ['Jose Lucio VAR', 'Quetzal Sistemas']) {
    await dialog.getByLabel(`Reason, for ${name}`).focus()
    await page.keyboard.type(`The customer’s choice comes first, ${name}.`)
  }
  await look(page, 'conflict-decide', false)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(room.getByText('can be appealed until')).toBeVisible()

  await room.getByLabel('As seen by').selectOption('Jose Lucio VAR')
  const pane = page.getByRole('region', { name: /This is what Jose Lucio VAR sees/ })
  await expect(pane).toContainText('Somebody else claims this deal as well')
  await expect(pane).toContainText('The customer’s choice comes first, Jose Lucio VAR.')
  await expect(pane).not.toContainText('Quetzal')
  await expect(pane).not.toContainText('39,000')
  await look(page, 'conflict-partner', false)
  await expect(room.getByRole('heading', { name: 'Banco del Lago', exact: true })).toBeVisible()
  await room.getByLabel('As seen by').selectOption('Quetzal Sistemas')
  await expect(room.getByRole('heading', { name: 'Banco del Lago, S.A.', exact: true })).toBeVisible()
  await expect(room.getByText('can be appealed until')).toBeHidden()
  await room.getByLabel('As seen by').selectOption('The house')

  await page.keyboard.press('Tab')
  await page.keyboard.press('a')
  await dialog.getByLabel('For which claim').selectOption('Jose Lucio VAR')
  await dialog.getByLabel('What the appeal says').focus()
  await page.keyboard.type('The statement is not signed')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(room.getByText('Appealed', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('d')
  await dialog.getByLabel('Verdict').selectOption('Split')
  await dialog.getByLabel('Reason, for the house').focus()
  await page.keyboard.type('Shared for good.')
  for (const name of ['Jose Lucio VAR', 'Quetzal Sistemas']) {
    await dialog.getByLabel(`Reason, for ${name}`).focus()
    await page.keyboard.type('Both have worked on it.')
  }
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(room.getByRole('region', { name: 'Decision 2' })).toContainText('Other than the rules proposed')
  await page.keyboard.press('f')
  await expect(dialog).toContainText('Everybody has agreed')
  await dialog.getByRole('button', { name: 'Close the case' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(room.getByText('Final', { exact: true })).toBeVisible()
  expect(await call<{ case: { state: string; decisions: unknown[]; appeals: unknown[] } }>('conflicts.get', { id: conflict.id })).toMatchObject({ case: { state: 'final', decisions: [{}, {}], appeals: [{}] } })
  const statuses = await Promise.all(registrations.map(async ({ id }) => (await call<{ status: string }>('deals.get', { id })).status))
  expect(statuses).toEqual(['approved', 'submitted'])

  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { name: 'Rules of engagement', level: 1 })).toBeVisible()
  await page.keyboard.press('c')
  await dialog.getByLabel('Name of the draft').fill('No statements')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'No statements', level: 2 })).toBeVisible()
  const choice = page.getByRole('listitem').filter({ hasText: 'The customer’s choice' })
  await choice.getByRole('button', { name: 'Remove clause' }).click()
  await expect(choice).toBeHidden()
  await page.getByRole('button', { name: /Try on past cases/ }).click()
  const tried = page.getByRole('region', { name: 'Tried on past cases' })
  await expect(tried.getByRole('status')).toHaveText('1 of 1 verdicts would change.')
  await expect(tried.getByRole('row', { name: /Banco del Lago/ })).toContainText('because of')
  await look(page, 'rules-try')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { name: 'Version 1 – No statements', level: 2 })).toBeVisible()
  await switchLanguage(page, '日本語', 'ja')
  await look(page, 'rules-japanese', false)
  await page.goto(`${workbench.address.replace(/#.*/u, '')}#/conflicts/room?id=${conflict.id}`)
  await expect(page.getByRole('columnheader', { name: /Jose Lucio VAR/ })).toBeVisible()
  await look(page, 'conflict-room-japanese', false)
  expect(complaints).toEqual([])
})
