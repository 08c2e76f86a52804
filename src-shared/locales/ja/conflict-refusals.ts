import type { RefusalSentence } from '../refusal-sentence.ts'
import { conflicts } from './conflicts.ts'
import { engagement } from './engagement.ts'

const caseState = (code: string): string => conflicts.states[code as keyof typeof conflicts.states] ?? code
const verdict = (code: string): string => conflicts.verdicts[code as keyof typeof conflicts.verdicts] ?? code
const clauseProblem = (code: string): string => engagement.problems[code as keyof typeof engagement.problems] ?? code
const quoted = (value: string): string => (value === '' ? 'この値' : `「${value}」`)

/** Refusals of conflict cases and of the rules they are judged by. */
export const conflictRefusals = {
  'case.not-found': 'このケースはもうありません。',
  'case.one-claimant': 'チャネルの競合には 2 者以上が必要です。複数のパートナーの商談を選んでください。',
  'case.not-claimed': (d) => `${quoted(d('company'))}の登録は現在有効ではありません。`,
  'case.claim-not-found': 'このケースにその登録はありません。',
  'case.state-not-reachable': (d) => `「${caseState(d('from'))}」から「${caseState(d('to'))}」へは変更できません。`,
  'case.not-reviewed': '裁定の前に、ケースに着手して内容を確認してください。',
  'case.decided-otherwise': (d) => `${d('by')} がその間に${quoted(d('case'))}を別の内容で裁定しています: ${verdict(d('theirs'))}（${d('theirsFor') || '–'}）。あなたの裁定: ${verdict(d('yours'))}（${d('yoursFor') || '–'}）。先の裁定が有効です。お互いにご確認ください。`,
  'case.reason-missing': '裁定には理由が必要です。',
  'case.partner-reason-missing': (d) => `${d('partner')} に伝える理由を入力してください。`,
  'case.shares-do-not-fit': (d) => `配分が「${verdict(d('verdict'))}」に合いません。`,
  'case.split-not-whole': (d) => `配分の合計が 100% ではなく ${d('sum')}% です。`,
  'case.final': 'ケースは終了しています。記録された証跡はそのまま残ります。',
  'case.appeal-too-late': '異議申立ての期間は終わっています。',
  'case.appealed-already': (d) => `${d('partner')} はすでに異議を申し立てています。`,
  'case.appeal-open': 'まだ異議申立てができます。期間の終了後に終了するか、全員が同意したことを示してください。',
  'rules.not-found': 'この版のルールはもうありません。',
  'rules.published': '公開したルールは変更できません。下書きを作成してください。',
  'rules.name-missing': '版には名前が必要です。',
  'rules.stale': 'この下書きは編集中に変更されました。',
  'rules.clauses-do-not-fit': (d) => `このままでは公開できません: ${clauseProblem(d('problem'))}`,
} satisfies Record<string, RefusalSentence>
