import { expect, test } from 'vitest'
import { careLanguages } from '#shared/care/care.ts'
import { careLanguage, reviewAgenda } from '#shared/care/review-agenda.ts'

test('the ready-made agenda asks the same in three languages', () => {
  const agendas = careLanguages.map((language) => reviewAgenda(language).map(({ text }) => text))
  expect(new Set(agendas.map((agenda) => agenda.length))).toEqual(new Set([6]))
  expect(new Set(agendas.flat()).size).toBe(18)
})

test('a partner reads in the first of its languages that we write in', () => {
  expect(careLanguage(['fr', 'es-GT', 'ja'])).toBe('es')
  expect(careLanguage(['JA'])).toBe('ja')
  expect(careLanguage(['pt-BR'])).toBe('en')
  expect(careLanguage([])).toBe('en')
})
