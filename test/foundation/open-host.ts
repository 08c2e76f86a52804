import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { newId } from '#main/foundation/new-id.ts'
import type { DataHost, HostEvent } from '#main/operations/data-host.ts'
import { openDataHost, type DataHostOptions } from '#main/workspace/data-host.ts'
import type { Operation } from '#shared/foundation/operation.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { z } from 'zod'
import { givenPolicies } from '#test/policies/given-policies.ts'
import { temporaryWorkspace } from './temporary-workspace.ts'

export interface OpenHost {
  readonly host: DataHost
  readonly directory: string
  readonly events: readonly HostEvent[]
  readonly logged: readonly string[]
  call<Op extends Operation>(operation: Op, input: z.input<Op['input']>, id?: string): Promise<Outcome<z.output<Op['output']>>>
  /** Waits until such an event has come. */
  event(name: string): Promise<HostEvent>
}

/** The whole workspace with its threads, closed with the test. */
export async function openHost(directory = temporaryWorkspace(), options: Pick<DataHostOptions, 'keyring' | 'policies' | 'surroundings'> = {}): Promise<OpenHost> {
  const open = await start(directory, options)
  onTestFinished(() => open.host.close())
  return open
}

/** One workspace for all tests of a file or group that do not mind what the others left. */
export function sharedHost(): () => OpenHost {
  let open: OpenHost | undefined
  beforeAll(async () => {
    open = await start(mkdtempSync(join(tmpdir(), 'channel-workbench-test-')))
  })
  afterAll(async () => {
    await open?.host.close()
    if (open !== undefined) rmSync(open.directory, { recursive: true, force: true })
  })
  return () => {
    if (open === undefined) throw new Error('the shared workspace is opened before the first test')
    return open
  }
}

async function start(directory: string, options: Pick<DataHostOptions, 'keyring' | 'policies' | 'surroundings'> = {}): Promise<OpenHost> {
  const events: HostEvent[] = []
  const logged: string[] = []
  const host = await openDataHost({ policies: givenPolicies({}), ...options, directory, log: (line) => logged.push(line) })
  host.onEvent((event) => events.push(event))
  return {
    host,
    directory,
    events,
    logged,
    call: (operation, input, id = newId()) => host.call(operation.name, input, { kind: 'window' }, id) as Promise<Outcome<never>>,
    event: (name) =>
      new Promise((resolve) => {
        const known = events.find((event) => event.name === name)
        if (known !== undefined) resolve(known)
        const stop = host.onEvent((event) => {
          if (event.name !== name) return
          stop()
          resolve(event)
        })
      }),
  }
}
