import type { RefusalSentence } from '../refusal-sentence.ts'
import { material } from './material.ts'

const language = (code: string): string => material.languages[code as keyof typeof material.languages] ?? code
const field = (code: string): string => material.fields[code as keyof typeof material.fields] ?? code
const kind = (code: string): string => material.kinds[code as keyof typeof material.kinds] ?? code
const part = (code: string): string => material.parts[code as keyof typeof material.parts] ?? code
/** What turns the direction of writing would turn the sentence, too. */
const visible = (name: string): string => name.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�')

/** Refusals of local material and of files that others will open. */
export const materialRefusals = {
  'material.not-found': 'この資料はもうありません。',
  'material.stale': (d) => `ほかの人がその間に変更しました（${language(d('language')) || field(d('field'))}）。もう一度確かめて変更してください。`,
  'material.not-ready-made': (d) => `「${kind(d('kind'))}」には用意された文章がありません。`,
  'material.place-unknown': (d) => `「${d('value')}」という場所はありません。`,
  'material.dates-reversed': '終了日が開始日より前です。',
  'material.part-out-of-place': (d) => `「${kind(d('kind'))}」に${part(d('part'))}は入れられません。`,
  'material.text-missing': (d) => `ファイルは文章に添付します。先に${language(d('language'))}の文章を書いてください。`,
  'material.published': 'すでに公開されています。',
  'material.not-published': '公開されていません。',
  'material.not-a-draft': '公開したものは破棄できません。公開を終了してください。',
  'material.nothing-written': '少なくとも 1 つの言語で書いてください。',
  'material.body-missing': (d) => `「${d('title')}」（${language(d('language'))}）に本文もファイルもありません。`,
  'material.parts-missing': (d) => `「${d('title')}」（${language(d('language'))}）に質問やフェーズがまだありません。`,
  'material.reply-missing': (d) => `「${d('title')}」（${language(d('language'))}）の回答がまだありません。`,
  'material.criteria-missing': (d) => `フェーズ「${d('title')}」（${language(d('language'))}）の出口基準を書いてください。`,
  'material.file-missing': 'この文章にファイルはありません。',
  'material.file-not-here': (d) => `「${d('name')}」はまだこの端末に届いていません。次の同期で届きます。`,
  'file.name-unsafe': (d) => `「${visible(d('name'))}」はファイル名として使えません。フォルダーや見えない文字、装置の名前が含まれています。名前を変えてください。`,
  'file.type-differs': (d) => `「${d('name')}」の中身は名前と違います。実際は .${d('ending')} のファイルです。`,
  'file.damaged': (d) => `「${d('name')}」は壊れています。`,
  'file.two-in-one': (d) => `「${d('name')}」の終わりの後に別のデータがあります。保存し直してから選んでください。`,
  'file.locked': (d) => `「${d('name')}」はパスワードで保護されていて、中を確かめられません。`,
  'file.active-content': (d) => `「${d('name')}」には自動で動くものがあります。マクロ、スクリプト、数式、埋め込みファイルは受け付けません。`,
  'file.unpacks-too-large': (d) => `「${d('name')}」は展開すると大きすぎます。`,
} satisfies Record<string, RefusalSentence>
