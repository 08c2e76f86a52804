import type { RefusalSentence } from '../refusal-sentence.ts'
import { care } from './care.ts'
import { partners } from './partners.ts'

const status = (code: string): string => partners.statuses[code as keyof typeof partners.statuses] ?? code
const planState = (code: string): string => care.planStates[code as keyof typeof care.planStates] ?? code
const stale = (name: string): string => `${name}はその間に変更されました。内容を確認し、あらためて変更してください。`

/** Refusals of check-ins, reviews, coaching notes and joint plans. */
export const careRefusals = {
  'care.stale': stale('ケアの設定'),
  'care.not-paused': (d) => `${d('partner')} とのチェックインは休止していません。`,
  'care.partner-not-active': (d) => `${d('partner')} は有効ではありません (${status(d('status'))})。`,
  'check-in.not-found': 'このチェックインはもうありません。',
  'check-in.in-future': (d) => `${d('heldOn')} はまだ来ていません。`,
  'check-in.step-missing': 'その日までに行う次のステップを入力してください。',
  'check-in.step-before': (d) => `次のステップ (${d('nextStepOn')}) がチェックイン (${d('heldOn')}) より前の日付です。`,
  'check-in.there-already': (d) => `${d('partner')} の ${d('heldOn')} のチェックインは ${d('by')} がすでに記録しています。`,
  'check-in.voided': 'このチェックインはすでに無効です。',
  'check-in.no-step': 'このチェックインに次のステップはありません。',
  'check-in.step-done': (d) => `${d('doneOn')} に完了しています。`,
  'review.not-found': 'このレビューはもうありません。',
  'review.held': (d) => `${d('quarter')} のレビューは実施済です。実施済の内容は変わりません。`,
  'review.stale': stale('レビュー'),
  'review.there-already': (d) => `${d('partner')} の ${d('quarter')} のレビューはすでにあります。`,
  'review.quarter-to-come': (d) => `${d('quarter')} はパートナーの所在地ではまだ始まっていません。`,
  'review.in-future': (d) => `${d('heldOn')} はまだ来ていません。`,
  'review.before-quarter': (d) => `${d('heldOn')} には ${d('quarter')} が始まっていませんでした。`,
  'coaching-note.not-found': 'このメモはもうありません。',
  'coaching-note.text-missing': 'メモの内容を入力してください。',
  'coaching-note.in-future': (d) => `${d('notedOn')} はまだ来ていません。`,
  'plan.not-found': 'この計画はもうありません。',
  'plan.locked': (d) => `「${d('title')}」(第 ${d('version')} 版) はパートナーの承認のため${d('by') === '' ? '' : ` ${d('by')} が`}ロックしています。パートナーが差し戻すと編集できます。`,
  'plan.state-not-reachable': (d) => `「${d('title')}」(第 ${d('version')} 版) は「${planState(d('state'))}」のため、この操作はできません。`,
  'plan.stale': stale('計画'),
  'plan.pending-there': (d) => `${d('partner')} との計画の第 ${d('version')} 版がまだ有効になっていません。先に完了するか破棄してください。`,
  'plan.active-there': (d) => `「${d('title')}」(第 ${d('version')} 版) が有効です。先に終了してください。`,
  'plan.ends-before': '終了日は開始日より後にしてください。',
  'plan.title-missing': '計画の件名を入力してください。',
  'plan.goals-missing': 'パートナーの承認には目標が必要です。',
  'plan.content-differs': (d) => `「${d('title')}」(第 ${d('version')} 版) の内容と異なります。もう一度確認してください。`,
  'plan.approved-in-future': (d) => `${d('approvedOn')} はまだ来ていないため、承認日にできません。`,
  'plan.person-missing': 'パートナー側の承認者を入力してください。',
  'plan.not-theirs-to-approve': (d) => `${d('name')} はこのパートナーに所属していません。`,
} satisfies Record<string, RefusalSentence>
