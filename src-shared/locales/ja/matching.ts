import type { Evidence } from '../../matching/evidence.ts'
import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { counted } = countingIn('ja')

export const matching = {
  verdicts: { same: '同一', likely: '同一の可能性が高い', look: '要確認', different: '別の組織' },
  nothing: '似たものはありません',
  evidence: (evidence: Evidence): string => {
    switch (evidence.kind) {
      case 'confirmed':
        return 'この名称がこの組織を指すことは確認済みです'
      case 'refuted':
        return 'この名称がこの組織を指さないことは確認済みです'
      case 'corporateNumber':
        return evidence.agrees ? `法人番号が同じ：${evidence.query}` : `法人番号が異なる：${evidence.query}、${evidence.candidate}`
      case 'domain':
        return evidence.shared
          ? `${evidence.query} は多くの企業が使うドメインのため、判断の材料になりません`
          : evidence.agrees
            ? `ドメインが同じ：${evidence.query}${evidence.bearers > 1 ? `（${counted(evidence.bearers, '# 件で使用', '# 件で使用')}）` : ''}`
            : `ドメインが異なる：${evidence.query}、${evidence.candidate}`
      case 'name':
        return [
          evidence.shared.length === 0 ? '名称に共通の語がありません' : `名称の共通部分：${evidence.shared.map(({ one, other, how }) => (how === 'same' ? one : `${one}＝${other}（${matching.how[how]}）`)).join('、')}`,
          ...(evidence.onlyQuery.length === 0 ? [] : [`検索側のみ：${evidence.onlyQuery.join(' ')}`]),
          ...(evidence.onlyCandidate.length === 0 ? [] : [`候補側のみ：${evidence.onlyCandidate.join(' ')}`]),
        ].join('／')
      case 'address':
        return matching.address[evidence.how]
      case 'contact':
        return evidence.how === 'email' ? `同じメールアドレス ${evidence.value}` : `同じ電話番号 ${evidence.value}`
      case 'country':
        return evidence.agrees ? `国が同じ：${evidence.query}` : `国が異なる：${evidence.query}、${evidence.candidate}`
      case 'product':
        return evidence.agrees ? `製品が同じ：${evidence.query}` : `製品が異なる：${evidence.query}、${evidence.candidate}（商談は競合しません）`
    }
  },
  how: { same: '同じ', meaning: '同じ意味', spelling: '表記が近い', joined: '続けて表記', initials: '略称', reading: '読みが同じ' },
  address: { place: '住所が同じ', postcode: '郵便番号が同じ', elsewhere: '地域が異なる' },
} satisfies Words['matching']
