import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { look, lookAtWords, switchLanguage, tabTo, watch } from '../../foundation/journey.ts'
import { callHost, startWorkbenchIn, type StartedWorkbench } from '../../foundation/started-workbench.ts'

let workbench: StartedWorkbench

test.beforeAll(async () => {
  test.setTimeout(300_000)
  workbench = await startWorkbenchIn(mkdtempSync(join(tmpdir(), 'workbench-material-')), {})
})

test.afterAll(() => workbench.stop())

const call = <T>(operation: string, input: object): Promise<T> => callHost<T>(workbench, operation, input)

test('material is written in two languages, given a file, published for Guatemala, and seen as its partner sees it', async ({ page }) => {
  test.setTimeout(240_000)
  const complaints = watch(page)
  const partner = await call<{ id: string }>('partners.create', { code: 'GT-LUCIO', name: 'Lucio Soluciones', type: 'valueAddedReseller', country: 'GT', regions: ['GT', 'BZ'], languages: ['es', 'en'], status: 'active' })
  await page.goto(workbench.address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Local material' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('No material yet')).toBeVisible()

  await page.keyboard.press('c')
  const form = page.getByRole('dialog', { name: 'New material' })
  await form.getByLabel('Kind').selectOption({ label: 'Questions and objections' })
  await form.getByLabel('Title').fill('Questions about Lira Pay')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Questions about Lira Pay' })).toBeVisible()

  const english = page.getByRole('region', { name: 'English', exact: true })
  await english.getByRole('button', { name: 'Add an objection' }).focus()
  await page.keyboard.press('Enter')
  await english.getByRole('textbox', { name: 'Objection' }).fill('It is expensive')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('has no questions or phases yet')).toBeVisible()
  await english.getByRole('textbox', { name: 'Reply' }).fill('Count the days of closing.')
  await page.keyboard.press('Control+Enter')
  await expect(english.getByText('Not saved')).toHaveCount(0)

  const spanish = page.getByRole('region', { name: 'Spanish', exact: true })
  await spanish.getByRole('button', { name: 'Copy from English' }).focus()
  await page.keyboard.press('Enter')
  await spanish.getByRole('textbox', { name: 'Title' }).fill('Preguntas sobre Lira Pay')
  await spanish.getByRole('textbox', { name: 'Objection' }).fill('Es caro')
  await spanish.getByRole('textbox', { name: 'Reply' }).fill('Cuente los días de cierre.')
  await page.keyboard.press('Control+Enter')
  await expect(spanish.getByText('Not saved')).toHaveCount(0)

  const chooser = spanish.locator('input[type=file]')
  await chooser.setInputFiles({ name: 'ficha.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0090\u0000\u0003') })
  await expect(spanish.getByText('is of a type that is not taken here')).toBeVisible()
  await chooser.setInputFiles({ name: 'ficha.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n') })
  await expect(spanish.getByText('ficha.pdf (', { exact: false })).toBeVisible()
  await expect(page.getByText('Missing languages: Japanese')).toBeVisible()
  await look(page, 'material-texts')

  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('Withdrawn', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Published', { exact: true })).toBeVisible()

  const news = await call<{ id: string }>('material.create', { kind: 'news', language: 'en', title: 'Faster closing' })
  const words = { title: 'Faster closing', body: 'In two days.', parts: [] }
  await call('material.write', { id: news.id, language: 'en', seen: { ...words, body: '' }, words })
  await call('material.publish', { id: news.id })
  const abroad = await call<{ id: string }>('material.create', { kind: 'taxNote', language: 'en', title: 'Japanese rounding' })
  await call('material.write', { id: abroad.id, language: 'en', seen: { title: 'Japanese rounding', body: '', parts: [] }, words: { title: 'Japanese rounding', body: 'Once an invoice.', parts: [] } })
  await call('material.update', { id: abroad.id, edits: [{ field: 'places', value: ['JP'] }] })
  await call('material.publish', { id: abroad.id })

  await page.getByRole('textbox', { name: 'Title' }).first().blur()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid')).toContainText('Japanese rounding')
  await expect(page.getByRole('article', { name: 'Questions about Lira Pay' })).toBeVisible()
  await look(page, 'material-list')

  await page.evaluate((hash) => {
    location.hash = hash
  }, `/partners?id=${partner.id}`)
  await page.getByRole('link', { name: 'See the partner’s home page' }).focus()
  await page.keyboard.press('Enter')
  const home = page.getByRole('region', { name: 'Lucio Soluciones' })
  await expect(home.getByRole('heading', { level: 3 })).toHaveText(['Noticia de producto', 'Preguntas y objeciones'])
  await expect(home).toContainText('Se muestra en inglés: todavía no hay texto en español')
  await expect(home).toContainText('Es caro')
  await expect(home).toContainText('For every partner')
  await expect(home).not.toContainText('Japanese rounding')
  await look(page, 'material-home')

  const download = page.waitForEvent('download')
  await home.getByRole('button', { name: 'ficha.pdf', exact: false }).focus()
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toBe('ficha.pdf')

  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.print-sheet')).toContainText('Cuente los días de cierre.')
  await expect(page.locator('.print-sheet')).not.toContainText('For every partner')
  await page.emulateMedia({ media: 'screen' })

  await tabTo(page, 'Language')
  await page.getByLabel('Language', { exact: true }).selectOption({ label: 'Japanese' })
  await expect(home).toContainText('スペイン語で表示: 日本語の文章はまだありません')
  for (const [language, code] of [['日本語', 'ja'], ['Español', 'es']] as const) {
    await switchLanguage(page, language, code)
    for (const [name, path] of [['list', '/material'], ['texts', `/material/texts?id=${news.id}`], ['home', `/material/home?partner=${partner.id}`]] as const) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await lookAtWords(page, `material-${name}-${code}`)
    }
  }
  expect(complaints).toEqual([])
})
