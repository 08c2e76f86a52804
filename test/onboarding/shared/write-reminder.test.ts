import { expect, test } from 'vitest'
import { checklistLanguages } from '#shared/onboarding/template.ts'
import { writeReminder } from '#shared/onboarding/write-reminder.ts'

test.each(checklistLanguages)('a reminder names in %s who is meant, everything that waits for them, when, and who asks', (language) => {
  const tasks = [{ title: 'Contrato', due: '31/3/2027' }, { title: 'Perfil', due: '2/4/2027' }]
  const { subject, body } = writeReminder(language, { contact: 'Inés Galindo', partner: 'Quetzalia', coordinator: 'Aya', tasks })
  expect(subject).toContain('Quetzalia')
  for (const said of ['Inés Galindo', 'Aya', ...tasks.flatMap(({ title, due }) => [title, due])]) expect(body).toContain(said)
})

test('each language has a text of its own', () => {
  const facts = { contact: 'A', partner: 'B', coordinator: 'C', tasks: [] }
  expect(new Set(checklistLanguages.map((language) => writeReminder(language, facts).subject)).size).toBe(3)
})
