import { expect } from 'vitest'
import { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import { checklists, taskEvents } from '#shared/onboarding/checklist.table.ts'
import { buildStage, buildTask } from '#test/foundation/builders/build-checklist.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { ACCEPTED, agreed, known, onboarded } from './onboarded-partner.ts'

const { start, complete, approve, revoke, skip, setAside, block, assign, moveDue, note } = onboardingContract.operations
const WORDS = { partner: 'Lucio Sistemas', waitsEn: '', waitsJa: '', waitsEs: '' }
const words = (key: string) => ({ ...WORDS, en: key, ja: `${key} (ja)`, es: `${key} (es)` })

export const tasksScenarios: Scenarios = {
  'a task is done, its event on record with the device’s time, and what waits for it opens': async (desk) => {
    const { id, checklist, log } = await onboarded(desk)
    expect(valueOf(await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor', deviceAt: '2026-11-21T20:00:00.000Z' }))).toMatchObject({ done: 1, left: [] })
    expect(await log()).toMatchObject([{ taskKey: 'call', number: 1, kind: 'completed', seen: null, side: 'vendor', deviceAt: '2026-11-21T20:00:00.000Z' }])
    expect(await checklist()).toMatchObject({ done: 1, total: 4, percent: 25, waitingFor: 'partner', openTasks: [{ task: 'contract' }] })
  },
  'what needs approval waits for it': async (desk) => {
    const { id, checklist } = await onboarded(desk)
    await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' })
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'contract')), side: 'partner', evidence: ACCEPTED }))
    expect(await checklist()).toMatchObject({ done: 1, waitingFor: 'vendor', stageKey: 'agree', openTasks: [{ task: 'contract', state: 'waitingForApproval' }] })
    valueOf(await desk.run(approve, await known(desk, id, 'contract')))
    expect(await checklist()).toMatchObject({ done: 2, stageKey: 'learn', stagesDone: 1 })
    expect(refusalOf(await desk.run(approve, await known(desk, id, 'contract')))).toEqual({ code: 'task.not-waiting', details: words('contract') })
  },
  'a blocked task says what it waits for, and a stage that is not open takes none': async (desk) => {
    const { id } = await onboarded(desk)
    expect(refusalOf(await desk.run(complete, { ...(await known(desk, id, 'contract')), side: 'partner', evidence: ACCEPTED }))).toEqual({ code: 'task.blocked', details: { ...words('contract'), waitsEn: 'call', waitsJa: 'call (ja)', waitsEs: 'call (es)' } })
    expect(refusalOf(await desk.run(complete, { ...(await known(desk, id, 'course')), side: 'partner' }))).toMatchObject({ code: 'task.blocked' })
  },
  'case 11: two coordinators who complete and revoke without knowing of each other are both kept': async (desk) => {
    const { id, checklist, log } = await onboarded(desk)
    await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' })
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'contract')), side: 'partner', evidence: ACCEPTED }))
    const both = await known(desk, id, 'contract')
    valueOf(await desk.run(revoke, { ...both, reason: 'Wrong signature' }))
    valueOf(await desk.run(approve, both))
    expect((await log()).map(({ kind, number }) => [kind, number])).toEqual([['completed', 1], ['submitted', 2], ['revoked', 3], ['approved', 4]])
    expect(await checklist()).toMatchObject({ done: 1, actionRequired: 1, openTasks: [{ task: 'contract', state: 'actionRequired' }] })
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'contract')), side: 'partner' }))
    valueOf(await desk.run(approve, await known(desk, id, 'contract')))
    expect(await checklist()).toMatchObject({ done: 2, actionRequired: 0 })
  },
  'case 12: nothing is skipped without a reason, nor by a partner': async (desk) => {
    const { id, log } = await onboarded(desk)
    expect(refusalOf(await desk.run(skip, { ...(await known(desk, id, 'call')), reason: '   ' }))).toEqual({ code: 'task.reason-missing', details: words('call') })
    expect(skip.input.safeParse({ ...(await known(desk, id, 'call')), reason: 'We know them', side: 'partner' }).success).toBe(false)
    valueOf(await desk.run(skip, { ...(await known(desk, id, 'call')), reason: 'We know them' }))
    expect(await log()).toMatchObject([{ kind: 'skipped', side: 'vendor', text: 'We know them' }])
  },
  'case 16: the language of the checklist changes, that of the agreement which was accepted does not': async (desk) => {
    const { id, log } = await onboarded(desk)
    await agreed(desk, id)
    valueOf(await desk.run(onboardingContract.operations.setLanguage, { id, language: 'ja' }))
    expect((await log()).find(({ kind }) => kind === 'submitted')?.evidence).toMatchObject({ agreementVersion: '2.1', agreementLanguage: 'es' })
    expect((await desk.row(checklists, id))?.language).toBe('ja')
  },
  'an agreement is not accepted without saying which version, a certificate is somebody’s': async (desk) => {
    const certified = [buildStage('a', buildTask('exam', { kind: 'certification', evidence: 'certificate' }), buildTask('kit', { evidence: 'link' }), buildTask('plan', { evidence: 'note' }))]
    const { id } = await onboarded(desk, { template: { stages: certified as never } })
    for (const task of ['exam', 'kit', 'plan']) expect(refusalOf(await desk.run(complete, { ...(await known(desk, id, task)), side: 'partner', evidence: { agreementVersion: '1' } }))).toEqual({ code: 'task.evidence-missing', details: words(task) })
    valueOf(await desk.run(note, { ...(await known(desk, id, 'plan')), evidence: { note: 'In the mail of Monday' } }))
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'plan')), side: 'partner' }))
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'exam')), side: 'partner', evidence: { person: 'Ana', validUntil: '2027-11-30' } }))
  },
  'case 3: what two programmes ask for is done in both, and revoking it in one leaves the other': async (desk) => {
    const exam = buildTask('exam', { about: 'LIRA-SALES' })
    const first = await onboarded(desk, { template: { stages: [buildStage('a', exam)] as never } })
    const second = await onboarded(desk, { template: { key: 'premium', stages: [buildStage('b', buildTask('premium-exam', { about: 'LIRA-SALES' }))] as never } })
    const { ids: [other = ''] } = valueOf(await desk.run(start, { partnerIds: [first.partner.id], templateId: second.template.id, startedOn: '2026-11-23', coordinator: 'Aya' }))
    valueOf(await desk.run(complete, { ...(await known(desk, first.id, 'exam')), side: 'partner' }))
    expect(await desk.row(checklists, other)).toMatchObject({ percent: 100 })
    expect(await second.checklist()).toMatchObject({ percent: 0 })
    valueOf(await desk.run(revoke, { ...(await known(desk, first.id, 'exam')), reason: 'Another person sat it' }))
    expect([(await first.checklist())?.percent, (await desk.row(checklists, other))?.percent]).toEqual([0, 100])
    expect((await desk.rows(taskEvents)).map(({ checklistId, kind }) => [checklistId === other, kind]).toSorted()).toEqual([[false, 'completed'], [false, 'revoked'], [true, 'completed']])
  },
  'what another programme asks to be approved is handed in there, and what it wants other evidence for stays open': async (desk) => {
    const first = await onboarded(desk, { template: { stages: [buildStage('a', buildTask('reading', { about: 'NDA', kind: 'agreement' }))] as never } })
    const tasks = [buildTask('approved', { about: 'NDA', kind: 'agreement', approval: true }), buildTask('signed', { about: 'NDA', kind: 'agreement', evidence: 'agreementVersion' }), buildTask('lesson', { about: 'NDA', kind: 'training' })]
    const second = await onboarded(desk, { template: { key: 'premium', stages: [buildStage('b', ...tasks)] as never } })
    const { ids: [other = ''] } = valueOf(await desk.run(start, { partnerIds: [first.partner.id], templateId: second.template.id, startedOn: '2026-11-23', coordinator: 'Aya' }))
    valueOf(await desk.run(complete, { ...(await known(desk, first.id, 'reading')), side: 'partner' }))
    expect((await desk.row(checklists, other))?.openTasks.map(({ task, state }) => [task, state])).toEqual([['approved', 'waitingForApproval'], ['signed', 'pending'], ['lesson', 'pending']])
  },
  'of forty checklists those that can have it do, and the others are named': async (desk) => {
    const first = await onboarded(desk)
    const second = await onboarded(desk)
    valueOf(await desk.run(complete, { ...(await known(desk, first.id, 'call')), side: 'vendor' }))
    const seen = (await known(desk, first.id, 'call')).checklists[0]!
    const gone = nextId()
    expect(valueOf(await desk.run(complete, { checklists: [seen, { id: second.id, seen: null }, { id: second.id, seen: null }, { id: gone, seen: null }], task: 'call', side: 'vendor' }))).toMatchObject({ done: 1, left: [{ id: first.id, code: 'task.done-already' }, { id: gone, code: 'checklist.not-found' }] })
    expect((await second.log()).length).toBe(1)
  },
  'a task is held up and goes on, is assigned, moved and set aside': async (desk) => {
    const { id, checklist } = await onboarded(desk)
    valueOf(await desk.run(block, { ...(await known(desk, id, 'call')), reason: 'Strike' }))
    expect((await checklist())?.openTasks).toEqual([])
    expect(refusalOf(await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' }))).toMatchObject({ code: 'task.blocked' })
    valueOf(await desk.run(block, { ...(await known(desk, id, 'call')), reason: null }))
    valueOf(await desk.run(moveDue, { ...(await known(desk, id, 'call')), dueOn: '2026-12-11', reason: 'They asked' }))
    expect(await checklist()).toMatchObject({ nextDueOn: '2026-12-11' })
    expect(refusalOf(await desk.run(assign, { ...(await known(desk, id, 'contract')), assignee: 'Nobody' }))).toEqual({ code: 'task.assignee-unknown', details: { ...words('contract'), waitsEn: 'call', waitsJa: 'call (ja)', waitsEs: 'call (es)' } })
    valueOf(await desk.run(assign, { ...(await known(desk, id, 'contract')), assignee: 'Jose Lucio' }))
    valueOf(await desk.run(setAside, { ...(await known(desk, id, 'call')), reason: 'We met in person' }))
    expect(await checklist()).toMatchObject({ total: 3, openTasks: [{ task: 'contract' }] })
    expect(refusalOf(await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' }))).toMatchObject({ code: 'task.not-applicable' })
    expect(refusalOf(await desk.run(skip, { ...(await known(desk, id, 'call')), reason: 'x' }))).toMatchObject({ code: 'task.done-already' })
  },
  'nothing is revoked that was not done, and no task that is not there': async (desk) => {
    const { id } = await onboarded(desk)
    expect(refusalOf(await desk.run(revoke, { ...(await known(desk, id, 'call')), reason: 'No' }))).toEqual({ code: 'task.nothing-to-revoke', details: words('call') })
    expect(refusalOf(await desk.run(revoke, { ...(await known(desk, id, 'gone')), reason: 'No' }))).toEqual({ code: 'task.not-found', details: {} })
    expect(refusalOf(await desk.run(complete, { checklists: [{ id: nextId(), seen: null }], task: 'call', side: 'vendor' }))).toEqual({ code: 'checklist.not-found', details: {} })
  },
}
