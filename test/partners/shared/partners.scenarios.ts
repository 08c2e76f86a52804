import { expect } from 'vitest'
import { partners } from '#shared/partners/partner.table.ts'
import { partnerStatuses } from '#shared/partners/partner.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { create, update, setStatus } = partnersContract.operations
const minimal = { code: 'EPSILON', name: 'Epsilon KK', type: 'reseller', country: 'JP' } as const

async function aPartner(desk: Desk, given: Parameters<typeof buildPartner>[0] = {}) {
  const partner = buildPartner(given)
  await desk.put(partners, partner)
  return partner
}

export const partnersScenarios: Scenarios = {
  'adds a partner that serves nobody by accident: an applicant without products': async (desk) => {
    const id = idNumber(7)
    expect(valueOf(await desk.run(create, { ...minimal, code: ' EPSILON ' }, { id }))).toEqual({ entry: id, id: idNumber(8) })
    expect(await desk.row(partners, idNumber(8))).toEqual(buildPartner({ ...minimal, id: idNumber(8), tier: 'registered', status: 'applicant', timeZone: 'UTC', createdAt: NOW, updatedAt: NOW }))
  },
  'adds a partner with everything it was given': async (desk) => {
    const given = {
      ...minimal, status: 'active', tier: 'gold', regions: ['JP-13'], languages: ['ja'], products: ['suite'], industries: ['manufacturing'],
      certifications: [{ code: 'ISO27001', expires: '2027-03-31' }], absences: [{ from: '2026-12-29', to: null, reason: '年末' }],
      contacts: [{ name: '佐藤', email: null, phone: null, role: null, primary: true }], capacity: 20, timeZone: 'Asia/Tokyo', calendar: 'JP',
    } as const
    const { id } = valueOf(await desk.run(create, structuredClone(given) as never))
    expect(await desk.row(partners, id)).toMatchObject(given)
  },
  'refuses a partner without a code': async (desk) => {
    expect(refusalOf(await desk.run(create, { ...minimal, code: '  ' }))).toEqual({ code: 'partner.code-missing' })
  },
  'refuses a partner without a name': async (desk) => {
    expect(refusalOf(await desk.run(create, { ...minimal, name: ' ' }))).toEqual({ code: 'partner.name-missing' })
  },
  'refuses a time zone that there is not, by which no deadline and no checklist could be reckoned': async (desk) => {
    expect(refusalOf(await desk.run(create, { ...minimal, timeZone: 'Asia/Nowhere' }))).toEqual({ code: 'partner.time-zone-unknown', details: { value: 'Asia/Nowhere' } })
    const partner = await aPartner(desk)
    expect(refusalOf(await desk.run(update, { id: partner.id, edits: [{ field: 'timeZone', value: '' }] }))).toEqual({ code: 'partner.time-zone-unknown', details: { value: '' } })
    valueOf(await desk.run(update, { id: partner.id, edits: [{ field: 'timeZone', value: 'Asia/Tokyo' }] }))
  },
  'refuses the code of another partner': async (desk) => {
    const other = await aPartner(desk, { code: 'EPSILON' })
    expect(refusalOf(await desk.run(create, { ...minimal, code: 'EPSILON ' }))).toEqual({ code: 'partner.code-taken', details: { id: other.id, name: other.name } })
  },

  'edits fields, lists included, and leaves the others as they were': async (desk) => {
    const partner = await aPartner(desk, { products: ['suite'] })
    const id = nextId()
    expect(valueOf(await desk.run(update, { id: partner.id, edits: [{ field: 'products', value: ['suite', 'cloud'], was: ['suite'] }, { field: 'capacity', value: 5, was: null }] }, { id }))).toEqual({ entry: id })
    expect(await desk.row(partners, partner.id)).toEqual({ ...partner, products: ['suite', 'cloud'], capacity: 5, updatedAt: NOW, rev: 2 })
  },
  'keeps its own code, trimmed': async (desk) => {
    const partner = await aPartner(desk, { code: 'A' })
    await desk.run(update, { id: partner.id, edits: [{ field: 'code', value: ' B ' }] })
    expect((await desk.row(partners, partner.id))?.code).toBe('B')
    expect(refusalOf(await desk.run(update, { id: partner.id, edits: [{ field: 'code', value: 'B' }] }))).toBe('accepted')
  },
  'refuses an edit of a list that has changed in the meantime': async (desk) => {
    const partner = await aPartner(desk, { products: ['cloud'] })
    expect(refusalOf(await desk.run(update, { id: partner.id, edits: [{ field: 'products', value: [], was: ['suite'] }] }))).toEqual({ code: 'partner.stale', details: { field: 'products', yours: [], theirs: ['cloud'] } })
  },
  'refuses to edit the code away': async (desk) => {
    const partner = await aPartner(desk)
    expect(refusalOf(await desk.run(update, { id: partner.id, edits: [{ field: 'code', value: ' ' }] }))).toEqual({ code: 'partner.code-missing' })
  },
  'refuses to edit the name away': async (desk) => {
    const partner = await aPartner(desk)
    expect(refusalOf(await desk.run(update, { id: partner.id, edits: [{ field: 'name', value: '' }] }))).toEqual({ code: 'partner.name-missing' })
  },
  'refuses to edit the code into that of another partner': async (desk) => {
    const other = await aPartner(desk, { code: 'TAKEN' })
    const partner = await aPartner(desk)
    expect(refusalOf(await desk.run(update, { id: partner.id, edits: [{ field: 'code', value: 'TAKEN ' }] }))).toEqual({ code: 'partner.code-taken', details: { id: other.id, name: other.name } })
  },
  'refuses to edit a partner that is not there': async (desk) => {
    expect(refusalOf(await desk.run(update, { id: nextId(), edits: [{ field: 'city', value: 'x' }] }))).toEqual({ code: 'partner.not-found' })
  },

  'moves a partner from applicant to active': async (desk) => {
    const partner = await aPartner(desk, { status: 'applicant' })
    for (const status of ['vetting', 'approved', 'onboarding', 'active'] as const) expect(refusalOf(await desk.run(setStatus, { id: partner.id, status }))).toBe('accepted')
    expect(await desk.row(partners, partner.id)).toEqual({ ...partner, status: 'active', updatedAt: NOW, rev: 5 })
  },
  'takes the status a partner has already for done': async (desk) => {
    const partner = await aPartner(desk, { status: 'terminated' })
    expect(refusalOf(await desk.run(setStatus, { id: partner.id, status: 'terminated' }))).toBe('accepted')
    expect(await desk.row(partners, partner.id)).toEqual(partner)
  },
  'refuses every status that does not follow, and says which do': async (desk) => {
    let accepted = 0
    for (const from of partnerStatuses) {
      for (const to of partnerStatuses.filter((status) => status !== from)) {
        const partner = await aPartner(desk, { status: from })
        const refusal = refusalOf(await desk.run(setStatus, { id: partner.id, status: to }))
        if (refusal === 'accepted') {
          accepted += 1
          continue
        }
        expect(refusal).toMatchObject({ code: 'partner.status-not-reachable', details: { from, to } })
        expect((refusal as { details: { allowed: string[] } }).details.allowed).not.toContain(to)
      }
    }
    expect(accepted).toBe(19)
  },
  'refuses a status for a partner that is not there': async (desk) => {
    expect(refusalOf(await desk.run(setStatus, { id: nextId(), status: 'active' }))).toEqual({ code: 'partner.not-found' })
  },
}
