import { describe, expect, test } from 'vitest'
import { approvalPolicies, approvalSeats } from '#shared/approvals/approval-policy.table.ts'
import { approvalRequests, approvalSteps } from '#shared/approvals/approval-request.table.ts'
import { specialPrices } from '#shared/catalogue/discount.table.ts'
import { isProtecting } from '#shared/deals/protection.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import type { Table } from '#shared/foundation/table.ts'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { idOfHash } from '#shared/attachments/id-of-hash.ts'
import { materialFiles, materials } from '#shared/material/material.table.ts'
import { takeFile } from '#shared/material/take-file.ts'
import { mayGive } from '#shared/people/permissions.ts'
import { hashContent } from '#shared/quotes/hash-content.ts'
import { authorOf } from '#shared/quotes/authorship.ts'
import { quoteAuthors } from '#shared/quotes/quote-author.table.ts'
import { quoteLines, quotes } from '#shared/quotes/quote.table.ts'
import { syncContract } from '#shared/sync/sync.contract.ts'
import { ana, approvingDesk, asking, approving, bea, carl, MANAGER, sending, stepsOf } from '#test/approvals/shared/approving-desk.ts'
import { buildLine, buildQuote, buildSpecialPrice } from '#test/foundation/builders/build-quote.ts'
import { buildApproved, TERMS } from '#test/foundation/builders/build-registration.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk, type RunOptions } from '#test/foundation/desk.ts'
import { memoryDesk } from '#test/foundation/memory-runner.ts'
import { buildMaterial } from '#test/material/shared/build-material.ts'

const asManager: RunOptions = { actor: ana, mayGive: (command) => mayGive('channelManager', command) }

/** Brings a row as a desk does that was on its own. */
function adopted(desk: Desk, table: Table, row: object, as = asManager) {
  return desk.run(syncContract.operations.adopt, { table: table.name, columns: [...table.columnNames], rows: [table.columnNames.map((column) => (row as Record<string, unknown>)[column])] as never }, as)
}

/** Brings a row as a part of an import. */
async function imported(desk: Desk, table: typeof quotes | typeof registrations, row: object) {
  const batchId = valueOf(await desk.run(journalContract.operations.openBatch, { kind: 'import', subject: table.name, label: 'x.csv', total: 0, details: null })).id
  const columns = table.columnNames.filter((column) => !['importId', 'createdAt', 'updatedAt', 'rev'].includes(column))
  return desk.run(importsContract.operations.appendRows, { batchId, table: table.name as never, columns, rows: [columns.map((column) => (row as Record<string, unknown>)[column])] }, { ...asManager, batchId })
}

/** A quote that gives 40 % and says of itself that it was approved. */
function forgedQuote(accountId: string) {
  const quote = buildQuote({ accountId, status: 'approved' })
  const line = buildLine({ quoteId: quote.id, discountPercent: '40' })
  return { quote: { ...quote, approvedHash: hashContent(quote, [line]) }, line }
}

