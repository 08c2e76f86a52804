import { describe, expect, test } from 'vitest'
import { createFormats } from '#renderer/shell/formats.ts'
import { dueText, inWords, titlesOf, whoText, type ChecklistFile } from '#renderer/onboarding/onboarding.presenter.ts'
import { sheetText } from '#renderer/onboarding/sheet-text.ts'
import { offeredActs } from '#renderer/onboarding/use-task-actions.ts'
import { loadWords } from '#shared/locales/words.ts'
import { deriveChecklist } from '#shared/onboarding/derive-checklist.ts'
import { buildEvent, buildTemplate, checklistFacts } from '#test/foundation/builders/build-checklist.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'

const partner = buildPartner({ name: 'Lucio Sistemas', contacts: [{ name: 'Jose', email: null, phone: null, role: null, primary: true }] })
const file = { partner, checklist: { coordinator: 'Aya', startedOn: '2026-11-23', language: 'es' } } as unknown as ChecklistFile
const derivedWith = (...events: Parameters<typeof buildEvent>[]) => deriveChecklist(checklistFacts({ events: events.map((given) => buildEvent(...given)) }))
const taskOf = (key: string, ...events: Parameters<typeof buildEvent>[]) => derivedWith(...events).stages.flatMap(({ tasks }) => tasks).find(({ task }) => task.key === key)!

describe('a task in words', () => {
  test('says when it is due, since when it is overdue, or when it was done', async () => {
    const w = await loadWords('en')
    const formats = createFormats('en')
    expect([dueText(taskOf('call'), '2026-11-23', w, formats), dueText(taskOf('call'), '2026-11-30', w, formats), dueText(taskOf('call', ['call', 'completed']), '2026-11-30', w, formats)]).toEqual(['due Nov 24, 2026', 'overdue since Nov 24, 2026', 'Nov 24, 2026'])
  })
  test('case 14: says who it lies with and why they cannot act', async () => {
    const w = await loadWords('en')
    expect(whoText(taskOf('contract'), file, w)).toEqual({ name: 'Lucio Sistemas · Jose', hindrance: 'Jose has no e-mail address: cannot be reached' })
    expect(whoText(taskOf('contract'), { ...file, partner: { ...partner, contacts: [] } }, w)).toEqual({ name: 'Lucio Sistemas', hindrance: 'The partner has no contact: nobody can act' })
    expect(whoText(taskOf('call'), file, w)).toEqual({ name: 'We · Aya', hindrance: undefined })
  })
  test('is in English where nobody has written another language', () => {
    expect([inWords({ en: 'Call', ja: ' ', es: 'Llamada' }, 'ja'), inWords({ en: 'Call', ja: '電話', es: 'Llamada' }, 'es')]).toEqual(['Call', 'Llamada'])
  })
})

test('case 12: to skip is offered to us alone, and only while there is something to skip', () => {
  expect(offeredActs(taskOf('call'), 'running')).toContain('skip')
  expect(offeredActs(taskOf('contract'), 'running')).not.toContain('complete')
  expect(offeredActs(taskOf('call', ['call', 'completed']), 'running')).toEqual(['revoke', 'note'])
  expect(offeredActs(taskOf('contract', ['call', 'completed'], ['contract', 'submitted']), 'running').slice(0, 2)).toEqual(['approve', 'revoke'])
  expect([offeredActs(taskOf('call', ['call', 'completed']), 'activated'), offeredActs(taskOf('call'), 'closed')]).toEqual([['revoke', 'note'], []])
})

test('case 16: the sheet is in the partner’s language, with its dates, and without what the house notes', async () => {
  const sheet = sheetText({ file, derived: derivedWith(['call', 'completed'], ['story', 'notApplicable', { text: 'House secret' }]), w: await loadWords('es'), locale: 'es', formats: createFormats('es') })
  expect(sheet).toContain('Lista de verificación de Lucio Sistemas')
  expect(sheet).toContain('- contract (es) (Ustedes; Pendiente, Vence 27 nov 2026)')
  expect(sheet).not.toMatch(/secret|story/)
})

test('titles come from the version a checklist is at, names from what is published', () => {
  const [old, now] = [buildTemplate({ name: 'Old', state: 'replaced' }), buildTemplate({ name: 'Now', number: 2, stages: [] })]
  const titles = titlesOf([now, old], 'ja')
  expect([titles.template('reseller'), titles.stage('agree'), titles.task(old.id, 'call'), titles.task(now.id, 'call'), titles.template('gone')]).toEqual(['Now', 'agree (ja)', 'call (ja)', 'call', 'gone'])
})
