import { defineConfig } from '@playwright/test'
import { BROWSER_ARGUMENTS } from './test/foundation/find-browser.ts'

const executablePath = process.env['WORKBENCH_BROWSER']

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-output/e2e',
  timeout: 120_000,
  // What hangs ends with its own test's name, and long before it could keep all results to itself.
  globalTimeout: 45 * 60_000,
  fullyParallel: false,
  workers: 1,
  reporter: [['list'], ['json', { outputFile: 'test-output/e2e.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    actionTimeout: 60_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: [...BROWSER_ARGUMENTS], ...(executablePath === undefined ? {} : { executablePath }) },
  },
})
