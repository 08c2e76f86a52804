import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { applications } from '#shared/recruiting/application.table.ts'
import { partnerProfiles } from '#shared/recruiting/partner-profile.table.ts'
import { recruitingContract } from '#shared/recruiting/recruiting.contract.ts'
import { partnerPeople } from '#shared/training/partner-person.table.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'
import { buildApplication, buildProfile, type Application } from '#test/foundation/builders/build-application.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildPerson } from '#test/foundation/builders/build-training.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { apply, update, startVetting, approve, decline, reopen, erase, eraseNow, createProfile, updateProfile, removeProfile } = recruitingContract.operations
const DANA = { id: 'dana', name: 'Dana Whitfield' }

async function there(desk: Desk, given: Partial<Application> = {}): Promise<Application> {
  const application = buildApplication(given)
  await desk.put(applications, application)
  return application
}

export const applicationsScenarios: Scenarios = {
  'takes an application, with the domain of its web site': async (desk) => {
    const { id } = valueOf(await desk.run(apply, { company: ' Quetzal Sistemas ', source: 'inbound', country: 'GT', website: 'https://www.quetzal.example/es' }))
    expect(await desk.row(applications, id)).toMatchObject({ company: 'Quetzal Sistemas', status: 'applicant', domain: 'quetzal.example', receivedAt: NOW, persons: [], retentionUntil: null })
  },
  'refuses an application without a company, or held against a profile that is not there': async (desk) => {
    expect(refusalOf(await desk.run(apply, { company: ' \u3000', source: 'inbound' }))).toEqual({ code: 'application.company-missing' })
    expect(refusalOf(await desk.run(apply, { company: 'A', source: 'inbound', profileId: nextId() }))).toEqual({ code: 'profile.not-found' })
    expect(await desk.rows(applications)).toEqual([])
  },
  'edits what is not decided, and nothing else': async (desk) => {
    const { id } = await there(desk)
    valueOf(await desk.run(update, { id, edits: [{ field: 'website', value: 'https://otro.example', was: 'https://quetzal.example' }, { field: 'employees', value: 40 }] }))
    expect(await desk.row(applications, id)).toMatchObject({ domain: 'otro.example', employees: 40, rev: 2 })
    expect(refusalOf(await desk.run(update, { id, edits: [{ field: 'employees', value: 50, was: 30 }] }))).toEqual({ code: 'application.stale', details: { field: 'employees', yours: 50, theirs: 40 } })
    expect(refusalOf(await desk.run(update, { id, edits: [{ field: 'company', value: ' ' }] }))).toEqual({ code: 'application.company-missing' })
    expect(refusalOf(await desk.run(update, { id: nextId(), edits: [{ field: 'company', value: 'B' }] }))).toEqual({ code: 'application.not-found' })
    const decided = await there(desk, { status: 'declined', decidedAt: NOW })
    expect(refusalOf(await desk.run(update, { id: decided.id, edits: [{ field: 'company', value: 'B' }] }))).toEqual({ code: 'application.decided', details: { status: 'declined' } })
  },
  'is vetted before it is approved, and says by whom': async (desk) => {
    const { id } = await there(desk)
    expect(refusalOf(await desk.run(approve, { id, code: 'GT-QUETZAL' }))).toEqual({ code: 'application.not-vetted', details: { status: 'applicant' } })
    valueOf(await desk.run(startVetting, { id }))
    expect(refusalOf(await desk.run(startVetting, { id }))).toBe('accepted')
    expect(await desk.row(applications, id)).toMatchObject({ status: 'vetting', vettingAt: NOW, rev: 2 })
    const decided = await there(desk, { status: 'approved' })
    expect(refusalOf(await desk.run(startVetting, { id: decided.id }))).toEqual({ code: 'application.status-not-reachable', details: { from: 'approved', to: 'vetting' } })
  },
  'becomes a partner with its people, who may not act yet': async (desk) => {
    const { id } = await there(desk, { status: 'vetting', products: ['LIRA-PAY'] })
    const { partnerId, joined } = valueOf(await desk.run(approve, { id, code: 'GT-QUETZAL', type: 'valueAddedReseller' }))
    expect(joined).toBe(false)
    expect(await desk.row(partners, partnerId)).toMatchObject({ code: 'GT-QUETZAL', name: 'Quetzal Sistemas', status: 'approved', type: 'valueAddedReseller', tier: 'registered', country: 'GT', domain: 'quetzal.example', languages: ['es'], products: ['LIRA-PAY'], contacts: [{ name: 'Inés Galindo', email: 'ines@quetzal.example', phone: null, role: null, primary: true }] })
    expect(await desk.rows(partnerPeople)).toMatchObject([{ partnerId, name: 'Inés Galindo', email: 'ines@quetzal.example', status: 'pending' }])
    expect(await desk.row(applications, id)).toMatchObject({ status: 'approved', partnerId, decidedAt: NOW, retentionUntil: null })
    expect(refusalOf(await desk.run(decline, { id, reason: 'profile' }))).toEqual({ code: 'application.decided', details: { status: 'approved' } })
  },
  'refuses a new partner without code or country, and a code that is taken': async (desk) => {
    const taken = buildPartner({ code: 'GT-1' })
    await desk.put(partners, taken)
    const { id } = await there(desk, { status: 'vetting' })
    expect(refusalOf(await desk.run(approve, { id, code: ' ' }))).toEqual({ code: 'partner.code-missing' })
    expect(refusalOf(await desk.run(approve, { id, code: 'GT-1' }))).toEqual({ code: 'partner.code-taken', details: { id: taken.id, name: taken.name } })
    const nowhere = await there(desk, { status: 'vetting', country: null })
    expect(refusalOf(await desk.run(approve, { id: nowhere.id, code: 'X' }))).toEqual({ code: 'application.country-missing' })
    expect(await desk.rows(partnerPeople)).toEqual([])
  },
  'brings back a partner that was declined once, and none with whom it is over': async (desk) => {
    const [declined, over] = [buildPartner({ status: 'declined' }), buildPartner({ status: 'terminated' })]
    await desk.put(partners, declined, over)
    const { id } = await there(desk, { status: 'vetting', persons: [] })
    expect(refusalOf(await desk.run(approve, { id, partnerId: over.id }))).toEqual({ code: 'application.partner-terminated', details: { partner: over.name } })
    expect(refusalOf(await desk.run(approve, { id, partnerId: nextId() }))).toEqual({ code: 'partner.not-found' })
    valueOf(await desk.run(approve, { id, partnerId: declined.id }))
    expect(await desk.row(partners, declined.id)).toMatchObject({ status: 'approved' })
  },
  'is declined with a reason, and taken up again as long as it is not erased': async (desk) => {
    const { id } = await there(desk)
    expect(valueOf(await desk.run(decline, { id, reason: 'region', reasonForApplicant: 'We have enough partners there.', reasonForHouse: 'Slow to answer' }, { actor: DANA }))).toMatchObject({ retentionUntil: '2027-05-21T03:04:05.678Z' })
    expect(await desk.row(applications, id)).toMatchObject({ status: 'declined', declineReason: 'region', decidedBy: 'Dana Whitfield', reasonForHouse: 'Slow to answer' })
    valueOf(await desk.run(reopen, { id }))
    expect(await desk.row(applications, id)).toMatchObject({ status: 'vetting', declineReason: null, decidedAt: null, retentionUntil: null, reasonForHouse: null })
    expect(refusalOf(await desk.run(reopen, { id }))).toEqual({ code: 'application.status-not-reachable', details: { from: 'vetting', to: 'vetting' } })
    const gone = await there(desk, { status: 'declined', erasedAt: NOW, decidedAt: NOW, company: '' })
    expect(refusalOf(await desk.run(reopen, { id: gone.id }))).toEqual({ code: 'application.erased' })
  },
  'passes over what was given another end meanwhile': async (desk) => {
    const { id } = await there(desk, { status: 'declined', decidedAt: NOW, retentionUntil: '2026-11-01T00:00:00.000Z' })
    expect(valueOf(await desk.run(erase, { due: [{ id, retentionUntil: '2026-10-01T00:00:00.000Z' }] }))).toEqual({ erased: 0 })
    expect(await desk.row(applications, id)).toMatchObject({ company: 'Quetzal Sistemas', rev: 1 })
  },
  'is erased at once when the applicant asks, and only where it was declined': async (desk) => {
    const { id } = await there(desk)
    expect(refusalOf(await desk.run(eraseNow, { id }))).toEqual({ code: 'application.not-declined', details: { status: 'applicant' } })
    valueOf(await desk.run(decline, { id, reason: 'withdrawn' }))
    valueOf(await desk.run(eraseNow, { id }))
    expect(refusalOf(await desk.run(eraseNow, { id }))).toBe('accepted')
    expect(await desk.row(applications, id)).toMatchObject({ company: '', persons: [], retentionUntil: null, rev: 3 })
  },
  'is decided anew, not undone: nothing is kept to undo it by': async (desk) => {
    const { entry } = valueOf(await desk.run(apply, { company: 'A', source: 'outbound' }))
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry }))).toEqual({ code: 'journal.binding', details: { table: 'applications' } })
  },
}

