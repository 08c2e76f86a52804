import { accept, command, insert, many, one, refuse, update } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { isTimeZone } from '../calendars/zone-time.ts'
import { askCertifications } from '../training/follow-standing.ts'
import { askStoppedAccess, askWhyNotPastChecklist } from '../onboarding/activation.commands.ts'
import { askHoldings, countHoldings } from '../onboarding/hand-on.ts'
import { nextStatuses, type PartnerStatus } from './partner.ts'
import { newPartner } from './new-partner.ts'
import { partners } from './partner.table.ts'
import { partnersContract } from './partners.contract.ts'

const { operations } = partnersContract

/** What decides which requirements concern a partner, and what follows from them. */
const MEASURED_BY = ['tier', 'type', 'country', 'certifications'] as const

/** Who is a partner no more holds nothing. */
const endedStatuses: readonly PartnerStatus[] = ['inactive', 'terminated']

const unknownZone = (value: string) => refuse('partner.time-zone-unknown', 'there is no such time zone', { value })

const create = command(operations.create, function* (input, { id, commandId }) {
  const code = input.code.trim()
  if (code === '') return refuse('partner.code-missing', 'a partner needs a code')
  if (input.name.trim() === '') return refuse('partner.name-missing', 'a partner needs a name')
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone)) return unknownZone(input.timeZone)
  const [twin] = yield* many(partners, 'byCode', [code])
  if (twin !== undefined) return refuse('partner.code-taken', 'another partner has this code', { id: twin.id, name: twin.name })
  const partnerId = id()
  return accept({ entry: commandId, id: partnerId }, [insert(partners, newPartner(partnerId, { ...input, code }))], [{ event: input.status === 'active' ? 'partner.brought-active' : 'partner.created', about: partnerId }])
})

const edit = command(operations.update, function* (input, { commandId, now }) {
  const partner = yield* one(partners, input.id)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  const decided = decideEdit('partner', partner, input.edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  if (patch.code !== undefined) patch.code = patch.code.trim()
  const { code, name } = patch
  if (code === '') return refuse('partner.code-missing', 'a partner needs a code')
  if (name?.trim() === '') return refuse('partner.name-missing', 'a partner needs a name')
  if (patch.timeZone !== undefined && !isTimeZone(patch.timeZone)) return unknownZone(patch.timeZone)
  if (code !== undefined) {
    const [twin] = yield* many(partners, 'byCode', [code])
    if (twin !== undefined && twin.id !== partner.id) return refuse('partner.code-taken', 'another partner has this code', { id: twin.id, name: twin.name })
  }
  if (MEASURED_BY.some((field) => field in patch)) {
    const certifications = (yield* askCertifications([{ ...partner, ...patch }], now)).get(partner.id)
    if (certifications !== undefined) patch.certifications = certifications
  }
  return accept({ entry: commandId }, [update(partners, partner.id, patch)], [{ event: 'partner.edited', about: partner.id }])
})

const setStatus = command(operations.setStatus, function* (input, { commandId }) {
  const partner = yield* one(partners, input.id)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (partner.status === input.status) return accept({ entry: commandId }, [])
  if (!nextStatuses[partner.status].includes(input.status)) {
    return refuse('partner.status-not-reachable', 'a partner cannot go there from its status', { from: partner.status, to: input.status, allowed: nextStatuses[partner.status] })
  }
  const past = input.status === 'active' ? yield* askWhyNotPastChecklist(partner) : undefined
  if (past !== undefined) return refuse(past, 'this partner becomes active by the decision of a checklist', { partner: partner.name })
  if (input.status === 'active' && (yield* askStoppedAccess(partner.id))) return refuse('partner.access-stopped', 'what was revoked has to be in order first', { partner: partner.name })
  if (endedStatuses.includes(input.status)) {
    const held = yield* askHoldings(partner.id)
    if (Object.values(held).some(({ length }) => length > 0)) return refuse('partner.still-holds', 'what the partner holds needs a destination', { partner: partner.name, ...countHoldings(held) })
  }
  return accept({ entry: commandId }, [update(partners, partner.id, { status: input.status })], [{ event: 'partner.status-set', about: partner.id, details: { from: partner.status, to: input.status } }])
})

export const partnersCommands = [create, edit, setStatus]
