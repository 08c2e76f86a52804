import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface MovableClock {
  /** For the environment of the program that is to go by it. */
  readonly environment: Readonly<Record<string, string>>
  now(): number
  /** @param ms by how much; the program knows within a tenth of a second */
  forward(ms: number): void
  remove(): void
}

/** A clock that a program under test, with all its threads, goes by, and that a test puts forward. */
export function movableClock(): MovableClock {
  const directory = mkdtempSync(join(tmpdir(), 'workbench-clock-'))
  const file = join(directory, 'ahead')
  writeFileSync(file, '0')
  const ahead = (): number => Number(readFileSync(file, 'utf8'))
  return {
    environment: { NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'moved-clock.ts')).href}`, WORKBENCH_CLOCK_AHEAD: file },
    now: () => Date.now() + ahead(),
    forward: (ms) => {
      writeFileSync(file, String(ahead() + ms))
    },
    remove: () => {
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
