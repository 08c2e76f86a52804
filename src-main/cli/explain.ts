import type { Decision } from '#shared/assignment/decision.ts'
import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { print, type Subcommand } from './cli.ts'
import { withWorkspace, type Session } from './workspace-session.ts'

export const explain: Subcommand = {
  usage: 'explain LEAD',
  summary: 'Says why a lead went to its partner. LEAD is an id, a company number, or the company’s exact name.',
  options: {},
  run: async (args) => {
    const wanted = args.required(0, 'LEAD')
    await withWorkspace(args, async (session) => {
      const lead = await findLead(session, wanted)
      const { explanation, decidedAt } = await session.call(assignmentContract.operations.explain, { leadId: lead.id })
      const told = briefly(lead, explanation, decidedAt)
      print(args, told, JSON.stringify(told, null, 2))
    })
  },
}

async function findLead(session: Session, wanted: string) {
  const base = { search: '', sort: [], group: null, from: 0, to: 2 }
  for (const field of ['id', 'corporateNumber', 'company'] as const) {
    const { rows, total } = await session.call(leadsContract.operations.list, { ...base, filter: [{ field, operator: 'is', values: [wanted] }] })
    const [lead] = rows
    if (total > 1) throw new RefusedError('lead.ambiguous', 'several leads have this name; use the id', { leads: total })
    if (lead !== undefined) return lead
  }
  throw new RefusedError('lead.not-found', 'there is no such lead')
}

function briefly(lead: { readonly id: string; readonly company: string; readonly partnerId: string | null }, decision: Decision, decidedAt: string | null) {
  return {
    lead: lead.id,
    company: lead.company,
    partner: decision.candidates.find((candidate) => candidate.partnerId === decision.partnerId)?.code ?? decision.partnerId,
    territory: decision.territory?.code ?? null,
    rule: decision.rule?.code ?? null,
    unroutable: decision.cause,
    lost: decision.lost.map(({ code, priority, territory, because }) => ({ rule: code, priority, territory: territory.code, because })),
    candidates: decision.candidates.map(({ code, partnerId, eligible, reasons }) => ({ partner: code ?? partnerId, eligible, reasons })),
    choice: decision.choice?.strategy ?? null,
    tieBreak: decision.choice?.tieBreak ?? null,
    ruleVersion: decision.version,
    /** Null: not assigned yet; this is what the rules say now. */
    decidedAt,
  }
}
