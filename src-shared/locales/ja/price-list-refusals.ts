import type { RefusalSentence } from '../refusal-sentence.ts'

const quoted = (value: string): string => (value === '' ? 'この値' : `「${value}」`)

/** Why a price list or the taxes of a country cannot be so. */
export const priceListRefusals = {
  'price-book.product-twice': (d) => `${quoted(d('product'))}が二度あります。`,
  'price-book.price-moved': (d) => `${quoted(d('product'))}の価格は編集中に${d('theirs') === '' ? '削除' : `${d('theirs')} に変更`}されました。`,
  'price-book.percent-out-of-range': (d) => `価格を ${d('value')}% 変更することはできません。`,
  'price-book.copy-too-early': (d) => `元の価格表の開始日は ${d('on')} です。終了させるには、新しい価格表の開始日をそれより後にしてください。`,
  'tax-policy.country-unknown': (d) => `${quoted(d('value'))}という国はありません。`,
  'tax-policy.stale': (d) => `${d('by')}さんが第 ${d('version')} 版を公開しました。先に確認してください。`,
  'tax-policy.rate-out-of-range': (d) => `${quoted(d('value'))}は 0 から 100 の間ではありません。`,
  'tax-policy.dates-reversed': (d) => `${d('from')} からの税率の終了日が開始日より前になっています。`,
  'tax-policy.rates-overlap': (d) => `${d('from')} に同じ区分の税率が二つあります。前の税率を前日で終了してください。`,
  'tax-policy.number-shape-invalid': (d) => `${quoted(d('value'))}は番号の形式ではありません。# は数字、* は数字または英字です。`,
} satisfies Record<string, RefusalSentence>
