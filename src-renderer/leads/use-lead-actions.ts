import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { isHeld, leadStages, type LeadStage } from '#shared/leads/lead.ts'
import type { LostReason } from '#shared/leads/lost-reason.ts'
import { whyNotConvertible } from '#shared/leads/why-not-convertible.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { AppCommand } from '../shell/commands.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { List } from '../views/use-list.ts'
import type { Lead } from './lead.presenter.ts'
import { leadsOf, type ListedLead } from './leads-of.ts'
import { useMassChange, type MassChange } from './use-mass-change.ts'

export interface LeadsRequest {
  readonly ids: readonly string[]
  /** The companies of the first of them, to be named. */
  readonly companies: readonly string[]
}

export interface AssignRequest extends LeadsRequest {
  /** Who has each of them at this moment. */
  readonly holders: readonly (string | null)[]
}

/** A move that is made for a reason, which is being asked for. */
export interface ReasonRequest extends LeadsRequest {
  readonly stage: ReasonedStage
}

export interface Assignment {
  readonly partnerId: string
  readonly reason: string
  /** Local date. */
  readonly until: string | null
}

export interface LeadActions {
  readonly assigning: ShallowRef<AssignRequest | undefined>
  readonly reasoning: ShallowRef<ReasonRequest | undefined>
  /** Asked before many leads are changed at once. */
  readonly massChange: ShallowRef<MassChange | undefined>
  /** Leads that are to be closed as lost, for a reason that is being asked for. */
  readonly losing: ShallowRef<LeadsRequest | undefined>
  /** The lead that is being converted. */
  readonly converting: ShallowRef<Lead | undefined>
  readonly commands: ComputedRef<readonly AppCommand[]>
  /** Whether the keys act on the selected leads, and not on the one shown. */
  readonly actsOnSelection: ComputedRef<boolean>
  show(id: string | undefined): void
  /** These leads, or those selected, or the one shown. */
  assign(ids?: readonly string[]): Promise<void>
  finishAssigning(assignment: Assignment | undefined): Promise<void>
  release(ids?: readonly string[]): Promise<void>
  /** Moves a lead, or those selected, or the one shown; asks for the reason first where there must be one. */
  setStage(stage: LeadStage, lead?: Pick<Lead, 'id' | 'company'>): Promise<void>
  finishReasoning(reason: string | undefined): Promise<void>
  finishLosing(lostReason: LostReason, note: string | null): Promise<void>
}

/** Moves that end somebody's work on a lead, and so are made for a reason in words. */
const reasonedStages = ['declined', 'recalled'] as const
export type ReasonedStage = (typeof reasonedStages)[number]
const isReasoned = (stage: LeadStage): stage is ReasonedStage => (reasonedStages as readonly LeadStage[]).includes(stage)

const MOST_NAMED = 3
/** The most leads one command takes. */
const MOST_AT_ONCE = 2000

/**
 * @param list whose selection the acts are for, where leads stand in a list
 * @param acted told once something was done
 */