export const edgeCaseScenarios: Scenarios = {
  '6 the same company applies twice: it joins the partner that it is, or is a member of its own by a person’s word': async (desk) => {
    const partner = buildPartner({ name: 'Quetzal Sistemas', country: 'GT', domain: 'quetzal.example', status: 'inactive' })
    await desk.put(partners, partner)
    await desk.put(partnerPeople, buildPerson({ partnerId: partner.id, name: 'Inés Galindo', email: 'INES@quetzal.example' }))
    const again = await there(desk, { status: 'vetting', persons: [{ name: 'Inés Galindo', email: 'ines@quetzal.example', phone: null, role: null }, { name: 'Bruno Herrán', email: null, phone: null, role: null }] })
    expect(refusalOf(await desk.run(approve, { id: again.id, code: 'GT-2' }))).toEqual({ code: 'application.partner-exists', details: { id: partner.id, name: 'Quetzal Sistemas' } })
    expect(valueOf(await desk.run(approve, { id: again.id, partnerId: partner.id }))).toMatchObject({ partnerId: partner.id, joined: true })
    expect((await desk.rows(partnerPeople)).map(({ name }) => name).toSorted()).toEqual(['Bruno Herrán', 'Inés Galindo'])
    expect(await desk.row(partners, partner.id)).toMatchObject({ status: 'inactive', rev: 1 })
    const subsidiary = await there(desk, { status: 'vetting', country: 'BZ' })
    const { partnerId } = valueOf(await desk.run(approve, { id: subsidiary.id, code: 'BZ-1', separate: true }))
    expect(partnerId).not.toBe(partner.id)
    expect(await desk.rows(partners)).toHaveLength(2)
  },
  '7 a customer becomes a partner: two records of one organisation, and the account stays as it was': async (desk) => {
    const account = buildAccount({ name: 'Quetzal Sistemas', country: 'GT', domain: 'quetzal.example' })
    await desk.put(accounts, account)
    const { id } = await there(desk, { status: 'vetting' })
    const { partnerId } = valueOf(await desk.run(approve, { id, code: 'GT-3' }))
    expect(await desk.row(partners, partnerId)).toMatchObject({ name: 'Quetzal Sistemas' })
    expect(await desk.rows(accounts)).toEqual([account])
  },
  '17 a declined applicant is erased when its clock has run out: once, wholly, and out of the journal as well': async (desk) => {
    const { id } = valueOf(await desk.run(apply, { company: 'Sierra Madre Datos', source: 'referral', country: 'MX', referredBy: 'Camila Duarte', notes: 'Knows Galindo', persons: [{ name: 'Héctor Lozada', email: 'hector@sierra.example', phone: '+52 55', role: null }] }))
    valueOf(await desk.run(update, { id, edits: [{ field: 'notes', value: 'Knows Herrán', was: 'Knows Galindo' }, { field: 'city', value: 'Puebla' }] }))
    const { retentionUntil } = valueOf(await desk.run(decline, { id, reason: 'profile', reasonForApplicant: 'Dear Héctor Lozada', reasonForHouse: 'Puebla is far', retentionDays: 30 }))
    const due = [{ id, retentionUntil }]
    expect(valueOf(await desk.run(erase, { due }))).toEqual({ erased: 0 })
    const later = { now: '2026-12-22T03:04:05.678Z' }
    expect(valueOf(await desk.run(erase, { due: [...due, { id: nextId(), retentionUntil }] }, later))).toEqual({ erased: 1 })
    expect(valueOf(await desk.run(erase, { due }, later))).toEqual({ erased: 0 })
    const kept = await desk.row(applications, id)
    expect(kept).toMatchObject({ company: '', persons: [], referredBy: null, notes: null, reasonForApplicant: null, reasonForHouse: null, city: null, country: 'MX', source: 'referral', status: 'declined', declineReason: 'profile', retentionUntil: null })
    expect(kept?.erasedAt).not.toBeNull()
    const everything = JSON.stringify([kept, await desk.rows(journal)])
    for (const word of ['Sierra', 'Camila', 'Héctor', 'hector', 'Galindo', 'Herrán', 'Puebla', '+52']) expect(everything).not.toContain(word)
  },
}

