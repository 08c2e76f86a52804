import type Database from 'better-sqlite3'
import { accounts } from '#shared/accounts/account.table.ts'
import { calendarId, calendars } from '#shared/calendars/calendar.table.ts'
import { ORDINARY_CALENDAR } from '#shared/calendars/working-calendar.ts'
import { claimingStatuses } from '#shared/deals/registration.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { notHeldStages } from '#shared/leads/lead.ts'
import { askChecklist, inOrder } from '#shared/onboarding/ask-checklist.ts'
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

interface DueTask extends OpenTask {
  readonly checklistId: string
  readonly partnerId: string
  readonly templateId: string
}

/** The open tasks of running checklists, those due first. Reading them here costs a third of having SQLite take the texts apart. */
function dueTasks(db: Database.Database, wanted: (task: OpenTask) => boolean, where: string, ...bound: readonly unknown[]): DueTask[] {
  const rows = db.prepare(`SELECT "id", "partnerId", "templateId", "openTasks" FROM "checklists" WHERE ${RUNNING} AND ${where} ORDER BY "_row"`).raw().all(...bound) as [string, string, string, string][]
  const byDay = new Map<string, DueTask[]>()
  for (const [checklistId, partnerId, templateId, tasks] of rows) {
    for (const task of JSON.parse(tasks) as OpenTask[]) {
      if (!wanted(task)) continue
      const day = byDay.get(task.dueOn)
      const due = { ...task, checklistId, partnerId, templateId }
      if (day === undefined) byDay.set(task.dueOn, [due])
      else day.push(due)
    }
  }
  return [...byDay.keys()].toSorted().flatMap((day) => byDay.get(day) ?? [])
}

function named(db: Database.Database, tasks: readonly DueTask[]) {
  const name = db.prepare(`SELECT "name" FROM "partners" WHERE "id" = ?`).pluck()
  return tasks.map((task) => ({ ...task, partnerName: name.get(task.partnerId) as string }))
}

/** Of each day how many open tasks are due, and the first few. */
function calendarOf(db: Database.Database, from: string, to: string) {
  const days = Map.groupBy(dueTasks(db, ({ dueOn }) => from <= dueOn && dueOn <= to, `"nextDueOn" <= ?`, to), ({ dueOn }) => dueOn)
  return [...days].map(([dueOn, tasks]) => ({ dueOn, count: tasks.length, first: named(db, tasks.slice(0, DAY_SHOWN)).map(({ checklistId, partnerName, templateId, task }) => ({ checklistId, partnerName, templateId, task })) }))
}

/** What is due by a date, and what was handed in or revoked whenever it is due. */
function todayOf(db: Database.Database, until: string, coordinator: string | null) {
  const due = dueTasks(db, ({ dueOn, state }) => dueOn <= until || state !== 'pending', `("nextDueOn" <= ? OR "waitingFor" IN ('vendor', 'both') OR "actionRequired" > 0) AND (? IS NULL OR "coordinator" = ?)`, until, coordinator, coordinator)
  return { total: due.length, rows: named(db, due.slice(0, TODAY_SHOWN)) }
}

/** What a partner holds of each kind: how many, and the first few by name. */
function holdingsOf(db: Database.Database, partnerId: string) {
  const among = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')
  const kinds: readonly (readonly [HoldingKind, string, string, string])[] = [
    ['leads', 'leads', 'company', `"stage" NOT IN (${among(notHeldStages)})`],
    ['registrations', 'registrations', 'company', `"status" IN ('draft', ${among(claimingStatuses)})`],
    ['opportunities', 'opportunities', 'name', `"stage" NOT IN (${among(closedOpportunityStages)})`],
    ['quotes', 'quotes', 'name', `"status" IN (${among(openStatuses)})`],
    ['accounts', accounts.name, 'name', 'TRUE'],
    ['checklists', 'checklists', 'templateKey', `"state" = 'running'`],
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
    holdings: ({ partnerId }, { db }) => holdingsOf(db, partnerId),
  },
  {
    keep: async (_, context) => {
      const ids = context.db.prepare(`SELECT "id" FROM "checklists" WHERE ${RUNNING} ORDER BY "_row"`).pluck().all() as string[]
      let changed = 0
      for (let start = 0; start < ids.length; start += AT_ONCE) {
        context.heedCancel()
        context.progress('writing', start, ids.length)
        changed += (await context.write<{ changed: number }>('onboarding.reckon', { ids: ids.slice(start, start + AT_ONCE) }, { silent: true })).changed
      }
      if (changed > 0) context.announce('checklists')
      return { changed }
    },
  },
)
