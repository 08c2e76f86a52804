import { z } from 'zod'
import { plainText } from '../foundation/column.ts'
import { editInput, idSchema } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import { afterChangesOf, commandOperation, contract, job, query } from '../foundation/operation.ts'
import { calendars } from '../calendars/calendar.table.ts'
import type { RowOf } from '../foundation/table.ts'
import { partners } from '../partners/partner.table.ts'
import { holdingKinds } from './checklist.ts'
import { activations, checklists, taskEvents } from './checklist.table.ts'
import { readyMadeKeys } from './ready-made-keys.ts'
import { checklistTemplates } from './template.table.ts'
import { keySchema } from './template-schema.ts'
import { checklistLanguages, sides } from './template.ts'

export const checklistListFields = [
  'partnerName', 'partnerCode', 'country', 'partnerType', 'partnerStatus', 'templateKey', 'templateNumber', 'language', 'coordinator', 'startedOn', 'state', 'stageKey', 'percent', 'waitingFor', 'nextDueOn', 'actionRequired', 'partnerId', 'id',
] as const
export const templateEditableFields = ['name', 'appliesTo', 'stages', 'notes'] as const

const MOST_AT_ONCE = 200
const text = (most: number) => plainText.max(most)
const deviceAt = z.iso.datetime().nullable().default(null)
const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const reason = text(2_000)

const checklistInList = z.intersection(checklists.row, z.object({ partnerName: z.string(), partnerCode: z.string(), country: z.string(), partnerType: z.string(), partnerStatus: z.string() }))

/** One task of one or many checklists; `seen` is the last event of the task that whoever acts knows of. */
const taskInput = { checklists: z.array(z.strictObject({ id: idSchema, seen: idSchema.nullable() })).min(1).max(MOST_AT_ONCE), task: keySchema, deviceAt }
const acted = z.strictObject({ entry: idSchema, done: z.int(), left: z.array(z.strictObject({ id: idSchema, code: z.string() })) })
const evidence = z.strictObject({
  note: text(4_000).nullable().default(null), address: text(1_000).nullable().default(null), agreementVersion: text(120).nullable().default(null), agreementLanguage: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/).nullable().default(null),
  person: text(200).nullable().default(null), validUntil: z.iso.date().nullable().default(null),
})
const names = z.array(z.strictObject({ en: z.string(), ja: z.string(), es: z.string() }))
const lacking = z.strictObject({ agreements: names, certifications: names })
/** Of a task that is done by what another capability keeps: whether something there does it today. */
const kept = z.array(z.strictObject({ task: keySchema, proven: z.boolean() }))
const holding = z.strictObject({ kind: z.enum(holdingKinds), count: z.int(), names: z.array(z.string()) })

