import { expect } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import { readyMadeTemplates } from '#shared/onboarding/ready-made/ready-made-templates.ts'
import { checklistTemplates } from '#shared/onboarding/template.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildStage, buildTask, buildTemplate } from '#test/foundation/builders/build-checklist.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { draftTemplate, updateTemplate, publishTemplate, discardTemplate, start } = onboardingContract.operations
const stagesOf = (...tasks: Parameters<typeof buildStage>[1][]) => [buildStage('a', ...tasks)] as never

export const templatesScenarios: Scenarios = {
  'a ready-made template is taken over, published as its first version, and replaced by a later one': async (desk) => {
    const { id } = valueOf(await desk.run(draftTemplate, { name: 'Distributors', readyMade: 'distributor' }))
    expect((await desk.row(checklistTemplates, id))?.stages).toEqual(readyMadeTemplates.distributor.stages)
    expect(valueOf(await desk.run(publishTemplate, { id })).number).toBe(1)
    const later = valueOf(await desk.run(draftTemplate, { name: 'Distributors', basedOn: id }))
    valueOf(await desk.run(updateTemplate, { id: later.id, edits: [{ field: 'notes', value: 'Shorter' }] }))
    expect(valueOf(await desk.run(publishTemplate, { id: later.id })).number).toBe(2)
    expect((await desk.rows(checklistTemplates)).map(({ key, state, number, publishedAt, replacedAt }) => [key, state, number, publishedAt, replacedAt])).toEqual([['distributor', 'replaced', 1, NOW, NOW], ['distributor', 'published', 2, NOW, null]])
  },
  'case 10: a circle, a task of a later stage and an impossible condition are refused at save': async (desk) => {
    const { id } = valueOf(await desk.run(draftTemplate, { name: 'Own' }))
    const save = async (stages: never) => refusalOf(await desk.run(updateTemplate, { id, edits: [{ field: 'stages', value: stages }] }))
    expect(await save(stagesOf(buildTask('x', { needs: ['y'] }), buildTask('y', { needs: ['x'] })))).toEqual({ code: 'template.does-not-fit', details: { problem: 'cycle', at: 'x', other: 'y, x' } })
    expect(await save([buildStage('a', buildTask('x', { needs: ['y'] })), buildStage('b', buildTask('y'))] as never)).toMatchObject({ code: 'template.does-not-fit', details: { problem: 'needs-later' } })
    const { appliesTo } = readyMadeTemplates.reseller
    valueOf(await desk.run(updateTemplate, { id, edits: [{ field: 'appliesTo', value: appliesTo as never }] }))
    expect(await save(stagesOf(buildTask('x', { when: { ...appliesTo, types: ['distributor'] } })))).toMatchObject({ details: { problem: 'condition-impossible', at: 'x', other: 'types' } })
    expect((await desk.row(checklistTemplates, id))?.stages).toEqual([])
  },
  'what lacks words is saved, and not published': async (desk) => {
    const { id } = valueOf(await desk.run(draftTemplate, { name: 'Own' }))
    expect(refusalOf(await desk.run(publishTemplate, { id }))).toMatchObject({ details: { problem: 'no-tasks' } })
    valueOf(await desk.run(updateTemplate, { id, edits: [{ field: 'stages', value: stagesOf(buildTask('x', { title: { en: 'X', ja: '', es: 'X' } })) }] }))
    expect(refusalOf(await desk.run(publishTemplate, { id }))).toEqual({ code: 'template.does-not-fit', details: { problem: 'words-missing', at: 'x', other: 'ja' } })
  },
  'what was published is neither edited nor discarded, and only a draft is': async (desk) => {
    const template = buildTemplate()
    await desk.put(checklistTemplates, template)
    const { id } = template
    for (const refused of [await desk.run(updateTemplate, { id, edits: [{ field: 'name', value: 'X' }] }), await desk.run(publishTemplate, { id }), await desk.run(discardTemplate, { id })]) expect(refusalOf(refused)).toEqual({ code: 'template.published' })
    const drafted = valueOf(await desk.run(draftTemplate, { name: 'Next', basedOn: id }))
    expect(refusalOf(await desk.run(updateTemplate, { id: drafted.id, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'template.name-missing' })
    valueOf(await desk.run(discardTemplate, { id: drafted.id }))
    expect(await desk.rows(checklistTemplates)).toHaveLength(1)
  },
  'a template whose publishing is taken back stays as it is, once checklists go by it': async (desk) => {
    const { id } = valueOf(await desk.run(draftTemplate, { name: 'Reseller', readyMade: 'reseller' }))
    const { entry } = valueOf(await desk.run(publishTemplate, { id }))
    const partner = buildPartner()
    await desk.put(partners, partner)
    valueOf(await desk.run(start, { partnerIds: [partner.id], templateId: id, startedOn: '2026-11-23', coordinator: 'Aya' }))
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect(refusalOf(await desk.run(updateTemplate, { id, edits: [{ field: 'stages', value: [] }] }))).toEqual({ code: 'template.published' })
    expect(refusalOf(await desk.run(discardTemplate, { id }))).toEqual({ code: 'template.published' })
    expect(valueOf(await desk.run(publishTemplate, { id })).number).toBe(1)
  },
  'an edit of what somebody else has edited meanwhile is refused': async (desk) => {
    const { id } = valueOf(await desk.run(draftTemplate, { name: 'Own' }))
    expect(refusalOf(await desk.run(updateTemplate, { id, edits: [{ field: 'name', value: 'Mine', was: 'Older' }] }))).toEqual({ code: 'template.stale', details: { field: 'name', yours: 'Mine', theirs: 'Own' } })
  },
  'a template that is gone is said to be': async (desk) => {
    const id = nextId()
    for (const refused of [await desk.run(draftTemplate, { name: 'X', basedOn: id }), await desk.run(updateTemplate, { id, edits: [{ field: 'name', value: 'X' }] }), await desk.run(publishTemplate, { id }), await desk.run(discardTemplate, { id })]) expect(refusalOf(refused)).toEqual({ code: 'template.not-found' })
  },
}
