import { describe, onTestFinished, test } from 'vitest'
import { openForWriting } from '#main/workspace/open.ts'
import { centralDesk } from './central-runner.ts'
import { centralStores } from './central-stores.ts'
import type { Desk } from './desk.ts'
import { memoryDesk } from './memory-runner.ts'
import { sqliteDesk } from './sqlite-runner.ts'
import { temporaryWorkspace } from './temporary-workspace.ts'

/** What must hold wherever commands run, by the sentence that says it. */
export type Scenarios = Readonly<Record<string, (desk: Desk) => Promise<void>>>

type Opener = () => Desk | Promise<Desk>

const deskRunners: Readonly<Record<string, Opener>> = {
  'in memory': memoryDesk,
  'on SQLite': () => {
    const db = openForWriting(temporaryWorkspace())
    onTestFinished(() => {
      db.close()
    })
    return sqliteDesk(db)
  },
}

function centralRunners(): Readonly<Record<string, Opener>> {
  const stores = centralStores()
  return {
    'on PGlite': async () => centralDesk(await stores.open('PGlite')),
    'on PostgreSQL': async () => centralDesk(await stores.open('PostgreSQL')),
  }
}

/**
 * Tells the same scenarios to every runner: they must decide alike.
 * @param reach `desk` for commands that never leave the desk: the central API has not even their tables
 */
export function onEveryRunner(subject: string, scenarios: Scenarios, reach: 'everywhere' | 'desk' = 'everywhere'): void {
  const runners = reach === 'desk' ? deskRunners : { ...deskRunners, ...centralRunners() }
  describe.each(Object.entries(runners))(`${subject} %s`, (_, open) => {
    test.each(Object.entries(scenarios))('%s', async (_sentence, scenario) => scenario(await open()))
  })
}
