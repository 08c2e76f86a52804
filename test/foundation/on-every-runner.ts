import { describe, onTestFinished, test } from 'vitest'
import { openForWriting } from '#main/workspace/open.ts'
import type { Desk } from './desk.ts'
import { memoryDesk } from './memory-runner.ts'
import { sqliteDesk } from './sqlite-runner.ts'
import { temporaryWorkspace } from './temporary-workspace.ts'

/** What must hold wherever commands run, by the sentence that says it. */
export type Scenarios = Readonly<Record<string, (desk: Desk) => Promise<void>>>

const desks: Readonly<Record<string, () => Desk>> = {
  'in memory': memoryDesk,
  'on SQLite': () => {
    const db = openForWriting(temporaryWorkspace())
    onTestFinished(() => {
      db.close()
    })
    return sqliteDesk(db)
  },
}

/** Tells the same scenarios to every runner: they must decide alike. */
export function onEveryRunner(subject: string, scenarios: Scenarios): void {
  describe.each(Object.entries(desks))(`${subject} %s`, (_, open) => {
    test.each(Object.entries(scenarios))('%s', (_sentence, scenario) => scenario(open()))
  })
}
