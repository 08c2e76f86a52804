import { expect } from 'vitest'
import { acceptances, agreements, agreementVersions } from '#shared/agreements/agreement.table.ts'
import { agreementsContract } from '#shared/agreements/agreements.contract.ts'
import { hashText } from '#shared/agreements/hash-text.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { partnerPeople } from '#shared/training/partner-person.table.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildPerson } from '#test/foundation/builders/build-training.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { create, update, draftVersion, updateVersion, discardVersion, publishVersion, accept, voidAcceptance } = agreementsContract.operations
const ENGLISH = { language: 'en', title: 'Reseller agreement', text: 'You may sell.' }
const SPANISH = { language: 'es', title: 'Contrato de distribución', text: 'Puede vender.' }

async function published(desk: Desk, acceptAgain = false, texts = [ENGLISH, SPANISH], agreementId?: string) {
  const agreement = agreementId ?? valueOf(await desk.run(create, { code: 'RESELLER', name: 'Reseller agreement', kind: 'reseller' })).id
  const { id } = valueOf(await desk.run(draftVersion, { agreementId: agreement, texts, acceptAgain }))
  valueOf(await desk.run(publishVersion, { id }))
  return { agreementId: agreement, versionId: id }
}

async function aPartner(desk: Desk) {
  const partner = buildPartner()
  const person = buildPerson({ partnerId: partner.id })
  await desk.put(partners, partner)
  await desk.put(partnerPeople, person)
  return { partner, person }
}

const given = { language: 'es', textHash: hashText(SPANISH), acceptedOn: '2026-11-22', means: 'eSignature' } as const

export const acceptancesScenarios: Scenarios = {
  'refuses what nobody can have accepted': async (desk) => {
    const { partner, person } = await aPartner(desk)
    const { agreementId, versionId } = await published(desk)
    const base = { ...given, partnerId: partner.id, versionId, personId: person.id }
    expect(refusalOf(await desk.run(accept, { ...base, partnerId: nextId() }))).toEqual({ code: 'partner.not-found' })
    expect(refusalOf(await desk.run(accept, { ...base, versionId: nextId() }))).toEqual({ code: 'agreement.version-not-found' })
    expect(refusalOf(await desk.run(accept, { ...base, language: 'ja' }))).toEqual({ code: 'agreement.language-missing', details: { language: 'ja' } })
    expect(refusalOf(await desk.run(accept, { ...base, textHash: hashText(ENGLISH) }))).toEqual({ code: 'agreement.text-differs', details: { version: 1, language: 'es' } })
    expect(refusalOf(await desk.run(accept, { ...base, acceptedOn: '2026-11-23' }))).toEqual({ code: 'agreement.accepted-in-future', details: { acceptedOn: '2026-11-23' } })
    expect(refusalOf(await desk.run(accept, { ...base, personId: null }))).toEqual({ code: 'agreement.person-missing' })
    const stranger = buildPerson({ partnerId: nextId(), name: 'Stranger' })
    await desk.put(partnerPeople, stranger)
    expect(refusalOf(await desk.run(accept, { ...base, personId: stranger.id }))).toEqual({ code: 'agreement.not-theirs-to-accept', details: { partner: partner.name, name: 'Stranger' } })
    const draft = valueOf(await desk.run(draftVersion, { agreementId, texts: [SPANISH], acceptAgain: false }))
    expect(refusalOf(await desk.run(accept, { ...base, versionId: draft.id }))).toEqual({ code: 'agreement.not-published' })
    valueOf(await desk.run(publishVersion, { id: draft.id }))
    expect(refusalOf(await desk.run(accept, base))).toEqual({ code: 'agreement.superseded', details: { version: 1, later: 2 } })
    expect(valueOf(await desk.run(accept, { ...base, personId: null, personName: ' Old Hand ', acceptedOn: '2026-11-21' })).id).toBeDefined()
    expect(await desk.rows(acceptances)).toMatchObject([{ personName: 'Old Hand', personId: null }])
  },
  'takes the day that it is where it was accepted, although it is not that day yet in Greenwich': async (desk) => {
    const { partner, person } = await aPartner(desk)
    const { versionId } = await published(desk)
    valueOf(await desk.run(accept, { ...given, partnerId: partner.id, versionId, personId: person.id, acceptedOn: '2026-11-23' }, { now: '2026-11-22T22:30:00.000Z' }))
    expect(await desk.rows(acceptances)).toMatchObject([{ acceptedOn: '2026-11-23' }])
  },
  'keeps an acceptance on record: it is voided, not undone': async (desk) => {
    const { partner, person } = await aPartner(desk)
    const { versionId } = await published(desk)
    const { id, entry } = valueOf(await desk.run(accept, { ...given, partnerId: partner.id, versionId, personId: person.id }))
    await desk.run(journalContract.operations.undo, { entry })
    expect(await desk.row(acceptances, id)).toMatchObject({ voidedAt: null })
    valueOf(await desk.run(voidAcceptance, { id, reason: 'Wrong partner' }))
    expect(await desk.row(acceptances, id)).toMatchObject({ voidedAt: NOW, voidedReason: 'Wrong partner' })
    expect(refusalOf(await desk.run(voidAcceptance, { id, reason: 'x' }))).toEqual({ code: 'agreement.voided' })
    expect(refusalOf(await desk.run(voidAcceptance, { id: nextId(), reason: 'x' }))).toEqual({ code: 'agreement.acceptance-not-found' })
  },
}

