import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('ja')

export const quotes = {
  line: (number: number) => `${n(number)} 行目`,
  rate: (rate: string) => `税率 ${rate} %`,
  whole: '見積全体',
  net: '税抜',
  tax: '税額',
  gross: '税込',
  base: '課税対象額',
  total: '合計',
  roundings: '端数処理',
  rounded: { amount: '金額', discount: '値引', tax: '税額' },
  roundedTo: (what: string, exact: string, result: string) => `${what} ${exact} を ${result} に端数処理しました。`,
  shownAs: (what: string, exact: string, result: string) => `${what} ${exact} は、合計が一致するように ${result} と表示しています。`,
  scopes: { line: '明細行ごと', rate: '税率ごとに 1 回', document: '見積全体で 1 回' },
  otherwise: (scope: string, total: string, tax: string) => `${scope}の端数処理では、合計は ${total}（税額 ${tax}）になります。`,
  more: (count: number) => `ほか ${n(count)} 件`,
} satisfies Words['quotes']
