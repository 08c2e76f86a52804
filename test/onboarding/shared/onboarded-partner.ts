import { checklists, taskEvents } from '#shared/onboarding/checklist.table.ts'
import { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import { checklistTemplates } from '#shared/onboarding/template.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildTemplate, type TemplateRow } from '#test/foundation/builders/build-checklist.ts'
import { buildPartner, type Partner } from '#test/foundation/builders/build-partner.ts'
import { valueOf, type Desk } from '#test/foundation/desk.ts'

const { start, complete, approve } = onboardingContract.operations

export const REACHABLE = [{ name: 'Jose Lucio', email: 'jose@lucio.example', phone: null, role: null, primary: true }]
export const ACCEPTED = { agreementVersion: '2.1', agreementLanguage: 'es' }

/** An approved partner in Guatemala with a checklist of the published template. */
export async function onboarded(desk: Desk, given: { readonly partner?: Partial<Partner>; readonly template?: Partial<TemplateRow> } = {}) {
  const partner = buildPartner({ name: 'Lucio Sistemas', status: 'approved', country: 'GT', calendar: 'GT', timeZone: 'America/Guatemala', languages: ['es-GT'], contacts: REACHABLE, ...given.partner })
  const template = buildTemplate(given.template)
  await desk.put(partners, partner)
  await desk.put(checklistTemplates, template)
  const { ids: [id = ''] } = valueOf(await desk.run(start, { partnerIds: [partner.id], templateId: template.id, startedOn: '2026-11-23', coordinator: 'Aya' }))
  return { partner, template, id, checklist: () => desk.row(checklists, id), status: async () => (await desk.row(partners, partner.id))?.status, log: async () => (await desk.rows(taskEvents)).filter(({ checklistId }) => checklistId === id).toSorted((a, b) => a.number - b.number) }
}

/** What somebody who has seen everything says of a task. */
export async function known(desk: Desk, id: string, task: string) {
  const events = (await desk.rows(taskEvents)).filter((event) => event.checklistId === id && event.taskKey === task).toSorted((a, b) => a.number - b.number)
  return { checklists: [{ id, seen: events.at(-1)?.id ?? null }], task }
}

/** The first stage: called, and the agreement accepted and approved. */
export async function agreed(desk: Desk, id: string): Promise<void> {
  valueOf(await desk.run(complete, { ...(await known(desk, id, 'call')), side: 'vendor' }))
  valueOf(await desk.run(complete, { ...(await known(desk, id, 'contract')), side: 'partner', evidence: ACCEPTED }))
  valueOf(await desk.run(approve, await known(desk, id, 'contract')))
}

/** Everything that the two stages require. */
export async function ready(desk: Desk, id: string): Promise<void> {
  await agreed(desk, id)
  for (const task of ['course', 'review']) valueOf(await desk.run(complete, { ...(await known(desk, id, task)), side: 'partner' }))
}
