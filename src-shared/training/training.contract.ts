import { z } from 'zod'
import { plainText } from '../foundation/column.ts'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { commandOperation, contract, query } from '../foundation/operation.ts'
import { certificates } from './certificate.table.ts'
import { lapses, standingStates } from './company-standing.ts'
import { courses } from './course.table.ts'
import { partnerPeople } from './partner-person.table.ts'
import { requirements } from './requirement.table.ts'
import { personEditableFields } from './training.ts'

export const certificateListFields = ['expiresOn', 'person', 'partnerId', 'course', 'personStatus', 'issuedOn', 'number', 'revokedOn', 'state', 'personId', 'courseId', 'importId', 'id'] as const
export type CertificateListField = (typeof certificateListFields)[number]
export const certificateStates = ['valid', 'expiring', 'expired', 'left', 'revoked'] as const

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const byId = z.strictObject({ id: idSchema })
const certificateInList = z.intersection(certificates.row, z.object({ person: z.string(), personStatus: z.string(), partnerId: z.string(), course: z.string(), state: z.enum(certificateStates) }))

const holder = { personId: idSchema, name: z.string(), certificateId: idSchema, expiresOn: z.string().nullable() }
const standingSchema = z.strictObject({
  requirementId: idSchema, name: z.string(), courseId: idSchema, course: z.string(), code: z.string(), needed: z.int(), state: z.enum(standingStates),
  holders: z.array(z.strictObject(holder)), lapsed: z.array(z.strictObject({ ...holder, lapse: z.enum(lapses) })), until: z.string().nullable(),
})
const centreSchema = z.strictObject({ code: z.string(), city: z.string(), country: z.string(), languages: z.array(z.string()), kilometres: z.int() })

export const trainingContract = contract('training', {
  certificates: query('A window of the certificates that match a filter, with person, partner and course', listInput(certificateListFields), listOutput(certificateInList)),
  certificate: query('One certificate', byId, certificateInList),
  people: query('The people of a partner, who left it last', z.strictObject({ partnerId: idSchema }), z.array(partnerPeople.row)),
  certificatesOf: query('The certificates of the people of a partner', z.strictObject({ partnerId: idSchema }), z.array(certificates.row)),
  courses: query('Every course', z.strictObject({}), z.array(courses.row)),
  requirements: query('Every requirement, tiers first', z.strictObject({}), z.array(requirements.row)),
  standing: query('Whether a partner meets each requirement that concerns it, and by whom', z.strictObject({ partnerId: idSchema }), z.array(standingSchema)),
  gaps: query('Partners that miss a requirement, or soon will', z.strictObject({}), z.array(z.strictObject({ partnerId: idSchema, standing: standingSchema }))),
  testCentres: query('The test centres nearest to a person, known by place alone: no network is asked', z.strictObject({ personId: idSchema }), z.strictObject({ from: z.enum(['region', 'partner', 'country']).nullable(), centres: z.array(centreSchema) })),
  addPerson: commandOperation('Adds a person of a partner', newRowInput(partnerPeople, ['partnerId', 'name'], personEditableFields), made),
  updatePerson: commandOperation('Edits fields of a person', editInput(partnerPeople, personEditableFields), done),
  leave: commandOperation('Notes that a person left the partner: certificates stay theirs, the partner’s standing is reckoned anew', z.strictObject({ id: idSchema, leftOn: z.iso.date() }), done),
  join: commandOperation('Notes that a person works for a partner now, with the certificates they have', z.strictObject({ id: idSchema, partnerId: idSchema }), done),
  createCourse: commandOperation('Adds a course', newRowInput(courses, ['code', 'name'], ['description', 'languages', 'validMonths', 'atTestCentre', 'state']), made),
  updateCourse: commandOperation('Edits fields of a course; what was issued stays as it was', editInput(courses, ['name', 'description', 'languages', 'validMonths', 'atTestCentre', 'state']), done),
  createRequirement: commandOperation('Adds a requirement of a tier or a gate', newRowInput(requirements, ['name', 'kind', 'courseId', 'count'], ['tier', 'gate', 'countries', 'partnerTypes', 'state']), made),
  updateRequirement: commandOperation('Edits fields of a requirement', editInput(requirements, ['name', 'kind', 'tier', 'gate', 'courseId', 'count', 'countries', 'partnerTypes', 'state']), done),
  removeRequirement: commandOperation('Removes a requirement', byId, done),
  issue: commandOperation(
    'Puts a certificate of a person on record; without a last day the course says it',
    z.strictObject({ personId: idSchema, courseId: idSchema, issuedOn: z.iso.date(), expiresOn: z.iso.date().nullable().optional(), number: plainText.max(120).nullable().default(null), proof: plainText.max(2000).nullable().default(null) }),
    z.strictObject({ entry: idSchema, id: idSchema, expiresOn: z.string().nullable() }),
  ),
  revoke: commandOperation('Revokes a certificate', z.strictObject({ id: idSchema, revokedOn: z.iso.date(), reason: plainText.trim().min(1).max(2000) }), done),
})
