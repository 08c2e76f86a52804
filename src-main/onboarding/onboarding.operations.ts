import type Database from 'better-sqlite3'
import { accounts } from '#shared/accounts/account.table.ts'
import { calendarId, calendars } from '#shared/calendars/calendar.table.ts'
import { ORDINARY_CALENDAR } from '#shared/calendars/working-calendar.ts'
import { claimingStatuses } from '#shared/deals/registration.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { notHeldStages } from '#shared/leads/lead.ts'
import { askChecklist, askMoved, inOrder } from '#shared/onboarding/ask-checklist.ts'
import { askLacking } from '#shared/onboarding/ask-lacking.ts'
import { askProofs } from '#shared/onboarding/ask-proofs.ts'
import type { HoldingKind } from '#shared/onboarding/checklist.ts'
import { activations, checklists, taskEvents } from '#shared/onboarding/checklist.table.ts'
import { checklistListFields, onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import type { OpenTask } from '#shared/onboarding/summarise-checklist.ts'
import { checklistTemplates } from '#shared/onboarding/template.table.ts'
import { tasksOf } from '#shared/onboarding/template.ts'
import { closedOpportunityStages } from '#shared/opportunities/opportunity.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { openStatuses } from '#shared/quotes/quote.ts'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { answerRule } from '../workspace/answer-rule.ts'
import { decodeRow, quoted, selectRows } from '../workspace/rows.ts'

const AT_ONCE = 200
const NAMES_SHOWN = 5
const TODAY_SHOWN = 500
const DAY_SHOWN = 4
const TEXTS_KEPT = 20_000

const ofPartner = (column: string): string => `(SELECT "${column}" FROM "partners" WHERE "partners"."id" = "checklists"."partnerId")`
const extra = { partnerName: ofPartner('name'), partnerCode: ofPartner('code'), country: ofPartner('country'), partnerType: ofPartner('type'), partnerStatus: ofPartner('status') }
const textFields = new Set(['partnerName', 'partnerCode', 'coordinator'])
const numberFields = new Set(['templateNumber', 'percent', 'actionRequired'])

const source: ListSource = {
  table: checklists,
  fields: Object.fromEntries(checklistListFields.map((name): [string, ListField] => [name, { sql: name in extra ? extra[name as keyof typeof extra] : `"checklists"."${name}"`, kind: numberFields.has(name) ? 'number' : textFields.has(name) ? 'text' : 'exact' }])),
  hidden: VISIBLE,
  extra,
  defaultSort: '"checklists"."nextDueOn" IS NULL, "checklists"."nextDueOn", "checklists"."_row"',
}

const columns = `${quoted(checklists.columnNames)}, ${Object.entries(extra).map(([name, sql]) => `${sql} AS "${name}"`).join(', ')}`
const DUE_FIRST = '"nextDueOn" IS NULL, "nextDueOn", "_row"'
const RUNNING = `"state" = 'running' AND ${VISIBLE}`

/** The first so many cards of each stage, those due first, and how many there are. */
function boardOf(db: Database.Database, templateKey: string | null, most: number) {
  const asked = templateKey === null ? '' : 'AND "templateKey" = ?'
  const bound = templateKey === null ? [] : [templateKey]
  const stages = db.prepare(`SELECT "stageKey", count(*) AS "count" FROM "checklists" WHERE ${RUNNING} ${asked} GROUP BY "stageKey"`).all(...bound) as { stageKey: string | null; count: number }[]
  const cards = db.prepare(`SELECT ${columns} FROM "checklists" WHERE "_row" IN (SELECT "_row" FROM "checklists" WHERE ${RUNNING} ${asked} AND "stageKey" IS ? ORDER BY ${DUE_FIRST} LIMIT ?) ORDER BY ${DUE_FIRST}`)
  return stages.map(({ stageKey, count }) => ({ stageKey, count, cards: (cards.all(...bound, stageKey, most) as Record<string, unknown>[]).map((row) => decodeRow(checklists, row)) }))
}

type ChecklistIds = readonly [checklistId: string, partnerId: string, templateId: string]
type DueTask = readonly [task: OpenTask, checklist: ChecklistIds]

/** The open tasks of running checklists by the day on which they are due, the earliest first. */
function dueTasks(db: Database.Database, wanted: (task: OpenTask) => boolean, where: string, ...bound: readonly unknown[]): readonly (readonly [day: string, tasks: readonly DueTask[]])[] {
  const rows = db.prepare(`SELECT "id", "partnerId", "templateId", "openTasks" FROM "checklists" WHERE ${RUNNING} AND ${where} ORDER BY "_row"`).raw().all(...bound) as [...ChecklistIds, string][]
  const byDay = new Map<string, DueTask[]>()
  for (const [checklistId, partnerId, templateId, text] of rows) {
    const ids = [checklistId, partnerId, templateId] as const
    for (const task of readTasks(text)) {
      if (!wanted(task)) continue
      const day = byDay.get(task.dueOn)
      if (day === undefined) byDay.set(task.dueOn, [[task, ids]])
      else day.push([task, ids])
    }
  }
  return [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Texts that were read before, by themselves: partners that began together have the same tasks open, and of five thousand few have changed since. */
const readBefore = new Map<string, readonly OpenTask[]>()

function readTasks(text: string): readonly OpenTask[] {
  const before = readBefore.get(text)
  if (before !== undefined) return before
  const tasks = JSON.parse(text) as readonly OpenTask[]
  if (readBefore.size >= TEXTS_KEPT) readBefore.clear()
  readBefore.set(text, tasks)
  return tasks
}

function named(db: Database.Database, tasks: readonly DueTask[]) {
  const name = db.prepare(`SELECT "name" FROM "partners" WHERE "id" = ?`).pluck()
  return tasks.map(([task, [checklistId, partnerId, templateId]]) => ({ ...task, checklistId, partnerId, templateId, partnerName: name.get(partnerId) as string }))
}

/** Of each day how many open tasks are due, and the first few. */
function calendarOf(db: Database.Database, from: string, to: string) {
  return dueTasks(db, ({ dueOn }) => from <= dueOn && dueOn <= to, `"nextDueOn" <= ?`, to).map(([dueOn, tasks]) => ({ dueOn, count: tasks.length, first: named(db, tasks.slice(0, DAY_SHOWN)).map(({ checklistId, partnerName, templateId, task }) => ({ checklistId, partnerName, templateId, task })) }))
}

/** What is due by a date, and what was handed in or revoked whenever it is due. */
function todayOf(db: Database.Database, until: string, coordinator: string | null) {
  const due = dueTasks(db, ({ dueOn, state }) => dueOn <= until || state !== 'pending', `("nextDueOn" <= ? OR "waitingFor" IN ('vendor', 'both') OR "actionRequired" > 0) AND (? IS NULL OR "coordinator" = ?)`, until, coordinator, coordinator)
  const rows: DueTask[] = []
  for (const [, tasks] of due) {
    if (rows.length >= TODAY_SHOWN) break
    rows.push(...tasks.slice(0, TODAY_SHOWN - rows.length))
  }
  return { total: due.reduce((sum, [, tasks]) => sum + tasks.length, 0), rows: named(db, rows) }
}

/** Of the tasks that somebody can act on in these checklists: in which, and what happened to each last. */
function tasksAtOnceOf(db: Database.Database, ids: readonly string[]) {
  const read = db.prepare(`SELECT "templateId", "openTasks", ${extra.partnerName} AS "partnerName" FROM "checklists" WHERE "id" = ? AND ${RUNNING}`)
  const log = db.prepare(`SELECT "taskKey", "id" FROM "taskEvents" WHERE "checklistId" = ? ORDER BY "number", "id"`).raw()
  const found = new Map<string, { templateId: string; task: string; checklists: { id: string; partnerName: string; seen: string | null }[] }>()
  for (const id of ids) {
    const row = read.get(id) as { templateId: string; openTasks: string; partnerName: string } | undefined
    if (row === undefined) continue
    const last = new Map(log.all(id) as [string, string][])
    for (const { task } of readTasks(row.openTasks)) {
      const at = `${row.templateId} ${task}`
      const each = found.get(at) ?? { templateId: row.templateId, task, checklists: [] }
      each.checklists.push({ id, partnerName: row.partnerName, seen: last.get(task) ?? null })
      found.set(at, each)
    }
  }
  return [...found.values()]
}

/** What a partner holds of each kind: how many, and the first few by name. */
function handOnsOf(db: Database.Database, partnerId: string) {
  const sides = [['to', 'partnerId', 'successorId'], ['from', 'successorId', 'partnerId']] as const
  return sides.flatMap(([direction, own, other]) => {
    const found = db.prepare(`SELECT "id" AS "partnerId", "name", "on" FROM "partners" JOIN (SELECT "${other}" AS "other", substr("decidedAt", 1, 10) AS "on" FROM "activations" WHERE "${own}" = ? AND "successorId" IS NOT NULL AND ${VISIBLE}) ON "other" = "id" ORDER BY "on" DESC, "name"`)
    return (found.all(partnerId) as { partnerId: string; name: string; on: string }[]).map((row) => ({ direction, ...row }))
  })
}

function holdingsOf(db: Database.Database, partnerId: string) {
  const among = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')
  const kinds: readonly (readonly [HoldingKind, string, string, string])[] = [
    ['leads', 'leads', 'company', `"stage" NOT IN (${among(notHeldStages)})`],
    ['registrations', 'registrations', 'company', `"status" IN ('draft', ${among(claimingStatuses)})`],
    ['opportunities', 'opportunities', 'name', `"stage" NOT IN (${among(closedOpportunityStages)})`],
    ['quotes', 'quotes', 'name', `"status" IN (${among(openStatuses)})`],
    ['accounts', accounts.name, 'name', 'TRUE'],
    ['checklists', 'checklists', 'templateKey', `"state" = 'running'`],
    ['plans', 'jointPlans', 'title', `"state" <> 'closed'`],
  ]
  return kinds.map(([kind, table, name, open]) => {
    const rows = db.prepare(`SELECT "${name}" FROM "${table}" WHERE "partnerId" = ? AND ${open} AND ${VISIBLE} ORDER BY "_row" DESC`).pluck().all(partnerId) as string[]
    return { kind, count: rows.length, names: rows.slice(0, NAMES_SHOWN) }
  })
}

export const onboardingHost = hostCapability(
  onboardingContract,
  {
    templates: (_, { db }) => selectRows(db, checklistTemplates, `WHERE ${VISIBLE} ORDER BY "key", "number" IS NOT NULL, "number" DESC, "_row" DESC`),
    list: (input, { lists }) => lists.list(source, input) as never,
    get: ({ id }, { db }) => {
      const [checklist] = selectRows(db, checklists, `WHERE "id" = ? AND ${VISIBLE}`, id)
      const [template] = checklist === undefined ? [] : selectRows(db, checklistTemplates, 'WHERE "id" = ?', checklist.templateId)
      const [partner] = checklist === undefined ? [] : selectRows(db, partners, 'WHERE "id" = ?', checklist.partnerId)
      if (checklist === undefined || template === undefined || partner === undefined) throw new RefusedError('checklist.not-found', 'there is no such checklist')
      const [newer] = selectRows(db, checklistTemplates, `WHERE "key" = ? AND "state" = 'published' AND "number" > ?`, template.key, checklist.templateNumber)
      const [{ week, specialDays } = ORDINARY_CALENDAR] = selectRows(db, calendars, 'WHERE "id" = ?', calendarId(partner.calendar))
      const events = [...selectRows(db, taskEvents, 'WHERE "checklistId" = ?', id)].sort(inOrder)
      const today = new Date().toISOString().slice(0, 10)
      const gathered = answerRule(db, askChecklist(id))
      const lacking = gathered === undefined ? { agreements: [], certifications: [] } : answerRule(db, askLacking(gathered, today))
      const kept = [...answerRule(db, askProofs(partner.id, tasksOf(template.stages), today))].map(([task, proof]) => ({ task, proven: proof !== null }))
      return { checklist, template, newer: newer ?? null, events, partner, calendar: { week, specialDays }, lacking: { agreements: [...lacking.agreements], certifications: [...lacking.certifications] }, kept, decisions: [...selectRows(db, activations, 'WHERE "partnerId" = ? ORDER BY "decidedAt", "id"', partner.id)] }
    },
    board: ({ templateKey, most }, { db }) => boardOf(db, templateKey, most) as never,
    today: ({ until, coordinator }, { db }) => todayOf(db, until, coordinator) as never,
    coordinators: (_, { db }) => db.prepare(`SELECT DISTINCT "coordinator" FROM "checklists" WHERE ${RUNNING} ORDER BY 1`).pluck().all() as string[],
    calendar: ({ from, to }, { db }) => calendarOf(db, from, to) as never,
    tasksAtOnce: ({ ids }, { db }) => tasksAtOnceOf(db, ids),
    holdings: ({ partnerId }, { db }) => holdingsOf(db, partnerId),
    handOns: ({ partnerId }, { db }) => handOnsOf(db, partnerId),
  },
  {
    keep: async (_, context) => {
      const ids = context.db.prepare(`SELECT "id" FROM "checklists" WHERE ${RUNNING} ORDER BY "_row"`).pluck().all() as string[]
      let changed = 0
      for (let start = 0; start < ids.length; start += AT_ONCE) {
        context.heedCancel()
        context.progress('writing', start, ids.length)
        const moved = answerRule(context.db, askMoved(ids.slice(start, start + AT_ONCE)))
        if (moved.length > 0) changed += (await context.write<{ changed: number }>('onboarding.reckon', { ids: moved.map(({ id }) => id) }, { silent: true })).changed
      }
      if (changed > 0) context.announce('checklists')
      return { changed }
    },
  },
)
