import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accountsContract } from '#shared/accounts/accounts.contract.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost } from '#test/foundation/open-host.ts'

const { accept, addLines, create, proof, saveProof, send } = quotesContract.operations

test('what was attached is told without the file, and saved byte by byte under a name of its own, wherever it says it came from', async () => {
  const desk = await openHost()
  const account = valueOf(await desk.call(accountsContract.operations.create, { name: '北山食品株式会社', country: 'JP' }))
  const { id } = valueOf(await desk.call(create, { accountId: account.id, name: '台帳', currency: 'JPY' }))
  valueOf(await desk.call(addLines, { quoteId: id, lines: [{ code: null, custom: { name: '設置', unit: null, unitPrice: '1000', cost: '1', taxCategory: 'standard', isService: true }, quantity: '1', discountPercent: '0', groupName: null, seenUnitPrice: null }] }))
  expect(valueOf(await desk.call(proof, { id }))).toBeNull()
  expect(refusalOf(await desk.call(saveProof, { id }))).toEqual({ code: 'quote.proof-missing' })
  const at = new Date().toISOString()
  const { contentHash } = valueOf(await desk.call(send, { id, at }))
  const signed = Buffer.from('%PDF-1.7 signed by Misaki Aoyagi')
  valueOf(await desk.call(accept, { id, contentHash, acceptedBy: '青柳 美咲', at, proof: { name: '../../.bashrc', content: signed.toString('base64') } }))
  const told = valueOf(await desk.call(proof, { id }))
  expect(told).toMatchObject({ name: '../../.bashrc', size: signed.length, mediaType: 'application/pdf' })
  expect(JSON.stringify(told)).not.toContain(signed.toString('base64'))
  const { name } = valueOf(await desk.call(saveProof, { id }))
  expect(name).toMatch(/^P-\w+-proof\.pdf$/)
  expect(readFileSync(join(desk.directory, 'outgoing', name)).equals(signed)).toBe(true)
  const token = nextId()
  const path = join(desk.directory, 'chosen.pdf')
  desk.host.grantFile({ token, path, access: 'write' })
  valueOf(await desk.call(saveProof, { id, file: token }))
  expect(readFileSync(path).equals(signed)).toBe(true)
})
