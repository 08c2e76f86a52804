import { expect } from 'vitest'
import { leadStages, workedStages, type LeadStage } from '#shared/leads/lead.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { offers } from '#shared/leads/offer.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { create, update, setStage, assignManually, releaseToRules, pin, unpin } = leadsContract.operations
const UNTIL = '2026-12-31'

async function aLead(desk: Desk, given: Parameters<typeof buildLead>[0] = {}) {
  const lead = buildLead(given)
  await desk.put(leads, lead)
  return lead
}

async function aPartner(desk: Desk, given: Parameters<typeof buildPartner>[0] = {}) {
  const partner = buildPartner(given)
  await desk.put(partners, partner)
  return partner
}

export const leadsScenarios: Scenarios = {
  'takes in a lead with every field it was given, new and belonging to nobody': async (desk) => {
    const id = idNumber(7)
    const answer = valueOf(await desk.run(create, { company: ' トヨタ自動車株式会社 ', country: 'JP', website: 'https://www.toyota.co.jp/about', employees: 70_000, notes: null }, { id }))
    expect(answer).toEqual({ entry: id, id: idNumber(8) })
    expect(await desk.row(leads, answer.id)).toEqual(buildLead({
      id: answer.id, company: 'トヨタ自動車株式会社', country: 'JP', website: 'https://www.toyota.co.jp/about', domain: 'toyota.co.jp', employees: 70_000,
      arrivedAt: NOW, createdAt: NOW, updatedAt: NOW,
    }))
  },
  'answers the same command again from the journal, without a second lead': async (desk) => {
    const id = nextId()
    const first = await desk.run(create, { company: 'Lira' }, { id })
    expect(await desk.run(create, { company: 'Lira' }, { id })).toEqual(first)
    expect(await desk.rows(leads)).toHaveLength(1)
  },
  'refuses the id of another command': async (desk) => {
    const id = nextId()
    const { id: lead } = valueOf(await desk.run(create, { company: 'Lira' }, { id }))
    expect(refusalOf(await desk.run(setStage, { id: lead, stage: 'qualified' }, { id }))).toMatchObject({ code: 'command.id-taken' })
    expect((await desk.row(leads, lead))?.stage).toBe('new')
  },
  'refuses a lead whose company is only spaces': async (desk) => {
    expect(refusalOf(await desk.run(create, { company: ' \u3000 ' }))).toEqual({ code: 'lead.company-missing' })
    expect(await desk.rows(leads)).toEqual([])
  },
  'refuses a second lead of a company that is one already, however its name is written': async (desk) => {
    const lead = await aLead(desk, { company: '株式会社ＡＢＣ' })
    expect(refusalOf(await desk.run(create, { company: 'abc 株式会社', country: 'JP' }))).toEqual({ code: 'lead.duplicate', details: { id: lead.id, company: lead.company } })
  },
  'refuses a second lead with the corporate number of one, under another name': async (desk) => {
    const lead = await aLead(desk, { corporateNumber: '1180301018771' })
    expect(refusalOf(await desk.run(create, { company: 'Something else', corporateNumber: '1180301018771' }))).toMatchObject({ code: 'lead.duplicate', details: { id: lead.id } })
  },
  'takes leads of equal names in different countries': async (desk) => {
    await aLead(desk, { company: 'Acme', country: 'MX' })
    expect(refusalOf(await desk.run(create, { company: 'Acme', country: 'ES' }))).toBe('accepted')
  },
  'takes a cleared corporate number for none at all': async (desk) => {
    await desk.run(create, { company: 'One', corporateNumber: '' })
    expect(refusalOf(await desk.run(create, { company: 'Two', corporateNumber: '' }))).toBe('accepted')
  },

  'edits fields and leaves the others as they were': async (desk) => {
    const lead = await aLead(desk)
    const id = nextId()
    expect(valueOf(await desk.run(update, { id: lead.id, edits: [{ field: 'city', value: '大阪市', was: null }, { field: 'employees', value: 12, was: null }] }, { id }))).toEqual({ entry: id })
    expect(await desk.row(leads, lead.id)).toEqual({ ...lead, city: '大阪市', employees: 12, updatedAt: NOW, rev: 2 })
  },
  'follows a new website with its domain, and a new company with its duplicate key': async (desk) => {
    const lead = await aLead(desk, { company: 'Old', country: 'MX' })
    await desk.run(update, { id: lead.id, edits: [{ field: 'website', value: 'https://sub.nuevo.com.mx/' }, { field: 'company', value: ' Nuevo ' }] })
    expect(await desk.row(leads, lead.id)).toEqual({ ...lead, company: 'Nuevo', duplicateKey: 'MX:nuevo', website: 'https://sub.nuevo.com.mx/', domain: 'nuevo.com.mx', updatedAt: NOW, rev: 2 })
  },
  'keeps a domain that came without a website when another field is edited': async (desk) => {
    const lead = await aLead(desk, { domain: 'imported.example' })
    await desk.run(update, { id: lead.id, edits: [{ field: 'notes', value: 'called' }] })
    expect((await desk.row(leads, lead.id))?.domain).toBe('imported.example')
  },
  'writes nothing for an edit that changes nothing': async (desk) => {
    const lead = await aLead(desk, { city: '東京' })
    expect(refusalOf(await desk.run(update, { id: lead.id, edits: [{ field: 'city', value: '東京', was: '大阪' }] }))).toBe('accepted')
    expect(await desk.row(leads, lead.id)).toEqual(lead)
  },
  'row 13: refuses an edit of a value that has changed in the meantime, with both values': async (desk) => {
    const lead = await aLead(desk, { city: '京都' })
    expect(refusalOf(await desk.run(update, { id: lead.id, edits: [{ field: 'notes', value: 'x' }, { field: 'city', value: '大阪', was: null }] }))).toEqual({
      code: 'lead.stale', details: { field: 'city', yours: '大阪', theirs: '京都' },
    })
    expect(await desk.row(leads, lead.id)).toEqual(lead)
  },
  'lets edits of different fields by two people both stand': async (desk) => {
    const lead = await aLead(desk)
    await desk.run(update, { id: lead.id, edits: [{ field: 'city', value: '札幌', was: null }] })
    await desk.run(update, { id: lead.id, edits: [{ field: 'notes', value: 'urgent', was: null }] })
    expect(await desk.row(leads, lead.id)).toMatchObject({ city: '札幌', notes: 'urgent', rev: 3 })
  },
  'refuses to edit the company away': async (desk) => {
    const lead = await aLead(desk)
    expect(refusalOf(await desk.run(update, { id: lead.id, edits: [{ field: 'company', value: '  ' }] }))).toEqual({ code: 'lead.company-missing' })
  },
  'refuses to edit a lead that is not there': async (desk) => {
    expect(refusalOf(await desk.run(update, { id: nextId(), edits: [{ field: 'city', value: 'x' }] }))).toEqual({ code: 'lead.not-found' })
  },

  'moves a lead along its stages': async (desk) => {
    const lead = await aLead(desk)
    for (const stage of ['qualified', 'offered', 'opened', 'accepted', 'working', 'closedWon'] as const) {
      expect(refusalOf(await desk.run(setStage, { id: lead.id, stage }))).toBe('accepted')
    }
    expect(await desk.row(leads, lead.id)).toEqual({ ...lead, stage: 'closedWon', openedAt: NOW, acceptedAt: NOW, updatedAt: NOW, rev: 7 })
  },
  'keeps which of the usual reasons a lead was lost for, and with whose offer': async (desk) => {
    const lead = await aLead(desk, { stage: 'working', partnerId: idNumber(7), assignedAt: NOW })
    await desk.run(setStage, { id: lead.id, stage: 'closedLost', reason: 'Too dear by half', lostReason: 'price' })
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'closedLost', endReason: 'Too dear by half', lostReason: 'price', recycledAt: null })
    expect(await desk.rows(offers)).toMatchObject([{ partnerId: idNumber(7), outcome: 'lost', reason: 'Too dear by half', lostReason: 'price' }])
  },
  'refuses a reason of the loss for what is not lost': async (desk) => {
    const lead = await aLead(desk, { stage: 'working', partnerId: idNumber(7) })
    expect(refusalOf(await desk.run(setStage, { id: lead.id, stage: 'closedWon', lostReason: 'price' }))).toEqual({ code: 'lead.not-lost', details: { stage: 'closedWon' } })
    expect(await desk.row(leads, lead.id)).toEqual(lead)
  },
  'B2.20: a lost lead that comes back is in nobody’s hands, remembers who lost it and why, and may go to them again': async (desk) => {
    const partner = await aPartner(desk)
    const lead = await aLead(desk, { stage: 'working', partnerId: partner.id, assignedAt: NOW })
    await desk.run(setStage, { id: lead.id, stage: 'closedLost', lostReason: 'noBudget' })
    await desk.run(setStage, { id: lead.id, stage: 'new' })
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'new', partnerId: null, recycledAt: NOW, lostReason: null, endReason: null })
    expect(refusalOf(await desk.run(assignManually, { ids: [lead.id], partnerId: partner.id, reason: 'They have budget now', until: null }))).toBe('accepted')
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'offered', partnerId: partner.id, recycledAt: NOW })
    expect(await desk.rows(offers)).toMatchObject([{ leadId: lead.id, partnerId: partner.id, outcome: 'lost', lostReason: 'noBudget' }])
  },
  'does not count a lost lead that is worked on again as come back': async (desk) => {
    const lead = await aLead(desk, { stage: 'closedLost', partnerId: idNumber(7), lostReason: 'price' })
    await desk.run(setStage, { id: lead.id, stage: 'working' })
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'working', partnerId: idNumber(7), recycledAt: null, lostReason: null })
  },
  'remembers for ever who declined a lead': async (desk) => {
    const lead = await aLead(desk, { stage: 'offered', partnerId: idNumber(7), declinedBy: [idNumber(3)] })
    await desk.run(setStage, { id: lead.id, stage: 'declined' })
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'declined', declinedBy: [idNumber(3), idNumber(7)] })
  },
  'takes a lead that is put back among the new ones out of everybody’s hands': async (desk) => {
    const lead = await aLead(desk, { stage: 'expired', partnerId: idNumber(7), territoryId: idNumber(8), assignmentOrigin: 'manual', manualReason: 'asked for', assignedAt: NOW })
    await desk.run(setStage, { id: lead.id, stage: 'qualified' })
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'qualified', partnerId: null, territoryId: null, assignmentOrigin: null, manualReason: null, assignedAt: null })
  },
  'takes the stage a lead is in already for done': async (desk) => {
    const lead = await aLead(desk, { stage: 'converted' })
    expect(refusalOf(await desk.run(setStage, { id: lead.id, stage: 'converted' }))).toBe('accepted')
    expect(await desk.row(leads, lead.id)).toEqual(lead)
  },
  'refuses every stage that does not follow, and says which do': async (desk) => {
    const follow: Readonly<Record<string, number>> = {}
    for (const from of leadStages) {
      for (const to of leadStages) {
        if (from === to) continue
        const lead = await aLead(desk, { stage: from })
        const refusal = refusalOf(await desk.run(setStage, { id: lead.id, stage: to }))
        if (refusal === 'accepted') {
          Object.assign(follow, { [from]: (follow[from] ?? 0) + 1 })
          continue
        }
        if (to === 'converted' && from === 'working') {
          expect(refusal).toEqual({ code: 'lead.convert-into-what' })
          continue
        }
        const { code, details } = refusal as { code: string; details: { from: LeadStage; to: LeadStage; allowed: LeadStage[] } }
        expect(code).toBe('lead.stage-not-reachable')
        expect(details).toMatchObject({ from, to })
        expect(details.allowed).not.toContain(to)
      }
    }
    expect(follow).toEqual({ new: 5, qualified: 5, offered: 6, opened: 5, accepted: 3, working: 3, closedWon: 1, closedLost: 2, declined: 4, expired: 4, recalled: 4, unroutable: 5, duplicate: 1 })
  },
  'refuses a stage for a lead that is not there': async (desk) => {
    expect(refusalOf(await desk.run(setStage, { id: nextId(), stage: 'new' }))).toEqual({ code: 'lead.not-found' })
  },

  'gives leads to a partner by hand, with reason and until when, and offers them': async (desk) => {
    const partner = await aPartner(desk)
    const first = await aLead(desk, { ruleId: idNumber(1), decisionId: idNumber(2), runId: idNumber(3), territoryId: idNumber(4), stage: 'unroutable' })
    const second = await aLead(desk)
    const id = nextId()
    expect(valueOf(await desk.run(assignManually, { ids: [first.id, second.id], partnerId: partner.id, reason: ' knows them ', until: UNTIL }, { id }))).toEqual({ entry: id, assigned: 2 })
    const given = { partnerId: partner.id, assignmentOrigin: 'manual', manualReason: 'knows them', manualUntil: UNTIL, assignedAt: NOW, stage: 'offered', ruleId: null, decisionId: null, runId: null, updatedAt: NOW, rev: 2 }
    expect(await desk.rows(leads)).toEqual([{ ...first, ...given }, { ...second, ...given }])
  },
  'leaves the stage of leads that are being worked on when they change hands': async (desk) => {
    const partner = await aPartner(desk)
    for (const stage of workedStages) {
      const lead = await aLead(desk, { stage })
      await desk.run(assignManually, { ids: [lead.id], partnerId: partner.id, reason: 'handover', until: null })
      expect(await desk.row(leads, lead.id)).toMatchObject({ stage, partnerId: partner.id })
    }
  },
  'refuses to give leads to a partner that is not there': async (desk) => {
    const lead = await aLead(desk)
    expect(refusalOf(await desk.run(assignManually, { ids: [lead.id], partnerId: nextId(), reason: 'x', until: null }))).toEqual({ code: 'partner.not-found' })
  },
  'refuses to give leads to a partner that is not active': async (desk) => {
    const lead = await aLead(desk)
    const partner = await aPartner(desk, { status: 'suspended' })
    expect(refusalOf(await desk.run(assignManually, { ids: [lead.id], partnerId: partner.id, reason: 'x', until: null }))).toEqual({ code: 'lead.partner-not-active', details: { partner: partner.name, status: 'suspended' } })
  },
  'refuses to give away all when one lead is not there': async (desk) => {
    const partner = await aPartner(desk)
    const lead = await aLead(desk)
    const missing = nextId()
    expect(refusalOf(await desk.run(assignManually, { ids: [lead.id, missing], partnerId: partner.id, reason: 'x', until: null }))).toEqual({ code: 'lead.not-found', details: { id: missing } })
    expect(await desk.row(leads, lead.id)).toEqual(lead)
  },
  'B2.3: refuses to give a lead away that was given to another since it was seen, and says both; to the same partner is no second offer': async (desk) => {
    const [first, second] = [await aPartner(desk), await aPartner(desk)]
    const lead = await aLead(desk)
    const give = (partnerId: string, was: (string | null)[]) => desk.run(assignManually, { ids: [lead.id], partnerId, reason: 'knows them', until: null, was })
    valueOf(await give(first.id, [null]))
    expect(refusalOf(await give(second.id, [null]))).toEqual({ code: 'lead.stale', details: { id: lead.id, field: 'partnerId', yours: second.id, theirs: first.id } })
    valueOf(await give(first.id, [null]))
    expect([await desk.row(leads, lead.id), await desk.rows(offers)]).toMatchObject([{ partnerId: first.id, stage: 'offered' }, []])
    valueOf(await give(second.id, [first.id]))
    expect([await desk.row(leads, lead.id), await desk.rows(offers)]).toMatchObject([{ partnerId: second.id }, [{ partnerId: first.id, outcome: 'replaced' }]])
  },
  'refuses to give away a closed lead': async (desk) => {
    const partner = await aPartner(desk)
    const lead = await aLead(desk, { stage: 'closedWon' })
    expect(refusalOf(await desk.run(assignManually, { ids: [lead.id], partnerId: partner.id, reason: 'x', until: null }))).toEqual({ code: 'lead.closed', details: { id: lead.id, stage: 'closedWon' } })
  },
  'refuses to offer a lead again to the partner that declined it': async (desk) => {
    const partner = await aPartner(desk)
    const lead = await aLead(desk, { declinedBy: [idNumber(9), partner.id] })
    expect(refusalOf(await desk.run(assignManually, { ids: [lead.id], partnerId: partner.id, reason: 'x', until: null }))).toEqual({
      code: 'lead.declined-before', details: { id: lead.id, company: lead.company, partner: partner.name },
    })
  },

  'gives back to the rules what a person had given away, and nothing else': async (desk) => {
    const manual = { assignmentOrigin: 'manual', partnerId: idNumber(1), territoryId: idNumber(2), manualReason: 'x', manualUntil: UNTIL, assignedAt: NOW } as const
    const offered = await aLead(desk, { ...manual, stage: 'offered' })
    const worked = await aLead(desk, { ...manual, stage: 'working' })
    const closed = await aLead(desk, { ...manual, stage: 'closedLost' })
    const byRules = await aLead(desk, { assignmentOrigin: 'rules', partnerId: idNumber(1), stage: 'offered' })
    const id = nextId()
    expect(valueOf(await desk.run(releaseToRules, { ids: [offered.id, worked.id, closed.id, byRules.id] }, { id }))).toEqual({ entry: id, released: 1 })
    const free = { partnerId: null, territoryId: null, assignmentOrigin: null, manualReason: null, manualUntil: null, assignedAt: null, stage: 'qualified', updatedAt: NOW, rev: 2 }
    expect(await desk.rows(leads)).toEqual([{ ...offered, ...free }, worked, closed, byRules])
  },
  'refuses to give back a lead that is not there': async (desk) => {
    const missing = nextId()
    expect(refusalOf(await desk.run(releaseToRules, { ids: [missing] }))).toEqual({ code: 'lead.not-found', details: { id: missing } })
  },

  'pins leads to the partner who has them, and lets them go again': async (desk) => {
    const held = { partnerId: idNumber(1), stage: 'offered' } as const
    const [one, other, free] = [await aLead(desk, held), await aLead(desk, held), await aLead(desk, held)]
    expect(valueOf(await desk.run(pin, { ids: [one.id, other.id], reason: ' The customer asked for them ' }))).toMatchObject({ pinned: 2 })
    expect((await desk.rows(leads)).map(({ pinReason }) => pinReason)).toEqual(['The customer asked for them', 'The customer asked for them', null])
    expect(valueOf(await desk.run(unpin, { ids: [other.id, free.id] }))).toMatchObject({ unpinned: 1 })
    expect((await desk.rows(leads)).map(({ pinReason }) => pinReason)).toEqual(['The customer asked for them', null, null])
    expect(valueOf(await desk.run(unpin, { ids: [free.id] }))).toMatchObject({ unpinned: 0 })
  },
  'refuses to pin a lead that nobody has, or that is not there': async (desk) => {
    const lead = await aLead(desk, { partnerId: idNumber(1), stage: 'recalled' })
    expect(refusalOf(await desk.run(pin, { ids: [lead.id], reason: 'x' }))).toEqual({ code: 'lead.not-pinnable', details: { id: lead.id, company: lead.company, stage: 'recalled' } })
    const missing = nextId()
    for (const outcome of [await desk.run(pin, { ids: [missing], reason: 'x' }), await desk.run(unpin, { ids: [missing] })]) expect(refusalOf(outcome)).toEqual({ code: 'lead.not-found', details: { id: missing } })
  },
  'ends a pin with the offer that it belongs to': async (desk) => {
    const lead = await aLead(desk, { partnerId: idNumber(1), stage: 'offered', pinReason: 'x' })
    valueOf(await desk.run(setStage, { id: lead.id, stage: 'declined' }))
    expect((await desk.row(leads, lead.id))?.pinReason).toBeNull()
  },
}
