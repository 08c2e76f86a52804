import { expect } from 'vitest'
import { documentClauses, documentTemplates } from '#shared/documents/document-template.table.ts'
import { documentLogos } from '#shared/documents/document-logo.table.ts'
import { documentsContract } from '#shared/documents/documents.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { buildPng } from '#test/attachments/shared/build-png.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { createClause, createTemplate, removeClause, removeTemplate, setLogo, updateClause, updateTemplate } = documentsContract.operations
const template = { name: ' Offer ', kind: 'proposal', language: 'ja', sender: 'リラ' } as const
const clause = { heading: 'Payment', text: 'Within 30 days, {account}.', language: 'en' } as const

export const documentsScenarios: Scenarios = {
  'keeps templates: added with what is usual, edited field by field, removed': async (desk) => {
    const { id } = valueOf(await desk.run(createTemplate, template))
    expect(await desk.row(documentTemplates, id)).toMatchObject({ name: 'Offer', accent: '#1f4b7a', preferred: false, era: false, seal: true })
    valueOf(await desk.run(updateTemplate, { id, edits: [{ field: 'opening', value: '{account} 御中', was: null }] }))
    expect(refusalOf(await desk.run(updateTemplate, { id, edits: [{ field: 'opening', value: 'x', was: null }] }))).toEqual({ code: 'document.stale', details: { field: 'opening', yours: 'x', theirs: '{account} 御中' } })
    valueOf(await desk.run(removeTemplate, { id }))
    expect(await desk.rows(documentTemplates)).toEqual([])
  },
  'refuses templates without a name or a sender, with a colour or a placeholder that is none': async (desk) => {
    expect(refusalOf(await desk.run(createTemplate, { ...template, name: ' ' }))).toEqual({ code: 'document.name-missing' })
    expect(refusalOf(await desk.run(createTemplate, { ...template, sender: '\n' }))).toEqual({ code: 'document.sender-missing' })
    expect(refusalOf(await desk.run(createTemplate, { ...template, accent: 'blue' }))).toEqual({ code: 'document.colour-wrong', details: { colour: 'blue' } })
    expect(refusalOf(await desk.run(createTemplate, { ...template, footer: '{cost}' }))).toEqual({ code: 'document.placeholder-unknown', details: { names: ['cost'] } })
    expect(refusalOf(await desk.run(updateTemplate, { id: nextId(), edits: [{ field: 'era', value: true }] }))).toEqual({ code: 'document.template-not-found' })
    expect(refusalOf(await desk.run(removeTemplate, { id: nextId() }))).toEqual({ code: 'document.template-not-found' })
    const { id } = valueOf(await desk.run(createTemplate, template))
    expect(refusalOf(await desk.run(updateTemplate, { id, edits: [{ field: 'name', value: '' }] }))).toEqual({ code: 'document.name-missing' })
  },
  'keeps the company’s terms, with where they apply': async (desk) => {
    const { id } = valueOf(await desk.run(createClause, { ...clause, countries: ['GT', 'BZ'] }))
    expect(await desk.row(documentClauses, id)).toMatchObject({ ...clause, countries: ['GT', 'BZ'], exceptCountries: [], kinds: [], place: 0, enabled: true })
    valueOf(await desk.run(updateClause, { id, edits: [{ field: 'enabled', value: false, was: true }] }))
    expect((await desk.row(documentClauses, id))?.enabled).toBe(false)
    valueOf(await desk.run(removeClause, { id }))
    expect(await desk.rows(documentClauses)).toEqual([])
  },
  'refuses empty terms, placeholders that are none, and what is not there': async (desk) => {
    expect(refusalOf(await desk.run(createClause, { ...clause, heading: '' }))).toEqual({ code: 'document.clause-empty' })
    expect(refusalOf(await desk.run(createClause, { ...clause, text: '{margin}' }))).toEqual({ code: 'document.placeholder-unknown', details: { names: ['margin'] } })
    expect(refusalOf(await desk.run(updateClause, { id: nextId(), edits: [{ field: 'text', value: 'x' }] }))).toEqual({ code: 'document.clause-not-found' })
    expect(refusalOf(await desk.run(removeClause, { id: nextId() }))).toEqual({ code: 'document.clause-not-found' })
    const { id } = valueOf(await desk.run(createClause, clause))
    expect(refusalOf(await desk.run(updateClause, { id, edits: [{ field: 'text', value: ' ' }] }))).toEqual({ code: 'document.clause-empty' })
  },
  'a template has a logo, kept once however many show it, refused where it is damaged or no picture, and taken away again': async (desk) => {
    const make = async () => valueOf(await desk.run(createTemplate, { name: 'Offer', kind: 'proposal', language: 'en', sender: 'Lira' })).id
    const [one, other] = [await make(), await make()]
    const file = (bytes: Buffer, name = 'logo.png') => ({ name, content: bytes.toString('base64') })
    const png = buildPng(120, 40)
    for (const id of [one, other]) valueOf(await desk.run(setLogo, { id, file: file(png) }))
    const [logo, ...more] = await desk.rows(documentLogos)
    expect([logo?.width, logo?.height, logo?.content, more]).toEqual([120, 40, png.toString('base64'), []])
    expect((await desk.rows(documentTemplates)).map(({ logoId }) => logoId)).toEqual([logo?.id, logo?.id])
    expect(refusalOf(await desk.run(setLogo, { id: one, file: file(png.subarray(0, 60)) }))).toEqual({ code: 'document.logo-damaged', details: { name: 'logo.png' } })
    expect(refusalOf(await desk.run(setLogo, { id: one, file: file(Buffer.from('<svg/>')) }))).toMatchObject({ code: 'file.type-not-taken' })
    expect(refusalOf(await desk.run(setLogo, { id: nextId(), file: null }))).toEqual({ code: 'document.template-not-found' })
    const { entry } = valueOf(await desk.run(setLogo, { id: one, file: null }))
    expect((await desk.row(documentTemplates, one))?.logoId).toBeNull()
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect((await desk.row(documentTemplates, one))?.logoId).toBe(logo?.id)
  },
}
