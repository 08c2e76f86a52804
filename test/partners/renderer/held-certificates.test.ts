import { expect, test } from 'vitest'
import { certificatesOf } from '#renderer/partners/people/held-certificates.ts'
import { buildCertificate, buildCourse, buildPerson } from '#test/foundation/builders/build-training.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

test('each person is shown with what they hold, as it stands on a day', () => {
  const course = buildCourse()
  const [here, gone] = [buildPerson({ partnerId: nextId() }), buildPerson({ partnerId: nextId(), status: 'left' })]
  const held = (person: { readonly id: string }, given = {}) => buildCertificate({ personId: person.id, courseId: course.id, ...given })
  const shown = certificatesOf([here, gone], [held(here), held(here, { expiresOn: '2026-11-21' }), held(here, { expiresOn: '2026-11-22' }), held(here, { revokedOn: '2026-11-01' }), held(gone)], [course], '2026-11-22')
  expect(shown.map(({ held: theirs }) => theirs.map(({ state, course: name }) => [name, state]))).toEqual([[['Lira Sales', 'valid'], ['Lira Sales', 'expired'], ['Lira Sales', 'expiring'], ['Lira Sales', 'revoked']], [['Lira Sales', 'left']]])
})
