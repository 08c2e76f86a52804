import { mkdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDataHost } from '#main/workspace/data-host.ts'
import { lockWorkspace } from '#main/workspace/lock.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { runChild } from '#test/foundation/run-child.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

function refusalOf(attempt: () => unknown): unknown {
  try {
    attempt()
    return 'locked'
  } catch (error) {
    return error instanceof RefusedError ? error.refusal : error
  }
}

test('row 88: a second program is refused and told who holds the workspace; a killed holder lets go', async () => {
  const directory = temporaryWorkspace()
  const child = runChild('test/workspace/main/hold-lock.ts', directory)
  await child.until('locked')
  const refusal = refusalOf(() => lockWorkspace(directory)) as { code: string; details: { process: string; computer: string } }
  expect(refusal.code).toBe('workspace.in-use')
  expect(refusal.details).toEqual({ process: String(child.process.pid), computer: hostname() })
  await expect(openDataHost({ directory, log: () => undefined })).rejects.toMatchObject({ refusal: { code: 'workspace.in-use' } })
  await child.kill()
  lockWorkspace(directory)()
})

test('two parts of one program cannot both hold it either', () => {
  const directory = temporaryWorkspace()
  const unlock = lockWorkspace(directory)
  expect(refusalOf(() => lockWorkspace(directory))).toMatchObject({ code: 'workspace.in-use' })
  unlock()
  lockWorkspace(directory)()
})

test('different workspaces do not disturb each other', () => {
  onTestFinished(lockWorkspace(temporaryWorkspace()))
  onTestFinished(lockWorkspace(temporaryWorkspace()))
})

test('a folder that cannot be made or locked is unreadable, not in use', () => {
  const directory = temporaryWorkspace()
  writeFileSync(join(directory, 'file'), '')
  expect(refusalOf(() => lockWorkspace(join(directory, 'file', 'below')))).toMatchObject({ code: 'workspace.unreadable' })
  mkdirSync(join(directory, 'workspace.lock'))
  expect(refusalOf(() => lockWorkspace(directory))).toMatchObject({ code: 'workspace.unreadable' })
})

test('the lock holds although its note cannot be written', () => {
  const directory = temporaryWorkspace()
  mkdirSync(join(directory, 'workspace.holder.json'))
  const unlock = lockWorkspace(directory)
  expect(refusalOf(() => lockWorkspace(directory))).toEqual({ code: 'workspace.in-use', message: 'another program has this workspace open' })
  unlock()
})
