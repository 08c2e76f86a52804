import { expect, test } from 'vitest'
import { DecidedPairs } from '#shared/matching/decided-pairs.ts'
import { aRecord, found } from '../match-records.ts'

const records = [aRecord('Fundación Focus', { id: 'focus' }), aRecord('Fundación Fondo de Cultura', { id: 'fondo' })]

test('a name that a person confirmed means its record at rank 1 for ever, however it is spelt', () => {
  const decided = new DecidedPairs([{ name: 'Telefactor S.A.', id: 'focus', decision: 'confirmed' }])
  for (const name of ['Telefactor', 'TELEFACTOR, S.A.', 'ＴＥＬＥＦＡＣＴＯＲ']) {
    expect(found(aRecord(name, { id: 'q' }), records, { decided })[0]).toMatchObject({ candidate: 'focus', verdict: 'same', evidence: [{ kind: 'confirmed' }, { kind: 'name' }] })
  }
  expect(found(aRecord('Telefactor', { id: 'q' }), records)).toEqual([])
})

test('a name that a person refuted does not mean its record, and the last word counts', () => {
  const decided = new DecidedPairs([{ name: 'Fundacion Focus', id: 'focus', decision: 'refuted' }])
  const query = aRecord('Fundación Focus', { id: 'q' })
  expect(found(query, records, { decided }).find(({ candidate }) => candidate === 'focus')?.verdict).toBe('different')
  decided.add({ name: 'Fundación FOCUS', id: 'focus', decision: 'confirmed' })
  expect(found(query, records, { decided })[0]).toMatchObject({ candidate: 'focus', verdict: 'same' })
})
