import { describe, expect, test } from 'vitest'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { trainingContract } from '#shared/training/training.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { openHost } from '#test/foundation/open-host.ts'

const { addPerson, createCourse, createRequirement, issue, leave, certificates, gaps, standing, testCentres } = trainingContract.operations
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('training on the desk', () => {
  test('says where each certificate stands today, and who misses what', async () => {
    const desk = await openHost()
    const partner = valueOf(await desk.call(partnersContract.operations.create, { code: 'P', name: 'Partner', type: 'reseller', country: 'GT', status: 'active' }))
    const course = valueOf(await desk.call(createCourse, { code: 'C', name: 'Course' }))
    await desk.call(createRequirement, { name: 'Leads', kind: 'gate', gate: 'leads', courseId: course.id, count: 2 })
    const certified = async (name: string, expiresOn: string | null) => {
      const person = valueOf(await desk.call(addPerson, { partnerId: partner.id, name }))
      await desk.call(issue, { personId: person.id, courseId: course.id, issuedOn: '2020-01-01', expiresOn })
      return person.id
    }
    await certified('Valid', inDays(200))
    await certified('Soon', inDays(20))
    await certified('Over', inDays(-20))
    await desk.call(leave, { id: await certified('Gone', null), leftOn: inDays(-1) })
    const { rows } = valueOf(await desk.call(certificates, { to: 10, sort: [{ field: 'person', direction: 'ascending' }] }))
    expect(rows.map(({ person, state, partnerId }) => [person, state, partnerId])).toEqual([['Gone', 'left', partner.id], ['Over', 'expired', partner.id], ['Soon', 'expiring', partner.id], ['Valid', 'valid', partner.id]])
    expect(valueOf(await desk.call(certificates, { to: 10, filter: [{ field: 'state', operator: 'is', values: ['expiring'] }] })).rows.map(({ person }) => person)).toEqual(['Soon'])
    const [met] = valueOf(await desk.call(standing, { partnerId: partner.id }))
    expect(met).toMatchObject({ state: 'expiring', until: inDays(20), holders: [{ name: 'Valid' }, { name: 'Soon' }] })
    expect(met?.lapsed.map(({ name, lapse }) => [name, lapse]).toSorted()).toEqual([['Gone', 'left'], ['Over', 'expired']])
    expect(valueOf(await desk.call(gaps, {}))).toMatchObject([{ partnerId: partner.id, standing: { state: 'expiring' } }])
  })

  test('names the nearest test centres by place alone', async () => {
    const desk = await openHost()
    const partner = valueOf(await desk.call(partnersContract.operations.create, { code: 'P', name: 'Partner', type: 'reseller', country: 'JP', latitude: 35.01, longitude: 135.77 }))
    const here = valueOf(await desk.call(addPerson, { partnerId: partner.id, name: 'Here' }))
    const away = valueOf(await desk.call(addPerson, { partnerId: partner.id, name: 'Away', country: 'JP', region: 'JP-40' }))
    expect(valueOf(await desk.call(testCentres, { personId: here.id }))).toMatchObject({ from: 'partner', centres: [{ city: '大阪' }, {}, {}, {}, {}] })
    expect(valueOf(await desk.call(testCentres, { personId: away.id }))).toMatchObject({ from: 'region', centres: [{ city: '福岡' }, {}, {}, {}, {}] })
  })
})
