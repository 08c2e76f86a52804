import { countingIn } from '../counting.ts'

const { n } = countingIn('ja')

export const care = {
  title: 'パートナーケア',
  pages: { today: '今日', partners: 'パートナー', dark: '活動状況' },
  partner: 'パートナーのケア',
  gone: 'このパートナーはもうありません',
  empty: 'パートナーがまだありません',
  emptyDetail: '登録されたパートナーのケアをここで行います。',
  todayEmpty: '期限のものはありません',
  todayEmptyDetail: '期限が来たチェックイン、次のステップ、レビューがここに並びます。',
  badge: '期限が来た、または過ぎたチェックイン',
  more: (count: number) => `ほか ${n(count)} 件`,
  parts: { checkIns: 'チェックイン', first: 'チェックイン未実施', steps: '次のステップ', reviews: '四半期レビュー' },
  fields: {
    careState: 'チェックイン', dueOn: '次回チェックイン', lastHeldOn: '前回チェックイン', mood: '状態', everyDays: '個別の間隔 (日)', pausedReason: '休止の理由', planState: '共同計画', openSteps: '未完了の次のステップ',
    heldOn: '実施日', talkedAbout: '話した内容', nextStep: '次のステップ', nextStepOn: '期日', until: '休止の終了日', untilHint: '空欄の場合は再開するまで休止します', language: '言語',
    title: '件名', startsOn: '開始日', endsOn: '終了日', goals: '目標', goal: '目標', measure: '指標', target: '目標値', side: '担当', approvedBy: 'パートナー側の承認者', approvedOn: '承認日', means: '方法',
    quarter: '四半期', agenda: '議題', decisions: '決定事項', decisionsHint: '1 行に 1 件', actions: '次のアクション', houseNote: '社内メモ', houseNoteHint: 'パートナー向けの書面には載りません', competence: 'コンピテンシー', text: 'メモ', notedOn: '日付',
    checkInDays: 'チェックインの間隔 (日)', darkDays: '休眠とみなす無反応の日数', fiscalStart: '会計年度の開始月',
  },
  states: { overdue: '期限超過', due: '本日期限', first: '未実施', ahead: '期限内', paused: '休止中', away: '休業中', resting: '非アクティブ' },
  late: (days: number) => `${n(days)} 営業日超過`,
  moods: { good: '良好', mixed: 'まずまず', poor: '不調' },
  competences: { planning: '計画', finance: '財務', coaching: 'コーチング', logistics: '物流の効率化', valueAddedServices: '付加価値サービス', compliance: '法規制の遵守' },
  planStates: { draft: '下書き', locked: '承認待ち (ロック中)', returned: '差戻済', approved: '承認済', active: '有効', closed: '終了' },
  reviewStates: { open: '準備中', held: '実施済' },
  measures: { leadsAccepted: '受諾したリード', registrations: '登録商談', wonDeals: '成立商談', certificates: '有効な認定', other: '集計なし' },
  sides: { vendor: '当社', partner: 'パートナー', both: '双方' },
  means: { signature: '署名', mail: 'メール', meeting: '会議' },
  signs: { lead: 'リードの受諾', registration: '商談登録', quote: '見積', checkIn: 'チェックイン' },
  dark: {
    title: '休眠パートナー', none: '休眠パートナーはありません', noneDetail: (days: number) => `有効なパートナーすべてに、${n(days)} 日以内の動きがあります。`, never: '動きがありません', silent: (days: number) => `${n(days)} 日間動きなし`, last: (sign: string, when: string) => `${sign}、${when}`,
  },
  firstDeal: {
    title: '初回商談までの日数', none: '有効化後に商談があったパートナーはまだありません', explained: '有効化から最初の商談登録の承認または商談成立までの日数の中央値です。', median: (days: string) => `${days} 日`, of: (partners: number) => `${n(partners)} 社`, waiting: (partners: number) => `未達 ${n(partners)} 社`, byType: '種別ごと', byTerritory: 'テリトリーごと', noTerritory: 'テリトリーなし',
  },
  cadence: { own: (days: number) => `${n(days)} 日ごと`, company: (days: number) => `会社の設定: ${n(days)} 日ごと`, next: (when: string) => `次回 ${when}`, paused: (reason: string) => `休止中: ${reason}`, pausedUntil: (reason: string, when: string) => `${when} まで休止: ${reason}` },
  timeline: { title: 'チェックイン', none: 'チェックインはまだありません', skipped: '見送り', voided: '無効', by: (name: string) => `記録者 ${name}`, stepDone: (when: string) => `${when} 完了` },
  reviews: { title: '四半期レビュー', none: 'レビューはまだありません', figures: '数値', figuresNow: '現在の値です。レビューの実施時に、表示された値がそのまま保存されます。', figuresThen: (when: string) => `${when} に表示した値` },
  figures: {
    leadsAccepted: '受諾したリード', registrations: '登録商談', wonDeals: '成立商談', openDeals: '進行中の商談', checkIns: 'チェックイン', openTasks: '未完了のタスク', goals: '計画に対する実績', certificates: '期限が近い認定', agreements: '承諾が必要な契約書', none: 'なし',
    reached: (reached: string, target: string) => `${target} のうち ${reached}`, notCounted: '集計なし', ends: (person: string, course: string, when: string) => `${person}: ${course}、${when}`,
  },
  notes: { title: 'コーチングメモ', none: 'メモはまだありません', house: '社内専用です。パートナー向けの書面やエクスポートには載りません。' },
  plans: { title: '共同計画', none: '計画はまだありません', version: (version: number) => `第 ${version} 版`, noGoals: '目標はまだありません', lockedBy: (name: string, when: string) => `${name} が ${when} にロックしました。パートナーの回答まで編集できません。`, returned: (reason: string) => `差戻し: ${reason}`, approvedBy: (name: string, when: string, means: string) => `${name} が ${when} に承認 (${means})`, closed: (reason: string) => `終了: ${reason}`, earlier: '以前の版' },
  views: { due: '期限', all: '有効なパートナー', paused: '休止中', poor: '不調' },
  actions: {
    open: '開く', back: '戻る', checkIn: 'チェックインを記録', skip: 'チェックインを見送る', pause: 'チェックインを休止', resume: '再開', cadence: '間隔', voidCheckIn: '無効にする', finishStep: '完了', addNote: 'コーチングメモ', removeNote: 'メモを削除',
    openReview: 'レビューを準備', holdReview: '実施済として記録', discardReview: '破棄', printReview: 'レビューを印刷', newPlan: '新しい計画', newVersion: '新しい版', editPlan: '計画を編集', discardPlan: '下書きを破棄', lockPlan: '承認のためロック', approvePlan: 'パートナーの承認', returnPlan: '差し戻す', activatePlan: '有効にする', closePlan: '計画を終了', printPlan: '計画を印刷',
    terms: 'ケアの設定', print: '印刷', save: '保存', addGoal: '目標を追加', addAction: 'アクションを追加', remove: '削除',
  },
  said: {
    checkedIn: (partner: string) => `${partner} とのチェックインを記録しました`, skipped: (partner: string) => `${partner} とのチェックインを見送りました`, paused: (partner: string) => `${partner} とのチェックインを休止しました`, resumed: (partner: string) => `${partner} とのチェックインを再開しました`, cadence: (partner: string) => `${partner} の間隔を変更しました`, voided: 'チェックインを無効にしました', stepDone: '次のステップを完了しました', noteAdded: 'コーチングメモを追加しました', noteRemoved: 'コーチングメモを削除しました',
    reviewOpened: (quarter: string) => `${quarter} のレビューを準備しました`, reviewSaved: 'レビューを保存しました', reviewHeld: (quarter: string) => `${quarter} のレビューを記録しました`, reviewDiscarded: 'レビューを破棄しました', planDrafted: '計画の下書きを作成しました', planSaved: '計画を保存しました', planDiscarded: '下書きを破棄しました', planLocked: 'パートナーの承認のため計画をロックしました', planApproved: '承認を記録しました', planReturned: '計画を差し戻しました', planActive: '計画が有効になりました', planClosed: '計画を終了しました', terms: 'ケアの設定を変更しました',
  },
  sheet: { plan: '共同計画', review: '四半期レビュー', period: (from: string, to: string) => `${from}～${to}`, held: (when: string) => `${when} 実施`, approved: (name: string, when: string) => `${name} 様 ${when} 承認`, draft: '未承認', due: '期日', we: '当社', you: '貴社', both: '双方', none: 'なし' },
}