describe('a channel manager who brings rows of which only others decide', () => {
  test.each([['adopting', adopted], ['importing', imported]] as const)('cannot send a quote by %s it as approved', async (_, bring) => {
    const desk = memoryDesk()
    const { account } = await approvingDesk(desk)
    const { quote, line } = forgedQuote(account.id)
    await desk.put(quoteLines, line)
    expect((await bring(desk, quotes as never, quote)).ok).toBe(true)
    expect(await desk.row(quotes, quote.id)).toMatchObject({ status: 'draft', approvedHash: null })
    expect(await sending(desk, quote.id)).toMatchObject({ code: 'quote.needs-approval' })
    // Whoever brings a quote does not approve it either, whoever asks.
    const { id } = valueOf(await asking(desk, quote.id, carl))
    expect((await stepsOf(desk, id)).of(MANAGER).status).toBe('asked')
    expect(refusalOf(await approving(desk, id, MANAGER, ana))).toEqual({ code: 'approval.own-content' })
    valueOf(await approving(desk, id, MANAGER, bea))
  })

  test('brings no approvals, no rules, no seats, and nobody’s name as an author', async () => {
    const desk = memoryDesk()
    const stamps = { createdAt: NOW, updatedAt: NOW, rev: 1 }
    const policy = { id: nextId(), version: 9, state: 'current', rules: [], note: null, publishedByName: 'Nobody', ...stamps }
    expect(valueOf(await adopted(desk, approvalPolicies, policy))).toEqual({ adopted: 0 })
    expect(valueOf(await adopted(desk, approvalSeats, { id: nextId(), name: 'Mine', members: [], aboveId: null, ...stamps }))).toEqual({ adopted: 0 })
    expect(valueOf(await adopted(desk, quoteAuthors, { ...authorOf({ id: nextId(), approvedHash: null, territoryId: null }, ana), ...stamps }))).toEqual({ adopted: 0 })
    const asked = memoryDesk()
    const { account } = await approvingDesk(asked)
    const { quote, line } = forgedQuote(account.id)
    await asked.put(quotes, { ...quote, status: 'draft', approvedHash: null })
    await asked.put(quoteLines, line)
    const { id } = valueOf(await asking(asked, quote.id))
    const request = (await asked.row(approvalRequests, id))!
    const [step] = (await stepsOf(asked, id)).steps
    expect(valueOf(await adopted(desk, approvalRequests, { ...request, status: 'approved' }))).toEqual({ adopted: 0 })
    expect(valueOf(await adopted(desk, approvalSteps, { ...step, status: 'approved' }))).toEqual({ adopted: 0 })
    for (const table of [approvalPolicies, approvalSeats, quoteAuthors, approvalRequests, approvalSteps]) expect(await desk.rows(table as Table)).toEqual([])
  })

  test.each([['adopting', adopted], ['importing', imported]] as const)('protects no deal by %s its registration as approved: it is a claim, on the company’s terms', async (_, bring) => {
    const desk = memoryDesk()
    const row = buildApproved({ partnerId: nextId(), terms: { ...TERMS, registeredMargin: 100 } })
    expect(isProtecting(row, NOW)).toBe(true)
    expect((await bring(desk, registrations as never, row)).ok).toBe(true)
    const brought = (await desk.row(registrations, row.id))!
    expect(brought).toMatchObject({ status: 'submitted', approved: null, protectedUntil: null, terms: null, company: row.company })
    const won = { ...buildApproved({ partnerId: nextId() }), status: 'closedWon' as const, priceLockedUntil: '2099-01-01T00:00:00.000Z' }
    await bring(desk, registrations as never, won)
    expect(await desk.row(registrations, won.id)).toMatchObject({ status: 'closedWon', approved: null, priceLockedUntil: null })
    expect([isProtecting(brought, NOW), isProtecting({ ...(await desk.row(registrations, won.id))!, status: 'approved' }, NOW)]).toEqual([false, false])
  })

  test('grants no special price by bringing it', async () => {
    const desk = memoryDesk()
    const price = buildSpecialPrice({ accountId: nextId(), product: 'LEDGER', unitPrice: '1' })
    valueOf(await adopted(desk, specialPrices, price))
    expect(await desk.row(specialPrices, price.id)).toMatchObject({ state: 'requested', decidedBy: null })
  })

  test('and an administrator brings them as they are', async () => {
    const desk = memoryDesk()
    const row = buildApproved({ partnerId: nextId() })
    valueOf(await adopted(desk, registrations, row, { actor: bea, mayGive: (command) => mayGive('administrator', command) }))
    expect(await desk.row(registrations, row.id)).toMatchObject({ status: 'approved', protectedUntil: row.protectedUntil })
  })
})

describe('local material that a desk brings', () => {
  const taken = takeFile({ name: 'a.pdf', content: btoa('%PDF-1.7 %%EOF') })
  if (!taken.ok) throw new Error('refused')
  const { mediaType, size, sha256, content } = taken.value
  const file = { id: idOfHash(sha256), mediaType, size, sha256, content, createdAt: NOW, updatedAt: NOW, rev: 1 }

  test('is a draft where whoever brings it may not publish, and brings no files', async () => {
    const desk = memoryDesk()
    const material = buildMaterial()
    const asApprover: RunOptions = { actor: bea, mayGive: (command) => mayGive('approver', command) }
    valueOf(await adopted(desk, materials, material, asApprover))
    valueOf(await adopted(desk, materialFiles, file, asApprover))
    expect(await desk.row(materials, material.id)).toMatchObject({ state: 'draft', publishedAt: null, publishedByName: null, en: material.en })
    expect(await desk.rows(materialFiles)).toEqual([])
  })

  test('comes as it is from a channel manager, but for a file that is none', async () => {
    const desk = memoryDesk()
    const material = buildMaterial()
    valueOf(await adopted(desk, materials, material))
    valueOf(await adopted(desk, materialFiles, { ...file, content: btoa('MZ') }))
    expect(await desk.row(materials, material.id)).toMatchObject({ state: 'published' })
    expect(await desk.rows(materialFiles)).toEqual([])
    valueOf(await adopted(desk, materialFiles, file))
    expect(await desk.rows(materialFiles)).toMatchObject([{ sha256 }])
  })
})
