import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const SCREENSHOTS = 'test-output/screenshots'
const sizes = [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }] as const

/** Errors of the page and breaches of its policy; there must be none. */
export function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) complaints.push(message.text())
  })
  return complaints
}

/** Tabs until the element with this name, or role, has the focus: if a keyboard cannot get there, this fails. */
export async function tabTo(page: Page, name: string | RegExp, role?: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return { role: element?.closest('[role=grid]') === null ? (element?.getAttribute('role') ?? '') : 'grid', text: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '' }
    })
    if ((role === undefined || focused.role === role) && (typeof name === 'string' ? focused.text.startsWith(name) : name.test(focused.text))) return
  }
  throw new Error(`no Tab leads to ${String(name)}`)
}

/** Changes the language by the palette. A text that no keys make is only typed into a field that is there already. */
export async function switchLanguage(page: Page, name: string, code: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.type(name)
  await expect(page.getByRole('option').first()).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', code)
}

/** Takes the screenshots a person looks at, and asks axe. */
export async function look(page: Page, name: string, both = true): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await photograph(page, name, colorScheme, both ? sizes : sizes.slice(0, 1))
    await askAxe(page, `${name} ${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(sizes[0])
}

/** For a page that was looked at in another language: its colours are the same, its words may not fit. */
export async function lookAtWords(page: Page, name: string): Promise<void> {
  await photograph(page, name, 'light', sizes.slice(0, 1))
  await askAxe(page, name)
}

async function photograph(page: Page, name: string, colorScheme: 'light' | 'dark', ofSizes: readonly (typeof sizes)[number][]): Promise<void> {
  for (const size of ofSizes) {
    await page.setViewportSize(size)
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${SCREENSHOTS}/${name}-${size.width}-${colorScheme}.png` })
  }
}

/** No answer of axe takes a tenth of it; without an end of its own, a page that hangs would stop all tests after it. */
const AXE_MILLISECONDS = 120_000

/** No serious finding of axe. Asked in the page itself, without the frames that no page of ours has, and for its findings alone: that takes a third of the time. */
export async function askAxe(page: Page, what: string): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await within(AXE_MILLISECONDS, axe.analyze(), `${what}: axe did not answer`)
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${what}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

async function within<T>(milliseconds: number, answer: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([answer, new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(otherwise)), milliseconds)))])
  } finally {
    clearTimeout(timer)
  }
}
