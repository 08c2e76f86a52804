import type { RefusalSentence } from '../refusal-sentence.ts'
import { deals } from './deals.ts'
import { partners } from './partners.ts'

const registrationStatus = (code: string): string => deals.statuses[code as keyof typeof deals.statuses] ?? code
const dealField = (code: string): string => deals.fields[code as keyof typeof deals.fields] ?? code
const status = (code: string): string => partners.statuses[code as keyof typeof partners.statuses] ?? code
const quoted = (value: string): string => (value === '' ? 'この値' : `「${value}」`)

/** Refusals of registered deals and of the terms they are registered by. */
export const dealRefusals = {
  'registration.not-found': 'この商談登録はもうありません。',
  'registration.status-not-reachable': (d) => `「${registrationStatus(d('from'))}」から「${registrationStatus(d('to'))}」へは変更できません。`,
  'registration.held': 'チャネルの競合の案件で保留されています。そちらで裁定されます。',
  'registration.not-draft': (d) => `もう下書きではありません（${registrationStatus(d('status'))}）。`,
  'registration.company-missing': '商談登録にはお客様の社名が必要です。',
  'registration.products-missing': '商談登録には製品が 1 つ以上必要です。',
  'registration.product-not-authorised': (d) => `${d('partner')}は ${d('products')} の販売を認定されていません。`,
  'registration.partner-not-active': (d) => `${d('partner')}は有効ではありません（${status(d('status'))}）。登録できるのは有効なパートナーだけです。`,
  'registration.amount-incomplete': '金額には通貨が必要です。先に通貨を選んでください。',
  'registration.currency-unknown': (d) => `${quoted(d('currency'))}という通貨はありません。`,
  'registration.registered-already': (d) => `このパートナーは${quoted(d('company'))}の同じ案件をすでに登録しています。`,
  'registration.no-resubmissions-left': '条件で認められた回数まで申請済みです。',
  'registration.not-editable': (d) => `「${registrationStatus(d('status'))}」の間は変更できません。`,
  'registration.nothing-asked': '確認事項はありません。すでに回答済みかもしれません。',
  'registration.field-not-open': (d) => `いま変更できるのは確認を求められた項目だけです。${quoted(dealField(d('field')))}は含まれていません。`,
  'registration.window-used-up': '引き継いだ前回の登録の独占期間が終わっています。待機期間が過ぎるまでお待ちください。',
  'registration.decided-already': (d) => `${d('by') === '' ? '' : `${d('by')}が`}すでに決定しています: ${registrationStatus(d('status'))}。`,
  'registration.not-extendable': (d) => `延長できるのは、期間中か終了直後の登録だけです（${registrationStatus(d('status'))}）。`,
  'registration.no-extensions-left': '条件で認められた回数まで延長済みです。',
  'registration.extension-too-long': (d) => `延長は最長 ${d('most')} 日です。`,
  'registration.no-extension-asked': '延長の申請はありません。すでに決定済みかもしれません。',
  'registration.not-approved': (d) => `承認済の登録でのみ行えます（${registrationStatus(d('status'))}）。`,
  'registration.claimed-meanwhile': '期間の終了後に別の登録があるため、延長できません。',
  'registration.stale': 'この項目は編集中に変更されました。',
  'registration.policy-name-missing': '登録ポリシーには名前が必要です。',
  'registration.policy-not-found': 'この登録ポリシーはもうありません。',
} satisfies Record<string, RefusalSentence>
