import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pdfRuler, writePdf } from '#main/documents/write-pdf.ts'
import { writeXlsx } from '#main/imports/files/write-xlsx.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { layOutDocument } from '#shared/documents/lay-out-document.ts'
import { quoteDocument } from '#shared/documents/quote-document.ts'
import { materialContract } from '#shared/material/material.contract.ts'
import { materials } from '#shared/material/material.table.ts'
import { takeFile } from '#shared/material/take-file.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { asked } from '#test/documents/build-documented.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'
import { runCli } from '#test/foundation/run-cli.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { buildMaterial, text } from '../shared/build-material.ts'

const { attach, create, get, list, pageOf, publish, saveFile } = materialContract.operations
const PDF = '%PDF-1.7\n%%EOF\n'

async function withFile(desk: OpenHost) {
  const partner = valueOf(await desk.call(partnersContract.operations.create, { code: 'GT', name: 'Lucio', type: 'reseller', country: 'GT', languages: ['es'], status: 'active' }))
  const { id } = valueOf(await desk.call(create, { kind: 'collateral', language: 'es', title: 'Ficha' }))
  valueOf(await desk.call(attach, { id, language: 'es', file: { name: 'ficha técnica.pdf', content: btoa(PDF) } }))
  valueOf(await desk.call(publish, { id }))
  return { id, partnerId: partner.id }
}

describe('a file that goes with material', () => {
  test('is saved byte for byte under its own name, and the page says that it is here', async () => {
    const desk = await openHost()
    const { id, partnerId } = await withFile(desk)
    expect(valueOf(await desk.call(pageOf, { partnerId }))).toMatchObject({ partner: 'Lucio', language: 'es', shown: [{ title: 'Ficha', file: { name: 'ficha técnica.pdf', here: true } }] })
    const { file, name } = valueOf(await desk.call(saveFile, { id, language: 'es' }))
    expect(name).toBe('ficha técnica.pdf')
    expect(readFileSync(desk.host.grantedFile?.(file, 'read') ?? '', 'latin1')).toBe(PDF)
    expect(refusalOf(await desk.call(saveFile, { id, language: 'ja' }))).toEqual({ code: 'material.file-missing' })
  })

  test('and has not reached this desk yet is said to be missing, not saved empty', async () => {
    const directory = temporaryWorkspace()
    const partner = buildPartner({ languages: ['es'] })
    const material = buildMaterial({ es: text('Ficha', { file: { name: 'ficha.pdf', mediaType: 'application/pdf', size: 15, sha256: 'a'.repeat(64) } }) })
    const db = openForWriting(directory)
    putRows(db, partners, [partner])
    putRows(db, materials, [material])
    db.close()
    const desk = await openHost(directory)
    expect(valueOf(await desk.call(get, { id: material.id })).here).toEqual([])
    expect(valueOf(await desk.call(pageOf, { partnerId: partner.id })).shown).toMatchObject([{ file: { name: 'ficha.pdf', here: false } }])
    expect(refusalOf(await desk.call(saveFile, { id: material.id, language: 'es' }))).toEqual({ code: 'material.file-not-here', details: { name: 'ficha.pdf' } })
  })

  test('whose row came from elsewhere with a path for a name stays in its folder', async () => {
    const directory = temporaryWorkspace()
    const first = await openHost(directory)
    const { id } = await withFile(first)
    await first.host.close()
    const db = openForWriting(directory)
    db.prepare(`UPDATE "materials" SET "es" = json_set("es", '$.file.name', '../../evil.pdf')`).run()
    db.close()
    const desk = await openHost(directory)
    const { file, name } = valueOf(await desk.call(saveFile, { id, language: 'es' }))
    const path = desk.host.grantedFile?.(file, 'read') ?? ''
    expect([name, basename(path), dirname(path)]).toEqual(['material.pdf', 'material.pdf', join(desk.directory, 'outgoing')])
  })
})

test('the documents and tables that this program writes are taken as material', async () => {
  const folder = temporaryWorkspace()
  await writePdf(join(folder, 'quote.pdf'), layOutDocument(quoteDocument(asked('ja')), pdfRuler()))
  await writeXlsx(join(folder, 'prices.xlsx'), ['Product', 'Price'], [['LIRA-PAY', 12]])
  for (const name of ['quote.pdf', 'prices.xlsx']) {
    const taken = takeFile({ name, content: readFileSync(join(folder, name)).toString('base64') })
    expect([name, taken.ok ? 'taken' : taken.error.code]).toEqual([name, 'taken'])
  }
})

test('the list finds by any language, and by a language that is missing', async () => {
  const desk = await openHost()
  await withFile(desk)
  valueOf(await desk.call(create, { kind: 'salesProcess', language: 'en', title: 'Sales', readyMade: true }))
  const found = async (asked: object) => valueOf(await desk.call(list, { ...asked, to: 10 })).rows.map(({ title }) => title)
  expect(await found({ search: 'ficha' })).toEqual(['Ficha'])
  expect(await found({ search: '見極め' })).toEqual(['Our sales process'])
  expect(await found({ filter: [{ field: 'missing', operator: 'contains', values: ['ja'] }] })).toEqual(['Ficha'])
  expect(await found({ filter: [{ field: 'kind', operator: 'is', values: ['salesProcess'] }] })).toEqual(['Our sales process'])
})

describe('workbench material', { timeout: 120_000 }, () => {
  test('prints what a partner sees, in which language and why, found by code or name', async () => {
    const directory = temporaryWorkspace()
    const db = openForWriting(directory)
    putRows(db, partners, [buildPartner({ code: 'JP-KITA', name: 'Kitayama', country: 'JP', languages: ['ja'] })])
    putRows(db, materials, [buildMaterial({ en: text('Rounding'), places: ['JP'] }), buildMaterial({ en: text('FEL'), places: ['GT'] })])
    db.close()
    const on = ['--workspace', directory]
    for (const partner of ['jp-kita', 'KITAYAMA']) {
      expect((await runCli(['material', '--partner', partner, ...on, '--json'])).json()).toMatchObject({ partner: 'Kitayama', language: 'ja', open: true, shown: [{ title: 'Rounding', language: 'en', missing: 'ja', reasons: [{ kind: 'place', value: 'JP' }] }] })
    }
    expect((await runCli(['material', '--partner', 'JP-KITA', ...on])).out).toContain('news  Rounding  [en, no ja yet]')
    expect(await runCli(['material', '--partner', 'NOBODY', ...on])).toMatchObject({ exit: 1 })
    expect(await runCli(['material', ...on])).toMatchObject({ exit: 2 })
    expect(await runCli(['material', '--partner', 'JP-KITA', '--language', 'pt', ...on])).toMatchObject({ exit: 2 })
  })
})
