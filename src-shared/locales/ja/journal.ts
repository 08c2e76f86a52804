import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('ja')

export const journal = {
  title: 'アクティビティ',
  empty: 'インポートや割り当てはまだ行われていません',
  emptyDetail: 'インポートと割り当てルールの実行がここに並び、それぞれ元に戻せます。',
  historyEmpty: '変更の記録はありません',
  batch: {
    import: (subject: string) => `${subject}のインポート`,
    assignment: '割り当てルールの実行',
    rows: (count: number) => `${n(count)} 件`,
    states: { running: '実行中', done: '完了', undoing: '取り消し中', undone: '取り消し済み' },
    undo: '元に戻す',
    undoing: (label: string) => `元に戻しています: ${label}`,
    undone: (label: string) => `取り消しました: ${label}`,
  },
  undo: 'この変更を元に戻す',
  undone: '取り消し済み',
  you: '自分',
  form: (name: string) => `Web フォーム「${name}」`,
  schedule: 'スケジュール',
  partOfBatch: 'インポートまたは一括割り当ての一部',
  noValue: '空',
  events: {
    'lead.created': '追加',
    'lead.edited': '編集',
    'lead.stage-set': 'ステージを変更',
    'lead.assigned-manually': '手動で割り当て',
    'lead.released-to-rules': 'ルールに戻した',
    'partner.created': '追加',
    'partner.edited': '編集',
    'partner.status-set': 'ステータスを変更',
    'territory.created': '追加',
    'territory.edited': '編集',
    'territory.removed': '削除',
    'rule.created': 'ルールを追加',
    'rule.edited': 'ルールを編集',
    'rule.removed': 'ルールを削除',
    'change.undone': '取り消し',
  },
  commands: {
    'imports.appendRows': 'インポート',
    'assignment.applyDecisions': 'ルールによる割り当て',
    'leads.assignManually': '手動で割り当て',
    'journal.undo': '取り消し',
    'journal.undoPart': '取り消し',
    'leads.releaseToRules': 'ルールに戻した',
    'sync.adopt': '中央 API に送信',
  },
  otherChange: '変更',
} satisfies Words['journal']
