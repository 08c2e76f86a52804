import { describe, expect, test } from 'vitest'
import { checkTemplate, whyNotSaved } from '#shared/onboarding/check-template.ts'
import { readyMadeTemplates } from '#shared/onboarding/ready-made/ready-made-templates.ts'
import { FOR_EVERYBODY } from '#shared/onboarding/template.ts'
import { buildStage, buildTask, TWO_STAGES } from '#test/foundation/builders/build-checklist.ts'

const kindsOf = (stages: Parameters<typeof checkTemplate>[0], appliesTo = FOR_EVERYBODY) => checkTemplate(stages, appliesTo).map(({ kind, at, other }) => [kind, at, other])

describe('case 10: a template that nobody could go through', () => {
  test('has tasks that wait for each other', () => {
    const circle = [buildStage('a', buildTask('x', { needs: ['z'] }), buildTask('y', { needs: ['x'] }), buildTask('z', { needs: ['y'] }))]
    expect(kindsOf(circle)).toEqual([['cycle', 'x', 'z, y, x']])
    expect(kindsOf([buildStage('a', buildTask('x', { needs: ['x'] }))])).toEqual([['cycle', 'x', 'x']])
  })
  test('needs a task that is not there, or of a later stage', () => {
    expect(kindsOf([buildStage('a', buildTask('x', { needs: ['gone', 'y'] })), buildStage('b', buildTask('y'))])).toEqual([['needs-unknown', 'x', 'gone'], ['needs-later', 'x', 'y']])
  })
  test('has a condition that no partner of the template meets', () => {
    const resellers = { ...FOR_EVERYBODY, types: ['reseller' as const], places: ['GT'] }
    expect(kindsOf([buildStage('a', buildTask('x', { when: { ...FOR_EVERYBODY, types: ['distributor'] } }))], resellers)).toEqual([['condition-impossible', 'x', 'types']])
    expect(kindsOf([buildStage('a', buildTask('x', { when: { ...FOR_EVERYBODY, places: ['JP'] } }))], resellers)).toEqual([['condition-impossible', 'x', 'places']])
    expect(kindsOf([buildStage('a', buildTask('x', { when: { ...FOR_EVERYBODY, places: ['GT-01'] } }))], resellers)).toEqual([])
  })
  test('names two things alike, or asks for the accepted version of what is no agreement', () => {
    expect(kindsOf([buildStage('a', buildTask('x')), buildStage('a', buildTask('x', { evidence: 'agreementVersion' }))])).toEqual([['stage-twice', 'a', 'a'], ['task-twice', 'x', 'x'], ['evidence-misfit', 'x', 'agreementVersion']])
  })
})

test('words that are missing and stages without tasks may be saved, and not published', () => {
  const unfinished = [buildStage('a', buildTask('x', { title: { en: 'X', ja: ' ', es: 'X' }, text: { en: 'Do', ja: '', es: 'Haz' } })), buildStage('b')]
  expect(kindsOf(unfinished)).toEqual([['words-missing', 'x', 'ja'], ['words-missing', 'x', 'ja'], ['no-tasks', 'b', '']])
  expect(whyNotSaved(unfinished, FOR_EVERYBODY)).toBeUndefined()
  expect(kindsOf([])).toEqual([['no-tasks', '', '']])
  expect(kindsOf(TWO_STAGES)).toEqual([])
})

test.each(Object.values(readyMadeTemplates))('the ready-made template “$name” can be published as it is', ({ stages, appliesTo }) => {
  expect(checkTemplate(stages, appliesTo)).toEqual([])
  expect(stages.flatMap(({ tasks }) => tasks).length).toBeGreaterThanOrEqual(9)
})
