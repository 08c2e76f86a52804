import type { RefusalSentence } from '../refusal-sentence.ts'
import { opportunities } from './opportunities.ts'
import { pipeline } from './pipeline.ts'

const stage = (code: string): string => opportunities.stages[code as keyof typeof opportunities.stages] ?? code
const kind = (code: string): string => pipeline.attributions[code as keyof typeof pipeline.attributions] ?? code
const quoted = (value: string): string => (value === '' ? 'この値' : `「${value}」`)
const kinds: Readonly<Record<string, string>> = { accounts: '取引先', products: '製品', teams: '営業担当とチーム' }

/** Refusals of what is done about opportunities: activities, credits, delivered projects; and what is said of their import. */
export const pipelineRefusals = {
  'activity.not-found': 'この活動はもうありません。',
  'activity.due-date': '期日はタスクにだけ必要です。',
  'activity.not-a-task': '完了にできるのはタスクだけです。',
  'attribution.stale': 'ほかの人が貢献区分を変更しました。内容を確認して、もう一度入力してください。',
  'attribution.named-twice': (d) => `同じパートナーが${quoted(kind(d('kind')))}として二度挙げられています。`,
  'attribution.over-whole': (d) => `合計が ${d('percent')}% です。金額は一度しか計上できないため、100% までです。`,
  'project.not-won': (d) => `登録できるのは受注した商談だけです（現在: ${stage(d('stage'))}）。`,
  'project.registered-already': 'このプロジェクトは登録済みです。',
  'project.in-future': '納品日が未来の日付です。',
  'import.companion-read': (d) => `${d('file')}: ${kinds[d('kind')] ?? d('kind')} ${d('rows')} 件を取り込みました。`,
  'import.companion-unknown': (d) => `${d('file')} は取引先、製品、営業チームの一覧ではないため、読み込みませんでした。`,
  'import.product-read-as': (d) => `${quoted(d('written'))}（${d('rows')} 行）は${quoted(d('product'))}として読みました。違いは空白、大文字と小文字、記号だけです。`,
  'import.stage-read-as': (d) => `${quoted(d('written'))}（${d('rows')} 行）はフェーズ${quoted(stage(d('stage')))}として読みました。`,
  'import.amount-from-list-price': (d) => `金額のない進行中の商談 ${d('rows')} 件に、製品の定価を入れました。`,
  'import.deal-overlaps': (d) => `${quoted(d('company'))}: この顧客にはすでに他の登録や商談があります（${d('others')} 件）。提出前に確認してください。`,
  'opportunity.account-unknown': (d) => `取引先${quoted(d('value'))}がありません。先に取引先をインポートするか、そのファイルを追加してください。`,
  'opportunity.account-ambiguous': (d) => `${quoted(d('value'))}という取引先が複数あります。`,
  'opportunity.product-unknown': (d) => `${quoted(d('value'))}は製品の一覧にありません。`,
} satisfies Record<string, RefusalSentence>
