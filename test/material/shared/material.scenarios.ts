import { expect } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { materialContract } from '#shared/material/material.contract.ts'
import { materialFiles, materials } from '#shared/material/material.table.ts'
import type { MaterialKind } from '#shared/material/material.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { create, update, write, attach, publish, withdraw, discard } = materialContract.operations
const PDF = { name: 'ficha.pdf', content: btoa('%PDF-1.7\n%%EOF\n') }
const words = (title: string, body = 'Texto') => ({ title, body, parts: [] })

async function begun(desk: Desk, kind: MaterialKind = 'news', title = 'Novedad') {
  return valueOf(await desk.run(create, { kind, language: 'es', title })).id
}

async function published(desk: Desk) {
  const id = await begun(desk)
  valueOf(await desk.run(write, { id, language: 'es', seen: words('Novedad', ''), words: words('Novedad') }))
  valueOf(await desk.run(publish, { id }))
  return id
}

export const materialScenarios: Scenarios = {
  'is begun in one language, written in others, published, withdrawn and published again': async (desk) => {
    const id = await begun(desk)
    expect(await desk.row(materials, id)).toMatchObject({ state: 'draft', es: { title: 'Novedad', body: '', parts: [], file: null }, ja: null, en: null, headings: 'Novedad' })
    valueOf(await desk.run(write, { id, language: 'es', seen: words('Novedad', ''), words: words('Novedad') }))
    valueOf(await desk.run(write, { id, language: 'ja', seen: null, words: words('新機能', '本文') }))
    expect(await desk.row(materials, id)).toMatchObject({ ja: { title: '新機能', body: '本文' }, headings: '新機能\nNovedad' })
    valueOf(await desk.run(publish, { id }))
    expect(await desk.row(materials, id)).toMatchObject({ state: 'published', publishedAt: NOW })
    expect(refusalOf(await desk.run(publish, { id }))).toEqual({ code: 'material.published' })
    valueOf(await desk.run(withdraw, { id }))
    expect(await desk.row(materials, id)).toMatchObject({ state: 'withdrawn' })
    expect(refusalOf(await desk.run(withdraw, { id }))).toEqual({ code: 'material.not-published' })
    valueOf(await desk.run(publish, { id }))
    expect(await desk.row(materials, id)).toMatchObject({ state: 'published' })
  },
  'publishing and withdrawing can be taken back': async (desk) => {
    const id = await published(desk)
    const { entry } = valueOf(await desk.run(withdraw, { id }))
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect(await desk.row(materials, id)).toMatchObject({ state: 'published' })
  },
  'two who write in different languages do not disturb each other; the second in one language is told': async (desk) => {
    const id = await begun(desk)
    valueOf(await desk.run(write, { id, language: 'en', seen: null, words: words('News', 'First') }))
    expect(refusalOf(await desk.run(write, { id, language: 'en', seen: null, words: words('News', 'Second') }))).toEqual({ code: 'material.stale', details: { language: 'en' } })
    valueOf(await desk.run(write, { id, language: 'ja', seen: null, words: words('新機能') }))
    expect(await desk.row(materials, id)).toMatchObject({ en: { body: 'First' }, ja: { title: '新機能' }, es: { title: 'Novedad' } })
  },
  'refuses what partners could do nothing with': async (desk) => {
    const news = await begun(desk)
    expect(refusalOf(await desk.run(publish, { id: news }))).toEqual({ code: 'material.body-missing', details: { language: 'es', title: 'Novedad' } })
    valueOf(await desk.run(write, { id: news, language: 'es', seen: words('Novedad', ''), words: null }))
    expect(refusalOf(await desk.run(publish, { id: news }))).toEqual({ code: 'material.nothing-written' })
    const faq = await begun(desk, 'faq', 'Preguntas')
    expect(refusalOf(await desk.run(publish, { id: faq }))).toEqual({ code: 'material.parts-missing', details: { language: 'es', title: 'Preguntas' } })
    const objection = { kind: 'objection', title: 'Es caro', text: '', criteria: [] } as const
    valueOf(await desk.run(write, { id: faq, language: 'es', seen: words('Preguntas', ''), words: { title: 'Preguntas', body: '', parts: [objection] } }))
    expect(refusalOf(await desk.run(publish, { id: faq }))).toEqual({ code: 'material.reply-missing', details: { language: 'es', title: 'Es caro' } })
    const process = await begun(desk, 'salesProcess', 'Proceso')
    const phase = { kind: 'phase', title: 'Calificar', text: '', criteria: [] } as const
    expect(refusalOf(await desk.run(write, { id: process, language: 'es', seen: words('Proceso', ''), words: { title: 'Proceso', body: '', parts: [objection] } }))).toEqual({ code: 'material.part-out-of-place', details: { kind: 'salesProcess', part: 'objection' } })
    valueOf(await desk.run(write, { id: process, language: 'es', seen: words('Proceso', ''), words: { title: 'Proceso', body: '', parts: [phase] } }))
    expect(refusalOf(await desk.run(publish, { id: process }))).toEqual({ code: 'material.criteria-missing', details: { language: 'es', title: 'Calificar' } })
  },
  'what partners see stays complete while it is edited': async (desk) => {
    const id = await published(desk)
    expect(refusalOf(await desk.run(write, { id, language: 'es', seen: words('Novedad'), words: words('Novedad', '') }))).toEqual({ code: 'material.body-missing', details: { language: 'es', title: 'Novedad' } })
    expect(refusalOf(await desk.run(write, { id, language: 'es', seen: words('Novedad'), words: null }))).toEqual({ code: 'material.nothing-written' })
    valueOf(await desk.run(attach, { id, language: 'es', file: PDF }))
    valueOf(await desk.run(write, { id, language: 'es', seen: words('Novedad'), words: words('Novedad', '') }))
    expect(refusalOf(await desk.run(attach, { id, language: 'es', file: null }))).toEqual({ code: 'material.body-missing', details: { language: 'es', title: 'Novedad' } })
  },
  'the same file is kept once, by its hash, and stays when attaching it is taken back': async (desk) => {
    const [one, other] = [await begun(desk), await begun(desk)]
    const { entry } = valueOf(await desk.run(attach, { id: one, language: 'es', file: PDF }))
    valueOf(await desk.run(attach, { id: other, language: 'es', file: { ...PDF, name: 'otra.pdf' } }))
    const [kept, ...more] = await desk.rows(materialFiles)
    expect(more).toEqual([])
    expect(kept).toMatchObject({ mediaType: 'application/pdf', size: 15, content: PDF.content })
    expect(await desk.row(materials, other)).toMatchObject({ es: { file: { name: 'otra.pdf', sha256: kept?.sha256, size: 15 } } })
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect(await desk.row(materials, one)).toMatchObject({ es: { file: null } })
    expect(await desk.rows(materialFiles)).toHaveLength(1)
  },
  'a text that is written anew keeps its file; one that goes takes it along': async (desk) => {
    const id = await begun(desk)
    valueOf(await desk.run(attach, { id, language: 'es', file: PDF }))
    valueOf(await desk.run(write, { id, language: 'es', seen: words('Novedad', ''), words: words('Otra') }))
    expect(await desk.row(materials, id)).toMatchObject({ es: { title: 'Otra', file: { name: 'ficha.pdf' } } })
    valueOf(await desk.run(write, { id, language: 'es', seen: words('Otra'), words: null }))
    expect(await desk.row(materials, id)).toMatchObject({ es: null })
  },
  'nothing is kept of a file that is refused, nor of one without a text': async (desk) => {
    const id = await begun(desk)
    expect(refusalOf(await desk.run(attach, { id, language: 'ja', file: PDF }))).toEqual({ code: 'material.text-missing', details: { language: 'ja' } })
    expect(refusalOf(await desk.run(attach, { id, language: 'es', file: { name: 'ficha.pdf', content: btoa('MZ\u0090\0') } }))).toMatchObject({ code: 'file.type-not-taken' })
    expect(await desk.rows(materialFiles)).toEqual([])
    expect(await desk.row(materials, id)).toMatchObject({ es: { file: null } })
  },
  'begins a sales process with the ready-made one, in every language and publishable as it is': async (desk) => {
    const id = valueOf(await desk.run(create, { kind: 'salesProcess', language: 'en', title: 'Sales', readyMade: true })).id
    const row = await desk.row(materials, id)
    expect([row?.en?.parts.length, row?.ja?.parts.length, row?.es?.parts.length]).toEqual([7, 7, 7])
    valueOf(await desk.run(publish, { id }))
    expect(refusalOf(await desk.run(create, { kind: 'faq', language: 'en', title: 'FAQ', readyMade: true }))).toEqual({ code: 'material.not-ready-made', details: { kind: 'faq' } })
  },
  'is for places, days and a territory that there are': async (desk) => {
    const id = await begun(desk)
    valueOf(await desk.run(update, { id, edits: [{ field: 'places', value: ['GT', 'JP-13'] }, { field: 'validFrom', value: '2026-12-01' }] }))
    expect(await desk.row(materials, id)).toMatchObject({ places: ['GT', 'JP-13'], validFrom: '2026-12-01' })
    expect(refusalOf(await desk.run(update, { id, edits: [{ field: 'places', value: ['XX'] }] }))).toEqual({ code: 'material.place-unknown', details: { value: 'XX' } })
    expect(refusalOf(await desk.run(update, { id, edits: [{ field: 'places', value: ['JP-99'] }] }))).toEqual({ code: 'material.place-unknown', details: { value: 'JP-99' } })
    expect(refusalOf(await desk.run(update, { id, edits: [{ field: 'validTo', value: '2026-11-30' }] }))).toEqual({ code: 'material.dates-reversed', details: { from: '2026-12-01', to: '2026-11-30' } })
    expect(refusalOf(await desk.run(update, { id, edits: [{ field: 'territoryId', value: nextId() }] }))).toEqual({ code: 'territory.not-found' })
    expect(refusalOf(await desk.run(update, { id, edits: [{ field: 'places', value: ['ES'], was: [] }] }))).toMatchObject({ code: 'material.stale', details: { field: 'places' } })
  },
  'a draft is discarded, what was published is not; what is gone is told': async (desk) => {
    const draft = await begun(desk)
    valueOf(await desk.run(discard, { id: draft }))
    for (const operation of [discard, publish, withdraw]) expect(refusalOf(await desk.run(operation, { id: draft }))).toEqual({ code: 'material.not-found' })
    expect(refusalOf(await desk.run(update, { id: draft, edits: [{ field: 'pinned', value: true }] }))).toEqual({ code: 'material.not-found' })
    expect(refusalOf(await desk.run(write, { id: draft, language: 'es', seen: null, words: null }))).toEqual({ code: 'material.not-found' })
    expect(refusalOf(await desk.run(attach, { id: draft, language: 'es', file: null }))).toEqual({ code: 'material.not-found' })
    expect(refusalOf(await desk.run(discard, { id: await published(desk) }))).toEqual({ code: 'material.not-a-draft' })
  },
}
