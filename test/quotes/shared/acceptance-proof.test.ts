import { expect, test } from 'vitest'
import { proofOf } from '#shared/quotes/acceptance-proof.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW } from '#test/foundation/desk.ts'

const context = { now: NOW, actor: { id: 'a', name: 'Ana' }, commandId: nextId(), id: nextId, mayGive: () => true }
const quote = { id: 'q', territoryId: 't' }

test('what a customer signed is put on record where the quote lies, with its hash and by whom', () => {
  const kept = proofOf({ name: 'signed.pdf', content: btoa('%PDF-1.7') }, quote, context)
  if ('refused' in kept) throw new Error('refused')
  expect(kept.change).toMatchObject({ kind: 'insert', table: { name: 'acceptanceProofs' } })
  expect(kept.change.kind === 'insert' ? kept.change.rows[0] : []).toEqual(expect.arrayContaining(['q', 't', 'signed.pdf', 'application/pdf', 8, kept.sha256, 'Ana']))
})

test('anything else is refused, and nothing is kept of it', () => {
  expect(proofOf({ name: 'x.exe', content: btoa('MZ') }, quote, context)).toMatchObject({ refused: { kind: 'refused', code: 'file.type-not-taken', details: { name: 'x.exe' } } })
})
