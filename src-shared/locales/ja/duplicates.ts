import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('ja')

export const duplicates = {
  title: '重複',
  list: '同じ可能性のある組',
  empty: '重複していそうなリードはありません',
  emptyDetail: '統合した組や別物と判断した組は、再び表示されません。',
  searching: (done: number, of: number) => `リード ${n(of)} 件中 ${n(done)} 件を確認`,
  pairs: (count: number) => `${n(count)} 組`,
  of: '同じ可能性のあるリード',
  looking: '重複を探しています…',
  mergedInto: (company: string) => `「${company}」に統合済み`,
  why: '根拠',
  acts: { merge: '統合…', apart: '別のリード', next: '次の組', previous: '前の組' },
  merge: {
    title: (company: string, other: string) => `「${other}」を「${company}」に統合`,
    description: '結果は右側に表示されます。メモはつなぎ合わされ、辞退したパートナーとオファーの履歴も引き継がれます。元に戻せます。',
    field: '項目',
    stays: '残す',
    goes: '統合する',
    result: '結果',
    swap: '逆にする',
    differs: '相違あり',
    takes: (field: string) => `${field}は統合する側の値を使う`,
    keeps: (field: string) => `${field}は残す側の値を使う`,
    partner: (partner: string) => `${partner}が引き続き担当します。`,
    loses: (partner: string) => `${partner}は担当から外れます。`,
    nobody: 'どちらも担当パートナーはいません。',
    submit: '統合',
  },
  said: { merged: (other: string, company: string) => `「${other}」を「${company}」に統合しました`, apart: (company: string, other: string) => `「${company}」と「${other}」を別のリードとしました` },
} satisfies Words['duplicates']
