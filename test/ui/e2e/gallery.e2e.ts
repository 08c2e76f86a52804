import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { serveBuilt } from '../gallery/gallery-server.ts'

let gallery: Awaited<ReturnType<typeof serveBuilt>>

test.beforeAll(async () => {
  gallery = await serveBuilt(new URL('../gallery/', import.meta.url))
})
test.afterAll(() => gallery.close())

/** What the page did against its policy or broke on; a test ends by finding none. */
async function openPart(page: Page, query: string): Promise<string[]> {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`${message.type()}: ${message.text()}`)
  })
  await page.exposeFunction('policyBroken', (what: string) => faults.push(`policy: ${what}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell: unknown = Reflect.get(window, 'policyBroken')
      if (typeof tell === 'function') tell(`${event.violatedDirective} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  await page.goto(`${gallery.url}?${query}`)
  return faults
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`))
}

const grid = (page: Page) => page.getByRole('grid')
const log = (page: Page) => page.getByTestId('log')
const activeText = (page: Page) =>
  page.evaluate(() => document.getElementById(document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') ?? '')?.textContent?.trim())

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test('pieces, menus, dialogs, tips and messages have no serious accessibility fault and keep the policy', async ({ page }) => {
      const faults = await openPart(page, `theme=${theme}`)
      expect(await seriousFindings(page)).toEqual([])

      await page.getByRole('button', { name: 'More' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      expect(await seriousFindings(page)).toEqual([])
      await page.keyboard.press('Escape')

      await page.getByRole('button', { name: '新規商談登録' }).click()
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
      expect(await seriousFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: '新規商談登録' })).toBeFocused()

      await page.getByRole('button', { name: 'Toast' }).click()
      await page.getByRole('button', { name: 'Copy' }).hover()
      await expect(page.getByRole('tooltip')).toBeVisible()
      await page.getByRole('combobox', { name: 'Partner' }).click()
      expect(await seriousFindings(page)).toEqual([])
      await page.getByRole('tab', { name: 'エンゲージメントのルール' }).click()
      expect(await seriousFindings(page)).toEqual([])
      expect(faults).toEqual([])
    })

    test('the grid has no serious accessibility fault, with rows, while loading and empty', async ({ page }) => {
      const faults = await openPart(page, `part=grid&theme=${theme}`)
      await grid(page).focus()
      await page.keyboard.press('Space')
      expect(await seriousFindings(page)).toEqual([])
      await page.goto(`${gallery.url}?part=grid&theme=${theme}&delay=60000`)
      expect(await seriousFindings(page)).toEqual([])
      await page.goto(`${gallery.url}?part=grid&theme=${theme}&rows=0`)
      await expect(page.getByText('Nothing here yet')).toBeVisible()
      expect(await seriousFindings(page)).toEqual([])
      expect(faults).toEqual([])
    })
  })
}

test('the grid is driven wholly by the keyboard', async ({ page }) => {
  const faults = await openPart(page, 'part=grid')
  await grid(page).focus()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1000001')

  await page.keyboard.press('ArrowDown')
  await expect(log(page)).toHaveText('active r1')
  await page.keyboard.press('Enter')
  await expect(log(page)).toHaveText('open r1')

  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByTestId('selected')).toHaveText('3')
  await page.keyboard.press('Control+a')
  await expect(page.getByTestId('selected')).toHaveText('1000000')
  await page.keyboard.press('Space')
  await expect(page.getByTestId('selected')).toHaveText('999999')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('selected')).toHaveText('0')

  await page.keyboard.press('Control+End')
  await expect(log(page)).toHaveText('active r999999')
  expect(await activeText(page)).toBe('r999999')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Control+Home')
  await expect(log(page)).toHaveText('active r0')

  await page.keyboard.press('ArrowUp')
  expect(await activeText(page)).toBe('Name')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('sort')).toHaveText('name:asc')
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByTestId('sort')).toHaveText('name:asc state:asc')

  const heading = page.locator('[data-column=state]')
  const before = (await heading.boundingBox())?.width ?? 0
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(async () => (await heading.boundingBox())?.width).toBe(before + 16)
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  expect(await page.locator('[data-column]').first().getAttribute('data-column')).toBe('state')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: 'Hide column' }).press('Enter')
  await expect(page.locator('[data-column=state]')).toHaveCount(0)
  await expect(grid(page)).toBeFocused()
  expect(faults).toEqual([])
})

test('cells are edited in place by F2 and by typing, and Tab goes on to the next', async ({ page }) => {
  const faults = await openPart(page, 'part=grid&lang=es')
  await grid(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('1.234,5')
  await page.keyboard.press('Tab')
  await expect(log(page)).toHaveText('edit r0 amount 500 > 1234.5')
  await expect(page.locator('.grid-editor')).toHaveAttribute('type', 'date')
  await page.keyboard.press('Escape')
  await expect(grid(page)).toBeFocused()

  await page.keyboard.press('Home')
  await page.keyboard.press('F2')
  await page.keyboard.type('株式会社あおい')
  await page.keyboard.press('Enter')
  await expect(log(page)).toHaveText(/^edit r0 name .* > "株式会社あおい"$|^active r1$/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('no number')
  await page.keyboard.press('Enter')
  await expect(page.locator('.grid-editor')).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Escape')
  await expect(page.locator('.grid-editor')).toHaveCount(0)

  await page.keyboard.type('77')
  await page.getByTestId('requests').focus()
  await expect(page.locator('.grid-editor')).toHaveCount(0)
  await expect(page.getByTestId('requests')).toBeFocused()
  expect(faults).toEqual([])
})

test('a million rows scroll pixel by pixel and leap by the thumb, and flinging asks for few pages', async ({ page }) => {
  const faults = await openPart(page, 'part=grid&delay=20')
  await expect(page.locator('[data-row="0"]')).toContainText('1')
  const box = await grid(page).boundingBox()
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200)

  const topOf = (row: number) => page.locator(`[data-row="${row}"]`).evaluate((element) => element.getBoundingClientRect().top)
  await grid(page).evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2
  })
  const rowUnderPointer = () => page.evaluate(() => Number(document.elementFromPoint(200, 300)?.closest('[data-row]')?.getAttribute('data-row')))
  await expect.poll(rowUnderPointer).toBeGreaterThan(400_000)
  const row = await rowUnderPointer()
  const top = await topOf(row)
  await page.mouse.wheel(0, 60)
  await expect.poll(async () => Math.round(top - (await topOf(row)))).toBe(60)

  await grid(page).evaluate(async (element) => {
    for (let step = 0; step < 60; step += 1) {
      element.scrollTop = (element.scrollHeight * step) / 60
      await new Promise(requestAnimationFrame)
    }
  })
  await page.getByTestId('requests').click()
  const requests = Number((await log(page).textContent())?.replace('requests ', ''))
  expect(requests).toBeLessThan(45)
  expect(faults).toEqual([])
})

test('selected rows are copied as a table whose cells no spreadsheet runs', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const faults = await openPart(page, 'part=grid')
  await grid(page).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+c')
  await expect(log(page)).toHaveText('copied 1')
  const [tsv, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? ''
    return [await read('text/plain'), await read('text/html')]
  })
  expect(tsv).toContain(`"'=HYPERLINK(""x"")"`)
  expect(html).toContain('<td>')
  expect(faults).toEqual([])
})

test('groups fold, and their headers are read as such', async ({ page }) => {
  const faults = await openPart(page, 'part=groups')
  const header = page.getByRole('gridcell', { expanded: true }).first()
  await expect(header).toContainText('Centroamérica')
  await grid(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { expanded: false }).first()).toContainText('Centroamérica')
  expect(await seriousFindings(page)).toEqual([])
  expect(faults).toEqual([])
})

test('a filter is made, changed and removed by the keyboard', async ({ page }) => {
  const faults = await openPart(page, '')
  const filters = page.getByTestId('filters')
  await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter')
  await page.keyboard.type('acv')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Value' })).toBeFocused()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect(filters).toHaveText('[{"field":"state","operator":"any","value":["open","won"]},{"field":"amount","operator":"gte","value":12}]')
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused()

  await page.getByRole('button', { name: 'Estado is any of' }).first().press('Enter')
  await expect(page.getByRole('combobox', { name: 'Search…' })).toBeFocused()
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(filters).toContainText('["open","won","new"]')
  await page.getByRole('button', { name: 'Estado is any of' }).first().press('Delete')
  await expect(filters).toHaveText('[{"field":"amount","operator":"gte","value":12}]')
  expect(faults).toEqual([])
})

test('the palette finds commands without their accents and in kana, and runs them by Enter', async ({ page }) => {
  const faults = await openPart(page, '')
  await page.getByRole('button', { name: 'Command' }).press('Enter')
  await expect(page.getByRole('option').first()).toContainText('Abrir cotización')
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.type('cotizacion')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('りーど')
  await expect(page.getByRole('option', { selected: true })).toContainText('リードを割り当てる')
  await page.keyboard.press('Enter')
  await expect(log(page)).toHaveText('command c4')
  expect(faults).toEqual([])
})

test('the tree follows arrows and letters', async ({ page }) => {
  const faults = await openPart(page, '')
  await page.getByRole('treeitem', { name: 'Guatemala' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('treeitem', { name: 'Centroamérica' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('treeitem', { name: 'Centroamérica' })).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.type('eu')
  await expect(page.getByRole('treeitem', { name: 'Europa' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(log(page)).toHaveText('open eu')
  expect(faults).toEqual([])
})

test('a message waits while it is pointed at, and its action runs', async ({ page }) => {
  await page.clock.install()
  const faults = await openPart(page, '')
  const message = page.getByText('Se archivaron 3 solicitudes')
  await page.getByRole('button', { name: 'Toast' }).click()
  await message.hover()
  await page.clock.fastForward(60_000)
  await expect(message).toBeVisible()
  await page.mouse.move(5, 5)
  await page.clock.fastForward(60_000)
  await expect(message).toHaveCount(0)

  await page.getByRole('button', { name: 'Toast' }).click()
  await page.getByRole('button', { name: 'Deshacer' }).press('Enter')
  await expect(log(page)).toHaveText('undone')
  expect(faults).toEqual([])
})

test('one Escape closes a dialog whose button shows its tip', async ({ page }) => {
  const faults = await openPart(page, '')
  await page.getByRole('button', { name: '新規商談登録' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('tooltip')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(faults).toEqual([])
})

test('the divider is moved by keyboard and by pointer within its bounds', async ({ page }) => {
  const faults = await openPart(page, '')
  const divider = page.getByRole('separator', { name: 'Resize detail' })
  await divider.press('ArrowLeft')
  await expect(divider).toHaveAttribute('aria-valuenow', '436')
  await divider.press('Home')
  await expect(divider).toHaveAttribute('aria-valuenow', '240')
  const box = await divider.boundingBox()
  await page.mouse.move(box?.x ?? 0, 300)
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) - 100, 300)
  await page.mouse.up()
  await expect(divider).toHaveAttribute('aria-valuenow', '340')
  expect(faults).toEqual([])
})
