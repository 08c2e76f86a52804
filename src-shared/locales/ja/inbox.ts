import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('ja')

export const inbox = {
  title: '受信箱',
  list: '対応待ちのリード',
  empty: '対応待ちのリードはありません',
  emptyDetail: '自動では要件を満たさない新規リード、重複の可能性があるリード、パートナーのいないリード、まもなく切れるオファーがここに並びます。',
  badge: (count: number) => `対応待ち ${n(count)} 件`,
  progress: (done: number, of: number) => `${n(of)} 件中 ${n(done)} 件完了`,
  more: (count: number) => `このほかに ${n(count)} 件`,
  reasons: { runsOut: '期限間近・超過', cameBack: '戻ってきた', possibleDuplicate: '重複の可能性', unroutable: '担当なし', toQualify: '要判定' },
  all: 'すべて',
  which: '表示する理由',
  done: '完了',
  acts: {
    qualify: '有望と判定',
    offer: 'ルールで配分',
    assign: '割り当て…',
    merge: '統合…',
    apart: '別のリード',
    lose: '失注にする…',
    later: '後で',
    open: 'リードを開く',
    next: '次のリード',
    previous: '前のリード',
  },
  offering: 'ルールで配分しています',
  said: { offered: (company: string) => `「${company}」をルールで配分しました`, nobody: (company: string) => `「${company}」に合うパートナーが見つかりません`, waits: (company: string) => `「${company}」は配分されませんでした。理由を確認してください` },
} satisfies Words['inbox']
