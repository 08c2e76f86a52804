import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from './foundation/find-browser.ts'

interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** Reads how many tests passed and failed; steps without count as one. */
  readonly count?: () => { readonly passed: number; readonly failed: number; readonly skipped: number }
}

const types = ['src-shared', 'src-main', 'src-renderer', 'src-central', 'test'].map((project): Step => ({ name: `types of ${project}`, command: ['vue-tsc', '--noEmit', '-p', project] }))

const steps: readonly Step[] = [
  ...types,
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'unused files, exports and dependencies', command: ['knip'] },
  { name: 'unit, boundary and database tests', command: ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile=test-output/vitest.json'], count: countVitest },
  { name: 'end-to-end tests', command: ['playwright', 'test'], count: countPlaywright },
]

const only = process.argv[2]
process.exitCode = await runAll(steps.filter((step) => only === undefined || step.name.includes(only)))

async function runAll(chosen: readonly Step[]): Promise<number> {
  rmSync('test-output', { recursive: true, force: true })
  mkdirSync('test-output', { recursive: true })
  if (chosen.some((step) => step.command[0] === 'playwright' || step.command[0] === 'vitest')) {
    const browser = await findBrowser((sentence) => console.log(sentence))
    process.env['WORKBENCH_BROWSER'] = browser.path
    console.log(`Browser: ${browser.path} (${browser.origin})`)
  }
  let passed = 0
  let failed = 0
  let skipped = 0
  for (const { name, command, count } of chosen) {
    const started = performance.now()
    console.log(`\n== ${name}`)
    const { status } = spawnSync(`node_modules/.bin/${command[0] ?? ''}`, command.slice(1), { stdio: 'inherit', shell: process.platform === 'win32' })
    const ok = status === 0
    const counted = count?.() ?? { passed: Number(ok), failed: Number(!ok), skipped: 0 }
    passed += counted.passed
    failed += counted.failed + Number(!ok && counted.failed === 0 && count !== undefined)
    skipped += counted.skipped
    console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed === 0 ? 0 : 1
}

function countVitest(): { passed: number; failed: number; skipped: number } {
  const report = readReport('test-output/vitest.json') as { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number }
  return { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0, skipped: report.numPendingTests ?? 0 }
}

function countPlaywright(): { passed: number; failed: number; skipped: number } {
  const { stats } = readReport('test-output/e2e.json') as { stats?: { expected: number; unexpected: number; skipped: number; flaky: number } }
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), skipped: stats?.skipped ?? 0 }
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
