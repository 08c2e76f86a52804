import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { materialContract } from '#shared/material/material.contract.ts'
import { syncContract } from '#shared/sync/sync.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { listeningCentral } from '#test/foundation/listening-central.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'

const { attach, create, get, saveFile } = materialContract.operations
const { api, address } = listeningCentral()
/** As large as is taken. */
const PDF = `%PDF-1.7\n${'x'.repeat(999_984)}\n%%EOF\n`

async function connected(tenantId: string): Promise<OpenHost> {
  const desk = await openHost()
  valueOf(await desk.call(syncContract.operations.connect, { address: address(), code: await api().code(tenantId, 'onboardingCoordinator') }))
  return desk
}

test('a file of the largest size reaches another desk byte for byte; one byte more is refused', { timeout: 240_000 }, async () => {
  const tenantId = await api().newTenant()
  const [one, other] = [await connected(tenantId), await connected(tenantId)]
  const { id } = valueOf(await one.call(create, { kind: 'collateral', language: 'es', title: 'Ficha' }))
  expect(PDF).toHaveLength(1_000_000)
  expect(refusalOf(await one.call(attach, { id, language: 'es', file: { name: 'ficha.pdf', content: btoa(`${PDF}\n`) } }))).toMatchObject({ code: 'file.too-large', details: { limit: 1_000_000 } })
  valueOf(await one.call(attach, { id, language: 'es', file: { name: 'ficha.pdf', content: btoa(PDF) } }))
  for (const desk of [one, other]) expect(valueOf(await desk.call(syncContract.operations.now, {}))).toMatchObject({ state: 'synced', pending: 0, problem: null })
  const { material, here } = valueOf(await other.call(get, { id }))
  expect(here).toEqual([material.es?.file?.sha256])
  const { file } = valueOf(await other.call(saveFile, { id, language: 'es' }))
  expect(readFileSync(other.host.grantedFile?.(file, 'read') ?? '', 'latin1')).toBe(PDF)
})
