import { expect } from 'vitest'
import { calendarsContract } from '#shared/calendars/calendars.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { activations, checklists } from '#shared/onboarding/checklist.table.ts'
import { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import { checklistTemplates } from '#shared/onboarding/template.table.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildStage, buildTask, buildTemplate, TWO_STAGES } from '#test/foundation/builders/build-checklist.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { known, onboarded } from './onboarded-partner.ts'

const { start, complete, remind, setCoordinator, setLanguage, upgrade, close, reckon, block } = onboardingContract.operations

export const checklistsScenarios: Scenarios = {
  'begins for an approved partner in its language, and takes it into onboarding': async (desk) => {
    const { template, checklist, status } = await onboarded(desk)
    expect(await checklist()).toMatchObject({
      templateId: template.id, templateKey: 'reseller', templateNumber: 1, language: 'es', coordinator: 'Aya', startedOn: '2026-11-23', state: 'running', stageKey: 'agree', done: 0, total: 4, percent: 0, waitingFor: 'vendor', nextDueOn: '2026-11-24',
      traits: { type: 'reseller', tier: 'silver', country: 'GT' },
    })
    expect(await status()).toBe('onboarding')
  },
  'begins by what is published, for whom is approved, and once': async (desk) => {
    const { partner, template } = await onboarded(desk)
    const applicant = buildPartner({ status: 'applicant' })
    const draft = buildTemplate({ state: 'draft', number: null })
    await desk.put(partners, applicant)
    await desk.put(checklistTemplates, draft)
    const begin = async (partnerId: string, templateId: string) => refusalOf(await desk.run(start, { partnerIds: [partnerId], templateId, startedOn: '2026-11-23', coordinator: 'Aya' }))
    expect(await begin(partner.id, template.id)).toEqual({ code: 'checklist.running-already', details: { partner: partner.name, name: template.name } })
    expect(await begin(applicant.id, template.id)).toEqual({ code: 'checklist.partner-not-approved', details: { partner: applicant.name, status: 'applicant' } })
    expect(await begin(partner.id, draft.id)).toEqual({ code: 'template.not-published', details: { name: draft.name } })
    expect([await begin(nextId(), template.id), await begin(partner.id, nextId())]).toEqual([{ code: 'partner.not-found', details: {} }, { code: 'template.not-found' }])
  },
  'what was begun by mistake is taken back, as long as nothing has happened in it': async (desk) => {
    const { id, partner, template, status } = await onboarded(desk)
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' }))
    const begun = valueOf(await desk.run(start, { partnerIds: [partner.id], templateId: (await secondTemplate(desk)).id, startedOn: '2026-11-23', coordinator: 'Aya' }))
    valueOf(await desk.run(journalContract.operations.undo, { entry: begun.entry }))
    expect((await desk.rows(checklists)).map(({ templateKey }) => templateKey)).toEqual([template.key])
    expect(await status()).toBe('onboarding')
  },
  'an upgrade that is taken back leaves what was done since, in the summary as well': async (desk) => {
    const { id, checklist } = await onboarded(desk)
    const later = buildTemplate({ number: 2, stages: [...TWO_STAGES, buildStage('sell', buildTask('launch'))] as never })
    await desk.put(checklistTemplates, later)
    const { entry } = valueOf(await desk.run(upgrade, { id, templateId: later.id }))
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' }))
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect(await checklist()).toMatchObject({ templateNumber: 1, done: 1, total: 4, openTasks: [{ task: 'contract' }] })
    expect(valueOf(await desk.run(reckon, { ids: [id] })).changed).toBe(0)
  },
  'what was put on record is decided anew, and not taken back': async (desk) => {
    const { id } = await onboarded(desk)
    const { entry } = valueOf(await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' }))
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry }))).toEqual({ code: 'journal.binding', details: { table: 'taskEvents' } })
  },
  'case 1: a published change leaves running checklists as they are, until somebody upgrades one': async (desk) => {
    const { id, template, checklist } = await onboarded(desk)
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' }))
    const later = buildTemplate({ state: 'draft', number: null, stages: [...TWO_STAGES, buildStage('sell', buildTask('launch'))] as never })
    await desk.put(checklistTemplates, later)
    valueOf(await desk.run(onboardingContract.operations.publishTemplate, { id: later.id }))
    valueOf(await desk.run(reckon, { ids: [id] }))
    expect(await checklist()).toMatchObject({ templateId: template.id, templateNumber: 1, total: 4 })
    valueOf(await desk.run(upgrade, { id, templateId: later.id }))
    expect(await checklist()).toMatchObject({ templateId: later.id, templateNumber: 2, total: 5, done: 1 })
    const foreign = await secondTemplate(desk)
    expect(refusalOf(await desk.run(upgrade, { id, templateId: foreign.id }))).toEqual({ code: 'template.not-found' })
    expect(refusalOf(await desk.run(upgrade, { id, templateId: template.id }))).toEqual({ code: 'template.not-published', details: { name: 'Reseller' } })
  },
  'reminds partners once a day of what waits for them, in one go': async (desk) => {
    const first = await onboarded(desk)
    const silent = await onboarded(desk, { partner: { name: 'Sin Correo', contacts: [] } })
    const held = await onboarded(desk)
    for (const { id } of [first, silent]) valueOf(await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' }))
    const ids = [first.id, silent.id, held.id]
    expect(valueOf(await desk.run(remind, { ids }))).toMatchObject({ reminded: 1, partners: 1, again: 0, unreachable: ['Sin Correo'] })
    expect(valueOf(await desk.run(remind, { ids }))).toMatchObject({ reminded: 0, partners: 0, again: 1 })
    expect((await first.checklist())?.openTasks).toMatchObject([{ task: 'contract', remindedAt: expect.any(String) as string }])
  },
  'goes to another coordinator and into another language': async (desk) => {
    const { id, checklist } = await onboarded(desk)
    valueOf(await desk.run(setCoordinator, { ids: [id], coordinator: 'Ben' }))
    valueOf(await desk.run(setLanguage, { id, language: 'en' }))
    expect(await checklist()).toMatchObject({ coordinator: 'Ben', language: 'en' })
  },
  'ends with a reason, and nothing goes on in it': async (desk) => {
    const { id, checklist } = await onboarded(desk)
    expect(refusalOf(await desk.run(close, { id, reason: ' ' }))).toEqual({ code: 'task.reason-missing' })
    valueOf(await desk.run(close, { id, reason: 'They withdrew' }))
    expect(await checklist()).toMatchObject({ state: 'closed', closedReason: 'They withdrew' })
    expect(refusalOf(await desk.run(close, { id, reason: 'x' }))).toEqual({ code: 'checklist.not-running' })
    expect(refusalOf(await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' }))).toMatchObject({ code: 'checklist.not-running' })
    expect(refusalOf(await desk.run(upgrade, { id, templateId: id }))).toMatchObject({ code: 'checklist.not-running' })
    expect(valueOf(await desk.run(remind, { ids: [id] }))).toMatchObject({ reminded: 0 })
  },
  'case 9: a holiday of the partner’s calendar moves what is due, once it is reckoned anew': async (desk) => {
    const { id, checklist } = await onboarded(desk)
    valueOf(await desk.run(calendarsContract.operations.setDay, { code: 'GT', date: '2026-11-24', day: { name: 'Feriado', works: false } }))
    expect(valueOf(await desk.run(reckon, { ids: [id, nextId()] })).changed).toBe(1)
    expect((await checklist())?.nextDueOn).toBe('2026-11-25')
    expect(valueOf(await desk.run(reckon, { ids: [id] })).changed).toBe(0)
  },
  'a partner with a running checklist becomes active by its decision alone': async (desk) => {
    const { partner } = await onboarded(desk)
    expect(refusalOf(await desk.run(partnersContract.operations.setStatus, { id: partner.id, status: 'active' }))).toEqual({ code: 'partner.checklist-open', details: { partner: partner.name } })
    expect(await desk.rows(activations)).toEqual([])
  },
  'begins for those of many that can, as one change, and names the others with why': async (desk) => {
    const { partner: goingThrough, template } = await onboarded(desk)
    const free = Array.from({ length: 38 }, (_, at) => buildPartner({ name: `Free ${at}`, status: 'approved' }))
    const applicant = buildPartner({ name: 'Applicant', status: 'applicant' })
    await desk.put(partners, ...free, applicant)
    const { ids, left } = valueOf(await desk.run(start, { partnerIds: [goingThrough.id, applicant.id, ...free.map(({ id }) => id)], templateId: template.id, startedOn: '2026-11-23', coordinator: 'Aya' }))
    expect(ids).toHaveLength(38)
    expect(left).toEqual([{ id: goingThrough.id, code: 'checklist.running-already', details: { partner: goingThrough.name, name: 'Reseller' } }, { id: applicant.id, code: 'checklist.partner-not-approved', details: { partner: 'Applicant', status: 'applicant' } }])
    expect((await desk.rows(checklists)).filter(({ state }) => state === 'running')).toHaveLength(39)
  },
  'a checklist that was closed is no way past its decision, and neither is leaving and coming back': async (desk) => {
    const { id, partner, template } = await onboarded(desk)
    const becomes = (status: 'active' | 'inactive') => desk.run(partnersContract.operations.setStatus, { id: partner.id, status })
    valueOf(await desk.run(close, { id, reason: 'Another template' }))
    expect(refusalOf(await becomes('active'))).toEqual({ code: 'partner.checklist-closed', details: { partner: partner.name } })
    valueOf(await becomes('inactive'))
    expect(refusalOf(await becomes('active'))).toMatchObject({ code: 'partner.checklist-closed' })
    valueOf(await desk.run(start, { partnerIds: [partner.id], templateId: template.id, startedOn: '2026-11-23', coordinator: 'Aya' }))
    expect(refusalOf(await becomes('active'))).toMatchObject({ code: 'partner.checklist-open' })
  },
  'who was active before is added so, and the journal says that no checklist stands behind it': async (desk) => {
    const given = { name: 'Old Hand', type: 'reseller', country: 'GT' } as const
    const { entry } = valueOf(await desk.run(partnersContract.operations.create, { ...given, code: 'OLD', status: 'active' }))
    expect((await desk.row(journal, entry))?.notes).toMatchObject([{ event: 'partner.brought-active' }])
    const other = valueOf(await desk.run(partnersContract.operations.create, { ...given, code: 'NEW' }))
    expect((await desk.row(journal, other.entry))?.notes).toMatchObject([{ event: 'partner.created' }])
  },
  'a checklist that is gone is said to be': async (desk) => {
    const id = nextId()
    for (const refused of [await desk.run(remind, { ids: [id] }), await desk.run(setCoordinator, { ids: [id], coordinator: 'Ben' }), await desk.run(setLanguage, { id, language: 'en' }), await desk.run(upgrade, { id, templateId: id }), await desk.run(close, { id, reason: 'x' })]) expect(refusalOf(refused)).toEqual({ code: 'checklist.not-found' })
    expect(refusalOf(await desk.run(block, { checklists: [{ id, seen: null }], task: 'call', reason: 'x' }))).toMatchObject({ code: 'checklist.not-found' })
  },
}

async function secondTemplate(desk: Parameters<Scenarios[string]>[0]) {
  const template = buildTemplate({ key: 'premium' })
  await desk.put(checklistTemplates, template)
  return template
}
