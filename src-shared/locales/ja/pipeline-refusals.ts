import type { RefusalSentence } from '../refusal-sentence.ts'
import { opportunities } from './opportunities.ts'
import { pipeline } from './pipeline.ts'

const stage = (code: string): string => opportunities.stages[code as keyof typeof opportunities.stages] ?? code
const kind = (code: string): string => pipeline.attributions[code as keyof typeof pipeline.attributions] ?? code
const quoted = (value: string): string => (value === '' ? 'この値' : `「${value}」`)

/** Refusals of what is done about opportunities: activities, credits, delivered projects. */
export const pipelineRefusals = {
  'activity.not-found': 'この活動はもうありません。',
  'activity.due-date': '期日はタスクにだけ必要です。',
  'activity.not-a-task': '完了にできるのはタスクだけです。',
  'attribution.stale': 'ほかの人が貢献区分を変更しました。内容を確認して、もう一度入力してください。',
  'attribution.named-twice': (d) => `同じパートナーが${quoted(kind(d('kind')))}として二度挙げられています。`,
  'attribution.over-whole': (d) => `合計が ${d('percent')} % です。金額は一度しか計上できないため、100 % までです。`,
  'project.not-won': (d) => `登録できるのは受注した商談だけです（現在: ${stage(d('stage'))}）。`,
  'project.registered-already': 'このプロジェクトは登録済みです。',
  'project.in-future': '納品日が未来の日付です。',
} satisfies Record<string, RefusalSentence>
