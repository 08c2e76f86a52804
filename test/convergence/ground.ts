import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import timers from 'node:timers/promises'
import { openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { DeskFile } from './desk-file.ts'

/** Where desks’ files lie while they are tested: in memory where the system has a place for that. */
export class Ground {
  readonly #directory = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'channel-workbench-convergence-'))
  readonly #template: string
  readonly #files: DeskFile[] = []
  #free: DeskFile[] = []

  constructor() {
    const folder = join(this.#directory, 'template')
    openForWriting(folder).close()
    this.#template = join(folder, WORKSPACE_FILE)
  }

  takeFile(): DeskFile {
    const file = this.#free.pop()
    if (file !== undefined) {
      file.empty()
      return file
    }
    const made = new DeskFile(join(this.#directory, `desk-${this.#files.length}`), this.#template)
    this.#files.push(made)
    return made
  }

  giveBack(file: DeskFile): void {
    this.#free.push(file)
  }

  remove(): void {
    for (const file of this.#files) file.remove()
    rmSync(this.#directory, { recursive: true, force: true })
  }
}

/** The server waits a little before it tries again; here no time passes. */
export function withoutPauses(): () => void {
  const { setTimeout } = timers
  Object.assign(timers, { setTimeout: () => Promise.resolve() })
  syncBuiltinESMExports()
  return () => {
    Object.assign(timers, { setTimeout })
    syncBuiltinESMExports()
  }
}