export const onboardingContract = contract('onboarding', {
  templates: query('Every version of every checklist template: drafts, published ones, those they replaced', z.strictObject({}), z.array(checklistTemplates.row)),
  list: query('A window of the checklists that match a filter', listInput(checklistListFields), listOutput(checklistInList)),
  get: query(
    'One checklist: its template, its log, its partner, that partner’s working days, and what it lacks for activation',
    z.strictObject({ id: idSchema }),
    z.strictObject({ checklist: checklists.row, template: checklistTemplates.row, newer: checklistTemplates.row.nullable(), events: z.array(taskEvents.row), partner: partners.row, calendar: z.strictObject({ week: calendars.shape['week']!, specialDays: calendars.shape['specialDays']! }) as unknown as z.ZodType<Pick<RowOf<typeof calendars>, 'week' | 'specialDays'>>, decisions: z.array(activations.row), lacking, kept }),
  ),
  board: query('Running checklists stage by stage, those due first', z.strictObject({ templateKey: keySchema.nullable().default(null), most: z.int().min(1).max(200).default(40) }), z.array(z.strictObject({ stageKey: z.string().nullable(), count: z.int(), cards: z.array(checklistInList) }))),
  today: query(
    'What waits for the vendor or has to be chased: open tasks of running checklists that are due by a date, with whom they wait for',
    z.strictObject({ until: z.iso.date(), coordinator: z.string().nullable().default(null) }),
    z.strictObject({ total: z.int(), rows: z.array(z.strictObject({ checklistId: idSchema, partnerId: idSchema, partnerName: z.string(), templateId: idSchema, task: z.string(), side: z.enum(sides), state: z.string(), dueOn: z.string(), remindedAt: z.string().nullable() })) }),
  ),
  coordinators: query('Whoever looks after running checklists', z.strictObject({}), z.array(z.string())),
  calendar: query(
    'How many open tasks are due on each day of a span, and the first few of them',
    z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    z.array(z.strictObject({ dueOn: z.string(), count: z.int(), first: z.array(z.strictObject({ checklistId: idSchema, partnerName: z.string(), templateId: idSchema, task: z.string() })) })),
  ),
  tasksAtOnce: query(
    'The tasks that somebody can act on now in any of these checklists, with the last event of each: what whoever acts on many at once has seen',
    z.strictObject({ ids: z.array(idSchema).min(1).max(MOST_AT_ONCE) }),
    z.array(z.strictObject({ templateId: idSchema, task: keySchema, checklists: z.array(z.strictObject({ id: idSchema, partnerName: z.string(), seen: idSchema.nullable() })) })),
  ),
  holdings: query('What a partner holds, and so what has to go somewhere before it is deactivated', z.strictObject({ partnerId: idSchema }), z.array(holding)),
  handOns: query('By whom a partner was taken over, and whom it took over itself', z.strictObject({ partnerId: idSchema }), z.array(z.strictObject({ direction: z.enum(['to', 'from']), partnerId: idSchema, name: z.string(), on: z.iso.date() }))),
  draftTemplate: commandOperation('Begins a draft of a checklist template: a ready-made one, another version of one, or an empty one', z.strictObject({ name: z.string().trim().min(1).max(120), basedOn: idSchema.nullable().default(null), readyMade: z.enum(readyMadeKeys).nullable().default(null) }), made),
  updateTemplate: commandOperation('Edits a draft of a checklist template', editInput(checklistTemplates, templateEditableFields), done),
  publishTemplate: commandOperation('Publishes a draft: from now on checklists are begun by it; running ones stay at their version', z.strictObject({ id: idSchema }), z.strictObject({ entry: idSchema, number: z.int() })),
  discardTemplate: commandOperation('Removes a draft of a checklist template', z.strictObject({ id: idSchema }), done),
  start: commandOperation(
    'Begins a checklist for partners by a published template: of many for those that can have one, and names the others',
    z.strictObject({ partnerIds: z.array(idSchema).min(1).max(MOST_AT_ONCE), templateId: idSchema, startedOn: z.iso.date(), coordinator: z.string().trim().min(1).max(200), language: z.enum(checklistLanguages).nullable().default(null) }),
    z.strictObject({ entry: idSchema, ids: z.array(idSchema), left: z.array(z.strictObject({ id: idSchema, code: z.string(), details: z.record(z.string(), z.string()) })) }),
  ),
  complete: commandOperation('Says that a task is done; one that needs approval is handed in', z.strictObject({ ...taskInput, side: z.enum(sides), evidence: evidence.nullable().default(null) }), acted),
  approve: commandOperation('Approves what was handed in', z.strictObject({ ...taskInput, text: text(2_000).nullable().default(null) }), acted),
  revoke: commandOperation('Says that what was done or handed in does not hold', z.strictObject({ ...taskInput, reason }), acted),
  skip: commandOperation('Skips a task; only the vendor does, and says why', z.strictObject({ ...taskInput, reason }), acted),
  setAside: commandOperation('Says that a task does not apply, and why', z.strictObject({ ...taskInput, reason }), acted),
  block: commandOperation('Holds a task up, and says what for; null lets it go on', z.strictObject({ ...taskInput, reason: reason.nullable() }), acted),
  assign: commandOperation('Names who sees to a task; null: whoever usually does', z.strictObject({ ...taskInput, assignee: text(200).nullable() }), acted),
  moveDue: commandOperation('Moves the date on which a task is due, and says why; null: as the template has it', z.strictObject({ ...taskInput, dueOn: z.iso.date().nullable(), reason }), acted),
  note: commandOperation('Puts a note or a piece of evidence on record with a task', z.strictObject({ ...taskInput, evidence }), acted),
  remind: commandOperation(
    'Records that partners were reminded of what waits for them; of each task once a day',
    z.strictObject({ ids: z.array(idSchema).min(1).max(MOST_AT_ONCE), deviceAt }),
    z.strictObject({ entry: idSchema, reminded: z.int(), partners: z.int(), again: z.int(), unreachable: z.array(z.string()) }),
  ),
  setCoordinator: commandOperation('Gives checklists to another coordinator', z.strictObject({ ids: z.array(idSchema).min(1).max(MOST_AT_ONCE), coordinator: z.string().trim().min(1).max(200) }), done),
  setLanguage: commandOperation('Sets the language in which a partner reads its checklist', z.strictObject({ id: idSchema, language: z.enum(checklistLanguages) }), done),
  upgrade: commandOperation('Takes a running checklist to another version of its template, after somebody has looked at the difference', z.strictObject({ id: idSchema, templateId: idSchema }), done),
  close: commandOperation('Ends a checklist without a decision to activate', z.strictObject({ id: idSchema, reason }), done),
  activate: commandOperation(
    'Decides that a partner is active, with the facts of the gate; `seen` is how many events whoever decides has seen',
    z.strictObject({ id: idSchema, reason, seen: z.int().min(0) }),
    done,
  ),
  deactivate: commandOperation(
    'Ends what a partner may do, and says where what it holds goes',
    z.strictObject({ partnerId: idSchema, status: z.enum(['inactive', 'terminated']), reason, leadsTo: z.enum(['rules', 'successor']), peopleTo: z.enum(['nobody', 'successor']).default('nobody'), successorId: idSchema.nullable().default(null) }),
    z.strictObject({ entry: idSchema, handedOn: z.record(z.string(), z.int()) }),
    [(input) => input],
  ),
  reckon: commandOperation('Reckons anew what follows from the log of checklists', z.strictObject({ ids: z.array(idSchema).max(500) }), z.strictObject({ entry: idSchema, changed: z.int() })),
  keep: afterChangesOf(
    [calendars.name, partners.name],
    job('Reckons every running checklist anew: after a calendar or a partner’s absences have changed', z.strictObject({}), z.strictObject({ changed: z.int() })),
  ),
})
