import { z } from 'zod'
import { date, defineTable, integer, json, text } from '../foundation/table.ts'
import { partnerTiers, partnerTypes } from '../partners/partner.ts'
import { activationKinds, checklistStates, gateRequirements } from './checklist.ts'
import { waitingSides } from './summarise-checklist.ts'
import { taskEventKinds, taskStates } from './task-event.ts'
import { checklistLanguages, sides } from './template.ts'

const traits = z.strictObject({
  type: z.enum(partnerTypes), tier: z.enum(partnerTiers), country: z.string(), region: z.string().nullable(),
  languages: z.array(z.string()).readonly(), products: z.array(z.string()).readonly(),
})
const openTask = z.strictObject({ task: z.string(), side: z.enum(sides), state: z.enum(taskStates), dueOn: z.iso.date(), remindedAt: z.string().nullable() })

/** A partner's way through a version of a template. What it is at follows from `taskEvents`; the summary is kept here for lists. */
export const checklists = defineTable(
  'checklists',
  {
    partnerId: text().notNull(),
    templateId: text().notNull(),
    /** Those of the template, whose versions never change. */
    templateKey: text().notNull(),
    templateNumber: integer({ minimum: 1 }).notNull(),
    /** In which the partner reads it. */
    language: text({ enum: checklistLanguages }).notNull(),
    /** The name of whoever looks after it. */
    coordinator: text().notNull(),
    /** The date of the agreement, or on which it began: due dates are counted from it. */
    startedOn: date().notNull(),
    state: text({ enum: checklistStates }).notNull(),
    closedReason: text(),
    /** The partner as it was when the conditions were looked at. */
    traits: json(traits).notNull(),
    /** The summary: see `ChecklistSummary`. */
    stageKey: text(),
    stagesDone: integer({ minimum: 0 }).notNull(),
    done: integer({ minimum: 0 }).notNull(),
    total: integer({ minimum: 0 }).notNull(),
    percent: integer({ minimum: 0, maximum: 100 }).notNull(),
    waitingFor: text({ enum: waitingSides }).notNull(),
    nextDueOn: date(),
    openTasks: json(z.array(openTask)).notNull(),
    actionRequired: integer({ minimum: 0 }).notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byPartner: ['partnerId'], byTemplate: ['templateId'], byState: ['state', 'nextDueOn'] },
    visibility: 'everyone',
    derived: ['stageKey', 'stagesDone', 'done', 'total', 'percent', 'waitingFor', 'nextDueOn', 'openTasks', 'actionRequired'],
  },
)

const evidence = z.strictObject({
  note: z.string().nullable(), address: z.string().nullable(), agreementVersion: z.string().nullable(), agreementLanguage: z.string().nullable(),
  person: z.string().nullable(), validUntil: z.iso.date().nullable(),
})

/** The log of the tasks of checklists: lines are added, none is changed or taken back. A task that nothing happened to has none. */
export const taskEvents = defineTable(
  'taskEvents',
  {
    checklistId: text().notNull(),
    taskKey: text().notNull(),
    number: integer({ minimum: 1 }).notNull(),
    kind: text({ enum: taskEventKinds }).notNull(),
    seen: text(),
    side: text({ enum: sides }).notNull(),
    text: text(),
    evidence: json(evidence),
    /** What the task is done by, where `agreements` or `training` keep it. */
    acceptanceId: text(),
    certificateId: text(),
    assignee: text(),
    dueOn: date(),
    /** The name of whoever put it on record. */
    by: text().notNull(),
    /** When the device that it was recorded on says that was, and when it was received: by the server's clock, where there is one. */
    deviceAt: text(),
    receivedAt: text().notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byChecklist: ['checklistId'], byAcceptance: ['acceptanceId'], byCertificate: ['certificateId'] }, visibility: 'everyone', binding: true },
)

/** Decisions by which a partner became active or ceased to be, with the facts they were based on. */
export const activations = defineTable(
  'activations',
  {
    partnerId: text().notNull(),
    checklistId: text(),
    kind: text({ enum: activationKinds }).notNull(),
    reason: text().notNull(),
    /** Each requirement of the gate, whether it was met, and how many are counted of it. */
    gate: json(z.array(z.strictObject({ requirement: z.enum(gateRequirements), met: z.boolean(), count: z.int() }))).notNull(),
    /** How much of each kind was handed on. */
    handedOn: json(z.record(z.string(), z.int())).notNull(),
    /** Who took it over. */
    successorId: text(),
    decidedBy: text().notNull(),
    decidedAt: text().notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byPartner: ['partnerId'], byChecklist: ['checklistId'], bySuccessor: ['successorId'] }, visibility: 'everyone', binding: true },
)
