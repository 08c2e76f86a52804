import type { RefusalSentence } from '../refusal-sentence.ts'

const quoted = (value: string): string => (value === '' ? 'この値' : `「${value}」`)

/** Refusals of merging accounts. */
export const accountRefusals = {
  'account.merge-with-itself': '取引先を自分自身と統合することはできません。',
  'account.merged-already': (d) => `${quoted(d('name'))}はその間に${quoted(d('into'))}に統合されました。そちらで続けてください。`,
  'account.merge-numbers-differ': (d) => `${quoted(d('name'))}と${quoted(d('other'))}は法人番号が異なる別の会社です。統合せず、親会社として設定してください。`,
} satisfies Readonly<Record<string, RefusalSentence>>
