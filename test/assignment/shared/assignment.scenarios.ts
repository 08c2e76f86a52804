import { expect } from 'vitest'
import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { decisions } from '#shared/assignment/decisions.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { recordDecisions, applyDecisions } = assignmentContract.operations

export const assignmentScenarios: Scenarios = {
  'keeps the explanations of a run': async (desk) => {
    const [runId, id] = [nextId(), nextId()]
    const explanation = { partnerId: null, cause: 'no-candidate', lost: [] }
    expect(valueOf(await desk.run(recordDecisions, { runId, ruleVersion: 'v1', decisions: [{ id, explanation }] }))).toEqual({ recorded: 1 })
    expect(await desk.rows(decisions)).toEqual([{ id, runId, ruleVersion: 'v1', explanation, rev: 1 }])
  },
  'gives leads to the partners the run chose, and marks those that nobody may have': async (desk) => {
    const [runId, partner, territory, rule, decision] = [nextId(), nextId(), nextId(), nextId(), nextId()]
    const given = buildLead({ stage: 'qualified', manualReason: 'before', manualUntil: '2026-01-01', assignmentOrigin: 'manual' })
    const nobodys = buildLead({ partnerId: nextId(), assignmentOrigin: 'rules', stage: 'offered', assignedAt: '2026-11-01T00:00:00.000Z' })
    await desk.put(leads, given, nobodys)
    expect(valueOf(await desk.run(applyDecisions, {
      runId, leadIds: [given.id, nobodys.id], partner: { ids: [partner], at: [0, -1] }, territory: { ids: [territory], at: [0, 0] }, rule: { ids: [rule], at: [0, 0] }, decision: { ids: [decision], at: [0, 0] },
    }))).toEqual({ applied: 2 })
    const both = { territoryId: territory, ruleId: rule, decisionId: decision, runId, manualReason: null, manualUntil: null, updatedAt: NOW, rev: 2 }
    expect(await desk.rows(leads)).toEqual([
      { ...given, ...both, partnerId: partner, stage: 'offered', assignmentOrigin: 'rules', assignedAt: NOW },
      { ...nobodys, ...both, partnerId: null, stage: 'unroutable', assignmentOrigin: null, assignedAt: null },
    ])
  },
  'remembers who had a lead last that came back and finds nobody now': async (desk) => {
    const [last, none] = [nextId(), { ids: [], at: [-1] }]
    const lead = buildLead({ stage: 'expired', partnerId: last, assignmentOrigin: 'rules', assignedAt: '2026-11-01T00:00:00.000Z' })
    await desk.put(leads, lead)
    await desk.run(applyDecisions, { runId: nextId(), leadIds: [lead.id], partner: { ids: [last], at: [0] }, territory: none, rule: none, decision: none, cameBack: [0] })
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'unroutable', partnerId: last, assignmentOrigin: null, assignedAt: null })
  },
  'refuses columns of different lengths': async (desk) => {
    const lead = buildLead()
    await desk.put(leads, lead)
    const column = { ids: [nextId()], at: [0] }
    expect(refusalOf(await desk.run(applyDecisions, { runId: nextId(), leadIds: [lead.id], partner: column, territory: column, rule: column, decision: { ids: [], at: [] } }))).toEqual({ code: 'assignment.columns-uneven' })
    expect(await desk.row(leads, lead.id)).toEqual(lead)
  },
}
