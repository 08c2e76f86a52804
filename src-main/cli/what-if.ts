import { RefusedError } from '#shared/foundation/outcome.ts'
import { modelsContract } from '#shared/models/models.contract.ts'
import type { WhatIf } from '#shared/models/what-if.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { foldText } from '#shared/foundation/fold-text.ts'
import { print, type Arguments } from './cli.ts'
import type { Session } from './workspace-session.ts'

const { list, tree, whatIf } = modelsContract.operations

/** Says what a territory model would do to the leads. @param wanted its id or name */
export async function previewModel(args: Arguments, session: Session, wanted: string): Promise<void> {
  const model = await findModel(session, wanted)
  const [effects, { territories, problems }, partners] = [await session.call(whatIf, { id: model.id }), await session.call(tree, { id: model.id }), await session.call(partnersContract.operations.names, {})]
  const codes = new Map([...territories.map(({ row }) => row), ...partners].map(({ id, code }) => [id, code]))
  const brief = briefly(effects, (id) => (id === null ? null : (codes.get(id) ?? id)))
  print(args, { model: { id: model.id, name: model.name, state: model.state }, ...brief, problems: problems.map(({ code, name, details }) => ({ code, name, details })) }, inWords(brief, problems.length))
}

async function findModel(session: Session, wanted: string) {
  const models = await session.call(list, {})
  const found = models.filter(({ id, name }) => id === wanted.toLowerCase() || (name !== '' && foldText(name) === foldText(wanted.trim())))
  // Names may come again; who names one means the draft.
  const [model, other] = found.length > 1 ? found.filter(({ state }) => state === 'draft') : found
  if (other !== undefined) throw new RefusedError('model.ambiguous', 'several territory models have this name; use the id', { name: wanted, models: found.map(({ id, state }) => ({ id, state })) })
  if (model === undefined) throw new RefusedError('model.not-found', 'there is no such territory model', { name: wanted })
  return model
}

function briefly(effects: WhatIf, codeOf: (id: string | null) => string | null) {
  const { moves, territories, partners, ...counts } = effects
  const seat = ({ territoryId, partnerId }: WhatIf['moves'][number]['from']) => ({ territory: codeOf(territoryId), partner: codeOf(partnerId) })
  const named = <Row extends { readonly id: string }>(rows: readonly Row[]) => rows.map(({ id, ...row }) => ({ code: codeOf(id), ...row }))
  return { ...counts, moves: moves.map(({ from, to, leads, leadIds }) => ({ from: seat(from), to: seat(to), leads, leadIds })), territories: named(territories), partners: named(partners) }
}

function inWords({ leads, moved, orphaned, routed, unroutable, heldOver, pinned, byHand, moves, moveCount, partners, ms }: ReturnType<typeof briefly>, problems: number): string {
  const place = ({ territory, partner }: (typeof moves)[number]['from']) => `${territory ?? '–'} / ${partner ?? '–'}`
  const changed = partners.filter(({ gained, lost }) => gained + lost > 0)
  return [
    `Of ${leads} open leads ${moved} change partner, ${orphaned} lose theirs, ${routed} find one, ${unroutable} still find none; ${heldOver} held over, ${pinned} pinned, ${byHand} given by hand stay; ${ms} ms`,
    ...(problems === 0 ? [] : [`It cannot become active as it is: ${problems} problems`]),
    ...(moves.length === 0 ? [] : ['Moves', ...moves.map(({ from, to, leads: count }) => `  ${String(count).padStart(8)}  ${place(from)} → ${place(to)}`)]),
    ...(moveCount > moves.length ? [`  and ${moveCount - moves.length} smaller ones`] : []),
    ...(changed.length === 0 ? [] : ['By partner', ...changed.map(({ code, today, after, dueToday, dueAfter }) => `  ${String(after).padStart(8)}  (today ${today}; due within a week ${dueAfter}, today ${dueToday})  ${code ?? ''}`)]),
  ].join('\n')
}
