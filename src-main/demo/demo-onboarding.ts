import { ORDINARY_CALENDAR } from '#shared/calendars/working-calendar.ts'
import { WorkingDays } from '#shared/calendars/working-days.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { countryOf } from '#shared/geography/countries.ts'
import { traitsOf } from '#shared/onboarding/ask-checklist.ts'
import type { checklists, taskEvents } from '#shared/onboarding/checklist.table.ts'
import { deriveChecklist } from '#shared/onboarding/derive-checklist.ts'
import { readyMadeTemplates } from '#shared/onboarding/ready-made/ready-made-templates.ts'
import type { ReadyMadeKey } from '#shared/onboarding/ready-made-keys.ts'
import { summariseChecklist } from '#shared/onboarding/summarise-checklist.ts'
import { NO_EVIDENCE, type TaskEvent, type TaskEventKind, type TaskEvidence } from '#shared/onboarding/task-event.ts'
import type { checklistTemplates } from '#shared/onboarding/template.table.ts'
import { tasksOf, type ChecklistLanguage, type TemplateTask } from '#shared/onboarding/template.ts'
import { newPartner } from '#shared/partners/new-partner.ts'
import type { PartnerType } from '#shared/partners/partner.ts'
import type { partners } from '#shared/partners/partner.table.ts'
import { dateAfter, daysAfter } from './demo-calendar.ts'
import { DEMO_NOTE } from './demo-partners.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>

export interface DemoOnboarding {
  readonly partners: readonly Row<typeof partners>[]
  readonly templates: readonly Row<typeof checklistTemplates>[]
  readonly checklists: readonly Row<typeof checklists>[]
  readonly events: readonly Row<typeof taskEvents>[]
}

const COORDINATORS = ['Demo: Aya Morita', 'Demo: Daniel Ortiz'] as const

/** code|name|country|language|template|days since it began|tasks done|contact|what happened last */
const NEWCOMERS = `
GT-CEIBA|Ceiba Sistemas|GT|es|value-added-reseller|4|1|Lucía Paz|
BZ-CORALTO|Coralto Business|BZ|en|reseller|6|3|Kian Castillo|submitted
MX-ALAMEDA|Alameda Consultores|MX|es|consulting|12|6|Rosa Ibarra|
JP-KISARAGI|株式会社如月システム|JP|ja|value-added-reseller|20|8|如月 葵|
JP-MINATOYA|みなと屋ソリューションズ株式会社|JP|ja|reseller|30|10|湊 健一|revoked
DE-FALKENAU|Falkenau Software|DE|en|reseller|25|9||
FR-VALMORNE|Valmorne Conseil|FR|en|consulting|35|9|Inès Marchal|submitted
ES-ALBORADA|Alborada Distribución|ES|es|distributor|28|7|Marta Soler|blocked
CO-SABANETA|Sabaneta Datos|CO|es|referral|9|5|Andrés Gil|
US-PINYON|Pinyon Ridge Advisors|US|en|referral|15|9|Dana Reyes|
GB-ASHCOMBE|Ashcombe Networks|GB|en|distributor|45|14|Owen Hale|skipped
BR-JACARANDA|Jacarandá Negócios|BR|en|reseller|50|12|Bruna Lopes|
`

const LAST: Readonly<Record<string, { readonly kind: TaskEventKind; readonly text: string | null }>> = {
  submitted: { kind: 'submitted', text: null },
  revoked: { kind: 'revoked', text: '署名者に代表権がありません' },
  blocked: { kind: 'blocked', text: 'Su abogado está de viaje' },
  skipped: { kind: 'skipped', text: 'Known from an earlier programme' },
}

/** What is put on record when a task is done. */
function evidenceFor({ evidence }: TemplateTask, language: string, person: string): TaskEvidence | null {
  switch (evidence) {
    case 'none':
      return null
    case 'agreementVersion':
      return { ...NO_EVIDENCE, agreementVersion: '3.1', agreementLanguage: language }
    case 'certificate':
      return { ...NO_EVIDENCE, person }
    case 'link':
      return { ...NO_EVIDENCE, address: 'https://lira.example/story' }
    case 'note':
      return { ...NO_EVIDENCE, note: 'Demo' }
  }
}