export const edgeCaseScenarios: Scenarios = {
  '16 what was accepted is bound to the exact version, language and text, whatever is published later': async (desk) => {
    const { partner, person } = await aPartner(desk)
    const first = await published(desk)
    const { id } = valueOf(await desk.run(accept, { ...given, partnerId: partner.id, versionId: first.versionId, personId: person.id }))
    await published(desk, true, [{ ...SPANISH, text: 'Puede vender y revender.' }], first.agreementId)
    valueOf(await desk.run(update, { id: first.agreementId, edits: [{ field: 'name', value: 'Other' }] }))
    expect(await desk.row(acceptances, id)).toMatchObject({ versionId: first.versionId, version: 1, language: 'es', textHash: hashText(SPANISH), personId: person.id, personName: 'Inés Galindo', acceptedOn: '2026-11-22', recordedAt: NOW, voidedAt: null, rev: 1 })
    const version = await desk.row(agreementVersions, first.versionId)
    expect(version?.texts.find(({ language }) => language === 'es')).toEqual({ ...SPANISH, hash: hashText(SPANISH) })
    expect(refusalOf(await desk.run(updateVersion, { id: first.versionId, texts: [ENGLISH], acceptAgain: false }))).toEqual({ code: 'agreement.published', details: { version: 1 } })
    expect(refusalOf(await desk.run(discardVersion, { id: first.versionId }))).toEqual({ code: 'agreement.published', details: { version: 1 } })
  },
}

export const versionsScenarios: Scenarios = {
  'drafts one version at a time, each text in one language once': async (desk) => {
    const { id: agreementId } = valueOf(await desk.run(create, { code: 'NDA', name: ' NDA ', kind: 'confidentiality' }))
    expect(refusalOf(await desk.run(draftVersion, { agreementId, texts: [ENGLISH, ENGLISH], acceptAgain: false }))).toEqual({ code: 'agreement.language-twice', details: { language: 'en' } })
    const { id } = valueOf(await desk.run(draftVersion, { agreementId, texts: [], acceptAgain: true, effectiveOn: '2027-01-01' }))
    expect(refusalOf(await desk.run(draftVersion, { agreementId, texts: [], acceptAgain: true }))).toEqual({ code: 'agreement.draft-there', details: { name: 'NDA' } })
    expect(refusalOf(await desk.run(publishVersion, { id }))).toEqual({ code: 'agreement.text-missing' })
    expect(refusalOf(await desk.run(updateVersion, { id, texts: [SPANISH, SPANISH], acceptAgain: true }))).toEqual({ code: 'agreement.language-twice', details: { language: 'es' } })
    valueOf(await desk.run(updateVersion, { id, texts: [SPANISH], acceptAgain: true, effectiveOn: '2027-01-01' }))
    valueOf(await desk.run(publishVersion, { id }))
    expect(await desk.row(agreementVersions, id)).toMatchObject({ version: 1, state: 'published', effectiveOn: '2027-01-01', publishedAt: NOW, texts: [{ ...SPANISH, hash: hashText(SPANISH) }] })
    const next = valueOf(await desk.run(draftVersion, { agreementId, texts: [], acceptAgain: false }))
    expect(await desk.row(agreementVersions, next.id)).toMatchObject({ version: 2 })
    valueOf(await desk.run(discardVersion, { id: next.id }))
    expect(refusalOf(await desk.run(discardVersion, { id: next.id }))).toEqual({ code: 'agreement.version-not-found' })
  },
  'refuses agreements without code, name, or of a code that is taken': async (desk) => {
    const { id } = valueOf(await desk.run(create, { code: 'NDA', name: 'NDA', kind: 'confidentiality' }))
    expect(await desk.row(agreements, id)).toMatchObject({ code: 'NDA', countries: [], partnerTypes: [], state: 'inForce' })
    expect(refusalOf(await desk.run(create, { code: ' ', name: 'A', kind: 'program' }))).toEqual({ code: 'agreement.code-missing' })
    expect(refusalOf(await desk.run(create, { code: 'A', name: ' ', kind: 'program' }))).toEqual({ code: 'agreement.name-missing' })
    expect(refusalOf(await desk.run(create, { code: 'NDA', name: 'A', kind: 'program' }))).toEqual({ code: 'agreement.code-taken', details: { name: 'NDA' } })
    expect(refusalOf(await desk.run(update, { id, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'agreement.name-missing' })
    expect(refusalOf(await desk.run(update, { id, edits: [{ field: 'name', value: 'B', was: 'C' }] }))).toEqual({ code: 'agreement.stale', details: { field: 'name', yours: 'B', theirs: 'NDA' } })
    expect(refusalOf(await desk.run(update, { id: nextId(), edits: [{ field: 'name', value: 'B' }] }))).toEqual({ code: 'agreement.not-found' })
    expect(refusalOf(await desk.run(draftVersion, { agreementId: nextId(), texts: [], acceptAgain: false }))).toEqual({ code: 'agreement.not-found' })
  },
}