export const profilesScenarios: Scenarios = {
  'keeps profiles as data, and one as long as applications are held against it': async (desk) => {
    const criteria = [{ kind: 'employees' as const, from: 20, to: null, weight: 10, required: true }]
    expect(refusalOf(await desk.run(createProfile, { name: ' ', criteria }))).toEqual({ code: 'profile.name-missing' })
    const { id } = valueOf(await desk.run(createProfile, { name: ' Japan ', criteria }))
    expect(await desk.row(partnerProfiles, id)).toMatchObject({ name: 'Japan', criteria, state: 'inForce' })
    valueOf(await desk.run(updateProfile, { id, edits: [{ field: 'state', value: 'off', was: 'inForce' }] }))
    expect(refusalOf(await desk.run(updateProfile, { id, edits: [{ field: 'state', value: 'inForce', was: 'inForce' }] }))).toEqual({ code: 'profile.stale', details: { field: 'state', yours: 'inForce', theirs: 'off' } })
    expect(refusalOf(await desk.run(updateProfile, { id, edits: [{ field: 'name', value: '' }] }))).toEqual({ code: 'profile.name-missing' })
    await there(desk, { profileId: id })
    expect(refusalOf(await desk.run(removeProfile, { id }))).toEqual({ code: 'profile.in-use', details: { name: 'Japan', applications: 1 } })
    const free = buildProfile()
    await desk.put(partnerProfiles, free)
    expect(refusalOf(await desk.run(removeProfile, { id: free.id }))).toBe('accepted')
    expect(refusalOf(await desk.run(removeProfile, { id: free.id }))).toEqual({ code: 'profile.not-found' })
    expect(refusalOf(await desk.run(updateProfile, { id: free.id, edits: [{ field: 'name', value: 'B' }] }))).toEqual({ code: 'profile.not-found' })
  },
}