export function useLeadActions(list?: Pick<List<Lead>, 'selectedCount' | 'selectedIds'>, acted: () => void = () => undefined): LeadActions {
  const { bridge, changing, client, language, names, toasts } = useWorkbench()
  const assigning = shallowRef<AssignRequest>()
  const reasoning = shallowRef<ReasonRequest>()
  const losing = shallowRef<LeadsRequest>()
  const converting = shallowRef<Lead>()
  const shown = shallowRef<string>()
  const { asked: massChange, mayChange } = useMassChange(client)

  async function targets(ids: readonly string[] | undefined): Promise<readonly string[]> {
    if (ids !== undefined) return ids
    if (list !== undefined && list.selectedCount.value > 0) return list.selectedIds()
    return shown.value === undefined ? [] : [shown.value]
  }

  /** One command after another, for all of these leads; told and undone as one; the first refusal ends it and what was done before stands. */
  async function inTurn<T extends { readonly entry: string }>(act: string, ids: readonly string[], calls: readonly (() => Promise<Outcome<T>>)[], say: (values: readonly T[]) => string): Promise<void> {
    if (!(await mayChange(act, ids))) return
    const values: T[] = []
    for (const call of calls) {
      const outcome = await call()
      if (!outcome.ok) {
        changing.refuse(outcome.error)
        break
      }
      values.push(outcome.value)
    }
    if (values.length === 0) return
    changing.did({ said: say(values), what: { entries: values.map(({ entry }) => entry) } })
    acted()
  }

  async function assign(ids?: readonly string[]): Promise<void> {
    const wanted = await targets(ids)
    if (wanted.length === 0) return
    const rows = await leadsOf(client, wanted)
    assigning.value = { ids: wanted, companies: named(rows), holders: wanted.map((id) => holderOf(rows.get(id))) }
  }

  async function companiesOf(ids: readonly string[]): Promise<readonly string[]> {
    return named(await leadsOf(client, ids.slice(0, MOST_NAMED)))
  }

  async function finishAssigning(assignment: Assignment | undefined): Promise<void> {
    const request = assigning.value
    assigning.value = undefined
    if (request === undefined || assignment === undefined) return
    const holders = new Map(request.ids.map((id, at) => [id, request.holders[at] ?? null]))
    const calls = chunks(request.ids).map((ids) => () => client.leads.assignManually({ ids, ...assignment, was: ids.map((id) => holders.get(id) ?? null) }))
    await inTurn(language.words.value.leads.actions.assign, request.ids, calls, (values) => language.words.value.leads.said.assigned(sum(values.map(({ assigned }) => assigned)), names.partner(assignment.partnerId)))
  }

  async function release(ids?: readonly string[]): Promise<void> {
    const { actions, said } = language.words.value.leads
    const wanted = await targets(ids)
    const calls = chunks(wanted).map((part) => () => client.leads.releaseToRules({ ids: part }))
    let released = 0
    const outcomes = calls.map((call) => async () => {
      const outcome = await call()
      if (outcome.ok) released += outcome.value.released
      return outcome
    })
    if (outcomes.length === 0) return
    await inTurn(actions.release, wanted, outcomes, () => (released === 0 ? said.nothingReleased : said.released(released)))
  }

  async function setStage(stage: LeadStage, lead?: Pick<Lead, 'id' | 'company'>): Promise<void> {
    const ids = await targets(lead === undefined ? undefined : [lead.id])
    const [only] = ids
    if (only === undefined) return
    if (stage === 'converted') return convert(only)
    const companies = lead === undefined ? await companiesOf(ids) : [lead.company]
    if (stage === 'closedLost') losing.value = { ids, companies }
    else if (isReasoned(stage)) reasoning.value = { stage, ids, companies }
    else await move(stage, { ids, companies }, undefined)
  }

  async function finishReasoning(reason: string | undefined): Promise<void> {
    const request = reasoning.value
    reasoning.value = undefined
    if (request !== undefined && reason !== undefined) await move(request.stage, request, reason)
  }

  async function finishLosing(lostReason: LostReason, note: string | null): Promise<void> {
    const request = losing.value
    losing.value = undefined
    if (request !== undefined) await move('closedLost', request, note ?? undefined, lostReason)
  }

  /** One at a time: each becomes something of its own. */
  async function convert(id: string): Promise<void> {
    const outcome = await client.leads.get({ id })
    if (!outcome.ok) return changing.refuse(outcome.error)
    const problem = whyNotConvertible(outcome.value)
    if (problem === undefined) converting.value = outcome.value
    else changing.refuse(problem)
  }

  async function move(stage: LeadStage, { ids, companies: [company = ''] }: LeadsRequest, reason: string | undefined, lostReason?: LostReason): Promise<void> {
    const { actions, said, stages } = language.words.value.leads
    await inTurn(
      actions.moveTo(stages[stage]),
      ids,
      ids.map((id) => () => client.leads.setStage({ id, stage, ...(reason === undefined ? {} : { reason }), ...(lostReason === undefined ? {} : { lostReason }) })),
      (values) => (ids.length === 1 ? said.staged(company, stages[stage]) : said.stagedMany(values.length, stages[stage])),
    )
  }

  async function copyLink(): Promise<void> {
    const id = shown.value ?? ''
    await navigator.clipboard.writeText(bridge.host === 'electron' ? `channel-workbench://open/lead/${id}` : `${window.location.origin}/#/leads?id=${id}`)
    toasts.show({ text: language.words.value.leads.said.linkCopied })
  }

  const hasSelection = (): boolean => (list?.selectedCount.value ?? 0) > 0
  const has = (): boolean => hasSelection() || shown.value !== undefined
  return {
    assigning,
    reasoning,
    massChange,
    finishReasoning,
    losing,
    finishLosing,
    converting,
    actsOnSelection: computed(hasSelection),
    assign,
    finishAssigning,
    release,
    setStage,
    show: (id) => {
      shown.value = id
    },
    commands: computed<readonly AppCommand[]>(() => [
      { id: 'leads.assign', title: (w) => w.leads.actions.assign, section: 'leads', keys: 'A', gives: 'leads.assignManually', when: has, run: () => assign() },
      { id: 'leads.release', title: (w) => w.leads.actions.release, section: 'leads', keys: 'R', gives: 'leads.releaseToRules', when: has, run: () => release() },
      { id: 'leads.convert', title: (w) => w.leads.actions.convert, section: 'leads', keys: 'V', gives: 'leads.convert', when: () => has() && (list?.selectedCount.value ?? 0) <= 1, run: () => setStage('converted') },
      { id: 'leads.copy-link', title: (w) => w.leads.actions.copyLink, section: 'leads', when: () => shown.value !== undefined, run: copyLink },
      ...leadStages.filter((stage) => stage !== 'converted').map((stage): AppCommand => ({ id: `leads.stage.${stage}`, title: (w) => w.leads.actions.moveTo(w.leads.stages[stage]), section: 'leads', isMinor: true, gives: 'leads.setStage', when: has, run: () => setStage(stage) })),
    ]),
  }
}

/** The first few companies, in order. */
const named = (rows: ReadonlyMap<string, ListedLead>): readonly string[] => [...rows.values()].slice(0, MOST_NAMED).map(({ company }) => company)

const holderOf = (lead: ListedLead | undefined): string | null => (lead !== undefined && isHeld(lead) ? lead.partnerId : null)

/** As many leads at once as a command takes. */
export function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / MOST_AT_ONCE) }, (_, n) => ids.slice(n * MOST_AT_ONCE, (n + 1) * MOST_AT_ONCE))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
