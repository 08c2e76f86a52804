import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '#test/foundation/run-cli.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { readPdf } from '../read-pdf.ts'

test('writes a quote that is named by its number, in another language too, and not over a file', { timeout: 120_000 }, async () => {
  const workspace = temporaryWorkspace()
  const call = async (operation: string, input: object) => (await runCli(['call', operation, '--input', '-', '--workspace', workspace, '--json'], JSON.stringify(input))).json() as Record<string, unknown>
  const document = (...args: readonly string[]) => runCli(['document', ...args, '--workspace', workspace])
  const account = await call('accounts.create', { name: 'Lucio S.A.', country: 'GT' })
  const quote = await call('quotes.create', { accountId: account['id'], name: 'Libro mayor', currency: 'USD', language: 'es' })
  const { quote: row } = (await call('quotes.get', { id: quote['id'] })) as { quote: { provisionalNumber: string } }
  const custom = { name: 'Libro mayor', unit: null, unitPrice: '100', cost: '95', taxCategory: 'standard', isService: true }
  await call('quotes.addLines', { quoteId: quote['id'], lines: [{ code: null, custom, quantity: '2', discountPercent: '50', groupName: null, seenUnitPrice: null }] })

  const file = join(workspace, 'quote.pdf')
  const written = await document(row.provisionalNumber, file)
  expect([written.exit, written.out]).toEqual([0, `Libro mayor written to ${file}, 1 page, marked as a draft\n`])
  const { text, size } = await readPdf(readFileSync(file))
  for (const words of ['Cotización', 'BORRADOR', 'Lucio S.A.', 'Guatemala']) expect(text).toContain(words)
  expect(size).toEqual([612, 792])

  expect(await document(row.provisionalNumber, file)).toMatchObject({ exit: 2 })
  expect(await document(row.provisionalNumber, file, '--force', '--language', 'ja', '--kind', 'orderForm')).toMatchObject({ exit: 0 })
  expect((await readPdf(readFileSync(file))).text).toContain('注文書')
  expect(await document(row.provisionalNumber, join(workspace, 'quote.txt'))).toMatchObject({ exit: 2 })
  const unknown = await document('Q-999999', join(workspace, 'none.pdf'))
  expect([unknown.exit, unknown.error.split(':')[0], existsSync(join(workspace, 'none.pdf'))]).toEqual([1, 'quote.not-found', false])
})
