import type { RefusalSentence } from '../refusal-sentence.ts'
import { onboarding } from './onboarding.ts'
import { partners } from './partners.ts'

const status = (code: string): string => partners.statuses[code as keyof typeof partners.statuses] ?? code
const problem = (code: string): string => onboarding.problems[code as keyof typeof onboarding.problems] ?? code
const task = (d: (name: string) => string): string => (d('ja') === '' ? 'このタスク' : `「${d('ja')}」`)
const requirements = (codes: string): string => codes.split(/[,、]\s*/).map((code) => onboarding.requirements[code as keyof typeof onboarding.requirements] ?? code).join('、')

/** Refusals of checklist templates, checklists and activation. */
export const onboardingRefusals = {
  'template.not-found': 'このテンプレートはもうありません。',
  'template.published': '公開したものは変更できません。新しい版を作成してください。',
  'template.not-published': (d) => `「${d('name')}」は公開されていません。チェックリストは公開済みのテンプレートから始めます。`,
  'template.name-missing': 'テンプレートには名前が必要です。',
  'template.stale': 'テンプレートはその間に変更されました。',
  'template.does-not-fit': (d) => `このままでは誰も完了できません。${problem(d('problem'))}：${[d('at'), d('other')].filter(Boolean).join(' → ') || '–'}`,
  'checklist.not-found': 'このチェックリストはもうありません。',
  'checklist.partner-not-approved': (d) => `${d('partner')}はまだ承認されていません（${status(d('status'))}）。オンボーディングは承認後に始まります。`,
  'checklist.running-already': (d) => `${d('partner')}はすでに「${d('name')}」を進めています。`,
  'checklist.not-running': 'このチェックリストは終了しています。記録はそのまま残ります。',
  'task.not-found': 'チェックリストにこのタスクはありません。',
  'task.blocked': (d) => `${task(d)}はブロック中です。${d('waitsJa') === '' ? '段階がまだ開いていないか、保留されています。' : `先に必要なもの：${d('waitsJa')}`}`,
  'task.not-applicable': (d) => `${task(d)}はこのパートナーには対象外です。`,
  'task.done-already': (d) => `${task(d)}はすでに完了しています。`,
  'task.not-waiting': (d) => `${task(d)}は承認待ちではありません。`,
  'task.nothing-to-revoke': (d) => `${task(d)}は完了していないため、取り消すものがありません。`,
  'task.reason-missing': '理由を入力してください。',
  'task.evidence-missing': (d) => `${task(d)}を完了するには証跡が必要です。`,
  'task.acceptance-missing': (d) => `${task(d)}は、現在有効な版への同意で完了します。同意がまだ記録されていません。契約書の画面で同意を記録してください。`,
  'task.certificate-missing': (d) => `${task(d)}は、認定証で完了します。現在有効な認定証が記録されていません。トレーニングの画面で認定証を記録してください。`,
  'task.assignee-unknown': (d) => `${d('partner')}にその担当者はいません。`,
  'activation.stale': (d) => `開いた後に${d('partner')}のチェックリストに動きがありました。もう一度確認してから決定してください。`,
  'activation.gate-not-met': (d) => `${d('partner')}はまだ有効化できません：${requirements(d('unmet'))}${d('missingJa') === '' ? '' : `。不足：${d('missingJa')}`}`,
  'partner.still-holds': (d) => `${d('partner')}はまだ保有しています：リード${d('leads')}、登録${d('registrations')}、商談${d('opportunities')}、取引先${d('accounts')}、見積${d('quotes')}、チェックリスト${d('checklists')}、共同計画${d('plans')}。引継ぎ先を指定してください。`,
  'partner.in-conflict-case': (d) => `${d('company')}との商談はチャネルの競合案件になっています。先に裁定してください。`,
  'partner.successor-not-active': '引継ぎできるのは、別の有効なパートナーだけです。',
  'partner.access-stopped': (d) => `チェックリストで取り消された項目があるため、${d('partner')}の利用は停止されています。先にその項目を完了してください。`,
  'partner.checklist-open': (d) => `${d('partner')}はチェックリストを進めています。有効化はそこで決定します。`,
  'import.partners-active': (d) => `以前から有効なパートナーとして取り込む件数：${d('rows')}。チェックリストは経ていません。`,
  'partner.checklist-closed': (d) => `${d('partner')}のチェックリストは、有効化の決定なしに終了しました。もう一度開始し、そこで決定してください。`,
} satisfies Record<string, RefusalSentence>
