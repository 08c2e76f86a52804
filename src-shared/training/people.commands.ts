import { accept, command, insert, one, refuse, update, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import type { RowOf } from '../foundation/table.ts'
import { partners } from '../partners/partner.table.ts'
import { followStanding } from './follow-standing.ts'
import { joined } from './join-partner.ts'
import { partnerPeople } from './partner-person.table.ts'
import { trainingContract } from './training.contract.ts'

const { operations } = trainingContract
type Person = RowOf<typeof partnerPeople>

const addPerson = command(operations.addPerson, function* (input, { id, commandId }) {
  const name = input.name.trim()
  if (name === '') return refuse('person.name-missing', 'a person has a name')
  if (input.status === 'left') return refuse('person.leaving-is-noted', 'who is added is there')
  if ((yield* one(partners, input.partnerId)) === undefined) return refuse('partner.not-found', 'there is no such partner')
  const personId = id()
  return accept({ entry: commandId, id: personId }, [insert(partnerPeople, { status: 'pending', ...input, id: personId, name })], [{ event: 'person.added', about: personId }])
})

const updatePerson = command(operations.updatePerson, function* ({ id, edits }, { commandId }) {
  const person = yield* findPerson(id)
  if (!('partnerId' in person)) return person
  const decided = decideEdit('person', person, edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  if (patch.name?.trim() === '') return refuse('person.name-missing', 'a person has a name')
  if (patch.status !== undefined && (patch.status === 'left' || person.status === 'left')) return refuse('person.leaving-is-noted', 'who leaves and who joins is noted as such')
  return accept({ entry: commandId }, [update(partnerPeople, id, patch)], [{ event: 'person.edited', about: id }])
})

const leave = command(operations.leave, function* ({ id, leftOn }, { commandId, now }) {
  const person = yield* findPerson(id)
  if (!('partnerId' in person)) return person
  if (person.status === 'left') return refuse('person.left', 'they left already', { name: person.name })
  const patch = { status: 'left', leftOn } as const
  const partner = yield* one(partners, person.partnerId)
  const followed = yield* followStanding(partner === undefined ? [] : [partner], now, { people: [{ ...person, ...patch }] })
  return accept({ entry: commandId }, [update(partnerPeople, id, patch), ...followed], [{ event: 'person.left', about: id, details: { partner: partner?.name ?? '' } }])
})

const join = command(operations.join, function* ({ id, partnerId }, { commandId, now }) {
  const person = yield* findPerson(id)
  if (!('partnerId' in person)) return person
  const partner = yield* one(partners, partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (person.partnerId === partnerId && person.status !== 'left') return refuse('person.there-already', 'they work there', { name: person.name, partner: partner.name })
  const before = person.partnerId === partnerId ? undefined : yield* one(partners, person.partnerId)
  const patch = joined(partnerId)
  const followed = yield* followStanding([partner, ...(before === undefined ? [] : [before])], now, { people: [{ ...person, ...patch }] })
  return accept({ entry: commandId }, [update(partnerPeople, id, patch), ...followed], [{ event: 'person.joined', about: id, details: { partner: partner.name } }])
})

export function* findPerson(id: string): Generator<Question, Person | Decision<never>, unknown> {
  return (yield* one(partnerPeople, id)) ?? refuse('person.not-found', 'there is no such person')
}

export const peopleCommands = [addPerson, updatePerson, leave, join]
