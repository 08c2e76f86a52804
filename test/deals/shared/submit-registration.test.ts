import { expect, test } from 'vitest'
import { approveRegistration, AS_CLAIMED } from '#shared/deals/approve-registration.ts'
import { derivedOf, findRegistration } from '#shared/deals/find-registration.ts'
import { submitRegistration } from '#shared/deals/submit-registration.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildDraft, buildRegistration } from '#test/foundation/builders/build-registration.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW } from '#test/foundation/desk.ts'

const partner = buildPartner({ products: ['LEDGER'], timeZone: 'America/Guatemala' })
const context = { now: NOW, actor: { id: 'a', name: 'Ana' }, commandId: nextId(), id: nextId, mayGive: () => true }

test('7 the order is that of receipt; what the device’s clock says is kept beside it, however wrong', () => {
  const [early, late] = ['2019-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z'].map((deviceAt) => answered(submitRegistration(buildDraft({ partnerId: partner.id }), deviceAt, context), { partners: [partner] }))
  expect(early).toMatchObject({ patch: { receivedAt: NOW, deviceAt: '2019-01-01T00:00:00.000Z', completeAt: NOW } })
  expect(late).toMatchObject({ patch: { receivedAt: NOW, deviceAt: '2031-01-01T00:00:00.000Z' } })
})

test('an approval names who decided, or the rules', () => {
  const registration = buildRegistration({ partnerId: partner.id })
  const by = (decidedBy: string | null) => answered(approveRegistration(registration, AS_CLAIMED, context, decidedBy), { partners: [partner] })
  expect([by('Ana'), by(null)]).toMatchObject([{ row: { decidedBy: 'Ana', timeZone: 'America/Guatemala' } }, { row: { decidedBy: null } }])
})

test('what follows from a claim’s words: the name without blanks, the domain, the customer’s key', () => {
  expect(derivedOf({ company: ' Kitayama Foods ', country: 'JP', corporateNumber: null, website: 'www.kitayama.example' })).toEqual({ company: 'Kitayama Foods', domain: 'kitayama.example', customerKey: expect.stringMatching(/^JP:/) })
  expect(derivedOf({ company: 'X', country: null, corporateNumber: '7000012050002', website: '' })).toEqual({ company: 'X', domain: null, customerKey: '#7000012050002' })
})

test('a registration that a case holds can be withdrawn and nothing else', () => {
  const held = buildRegistration({ partnerId: partner.id, caseId: idNumber(7) })
  const to = (status: 'approved' | 'withdrawn') => answered(findRegistration(held.id, status), { registrations: [held] })
  expect(to('withdrawn')).toEqual(held)
  expect(to('approved')).toMatchObject({ code: 'registration.held' })
})
