import type { Decision } from '#shared/assignment/decision.ts'
import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { print, type Subcommand } from './cli.ts'
import { explanationText } from './explanation-text.ts'
import { findLead } from './find-lead.ts'
import { withWorkspace } from './workspace-session.ts'

export const explain: Subcommand = {
  usage: 'explain LEAD',
  summary: 'Says why a lead went to its partner. LEAD is an id, a company number, or the company’s name: in any of its scripts, with or without its legal form.',
  options: {},
  run: async (args) => {
    const wanted = args.required(0, 'LEAD')
    await withWorkspace(args, async (session) => {
      const lead = await findLead(session, wanted)
      const { explanation, decidedAt } = await session.call(assignmentContract.operations.explain, { leadId: lead.id })
      print(args, briefly(lead, explanation, decidedAt), explanationText(lead, explanation, decidedAt))
    })
  },
}

function briefly(lead: { readonly id: string; readonly company: string; readonly partnerId: string | null }, decision: Decision, decidedAt: string | null) {
  const codeOf = (id: string | null) => (id === null ? null : (decision.candidates.find((candidate) => candidate.partnerId === id)?.code ?? id))
  const { choice } = decision
  const weights = decision.candidates.flatMap(({ partnerId, weight }) => (weight === null ? [] : [[codeOf(partnerId), weight] as const]))
  return {
    lead: lead.id,
    company: lead.company,
    partner: codeOf(decision.partnerId),
    /** Who has it now: a person may have chosen otherwise. */
    heldBy: codeOf(lead.partnerId),
    territory: decision.territory?.code ?? null,
    rule: decision.rule?.code ?? null,
    priority: decision.rule?.priority ?? null,
    unroutable: decision.cause,
    reservedFor: codeOf(decision.reservedFor),
    lost: decision.lost.map(({ code, priority, territory, because }) => ({ rule: code, priority, territory: territory.code, because })),
    lostCount: decision.lostCount,
    candidatesFrom: decision.candidatesFrom?.code ?? null,
    candidates: decision.candidates.map(({ code, partnerId, eligible, reasons, weight, kilometres, fit }) => ({ partner: code ?? partnerId, eligible, reasons, weight, kilometres, fit })),
    choice: choice === null ? null : { strategy: choice.strategy, turnOf: codeOf(choice.turnOf), weights: weights.length === 0 ? null : Object.fromEntries(weights) },
    tieBreak: choice?.tieBreak ?? null,
    ruleVersion: decision.version,
    /** Null: not assigned yet; this is what the rules say now. */
    decidedAt,
  }
}