/** A dozen newcomers, each at another point of its checklist, by the ready-made templates. The same ids and `now` give the same rows. */
export function demoOnboarding(now: string, makeId: () => string): DemoOnboarding {
  const founded = daysAfter(now, -120)
  const templates = Object.values(readyMadeTemplates).map(({ key, name, appliesTo, stages }): Row<typeof checklistTemplates> => ({
    id: makeId(), key, name, state: 'published', number: 1, appliesTo: appliesTo as never, stages: stages as never, notes: null, publishedAt: founded, publishedBy: COORDINATORS[0], replacedAt: null, createdAt: founded, updatedAt: founded,
  }))
  const made: { partners: Row<typeof partners>[]; checklists: Row<typeof checklists>[]; events: Row<typeof taskEvents>[] } = { partners: [], checklists: [], events: [] }
  for (const [at, line] of NEWCOMERS.trim().split('\n').entries()) newcomer(line, COORDINATORS[at % COORDINATORS.length] ?? '')
  return { ...made, templates }

  function newcomer(line: string, coordinator: string): void {
    const [code = '', name = '', country = '', language = '', key = '', days = '', done = '', contact = '', last = ''] = line.split('|')
    const began = daysAfter(now, -Number(days))
    const template = templates.find((each) => each.key === (key as ReadyMadeKey))!
    const type = template.appliesTo.types[0] as PartnerType
    const zone = countryOf(country)?.timeZone ?? 'UTC'
    const contacts = contact === '' ? [] : [{ name: contact, email: `${code.slice(3).toLowerCase()}@${code.slice(3).toLowerCase()}.example`, phone: null, role: null, primary: true }]
    const stamps = { createdAt: began, updatedAt: began }
    const partner: Row<typeof partners> = { region: null, city: null, latitude: null, longitude: null, domain: null, capacity: null, ...newPartner(makeId(), { code, name, type, country, status: 'onboarding', languages: [language], timeZone: zone, contacts, notes: DEMO_NOTE }), ...stamps } as Row<typeof partners>
    const id = makeId()
    const log: TaskEvent[] = []
    const record = (taskKey: string, kind: TaskEventKind, text: string | null, evidence: TaskEvidence | null): void => {
      const receivedAt = daysAfter(began, (Number(days) * (log.length + 1)) / (Number(done) * 1.6 + 3))
      log.push({ id: makeId(), taskKey, number: log.length + 1, kind, seen: log.findLast((event) => event.taskKey === taskKey)?.id ?? null, side: 'vendor', text, evidence, acceptanceId: null, certificateId: null, assignee: null, dueOn: null, by: coordinator, deviceAt: receivedAt, receivedAt })
    }
    const facts = { stages: template.stages, traits: traitsOf(partner as never), startedOn: dateAfter(began, 0), timeZone: zone, days: new WorkingDays(ORDINARY_CALENDAR) }
    const next = (): TemplateTask | undefined => deriveChecklist({ ...facts, events: log }).stages.flatMap(({ tasks }) => tasks).find(({ state, task }) => state === 'pending' && task.required)?.task
    for (let count = 0; count < Number(done); count += 1) {
      const task = next()
      if (task === undefined) break
      const evidence = evidenceFor(task, language, contact)
      if (task.approval) record(task.key, 'submitted', null, evidence)
      record(task.key, task.approval ? 'approved' : 'completed', null, evidence)
    }
    const what = LAST[last]
    const about = what?.kind === 'revoked' ? tasksOf(template.stages).findLast(({ key: taskKey, kind }) => kind === 'agreement' && log.some((event) => event.taskKey === taskKey)) : next()
    if (what !== undefined && about !== undefined) record(about.key, what.kind, what.text, what.kind === 'submitted' ? evidenceFor(about, language, contact) : null)

    const summary = summariseChecklist(deriveChecklist({ ...facts, events: log }))
    const updatedAt = log.at(-1)?.receivedAt ?? began
    made.partners.push(partner)
    made.checklists.push({ id, partnerId: partner.id, templateId: template.id, templateKey: key, templateNumber: 1, language: language as ChecklistLanguage, coordinator, startedOn: facts.startedOn, state: 'running', closedReason: null, traits: facts.traits, ...summary, createdAt: began, updatedAt })
    made.events.push(...log.map((event) => ({ ...event, checklistId: id, createdAt: event.receivedAt, updatedAt: event.receivedAt })))
  }
}
