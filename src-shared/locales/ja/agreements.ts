import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('ja')

export const agreements = {
  title: '契約書',
  empty: '契約書はまだありません',
  emptyDetail: 'パートナーが同意する文面を言語ごとに書いてください。同意は、その人が読んだ文面そのものに結び付きます。',
  kinds: { reseller: '再販契約', confidentiality: '秘密保持', dataProtection: 'データ保護', program: 'プログラム規約' },
  states: { accepted: '同意済み', acceptAgain: '再同意が必要', missing: '未同意', unpublished: '同意する文面がまだない' },
  versionStates: { draft: '下書き', published: '公開済み' },
  means: { signature: '書面に署名', eSignature: '電子署名', click: '画面で同意' },
  version: (version: number) => `第 ${n(version)} 版`,
  effective: (when: string) => `${when} から適用`,
  publishedBy: (name: string, when: string) => `${name}が ${when} に公開`,
  acceptAgain: '以前の版に同意した人も再同意が必要',
  accepted: (count: number) => `同意 ${n(count)} 件`,
  by: (person: string, when: string) => `${person}、${when}`,
  exactly: (version: number, language: string) => `第 ${n(version)} 版、${language}`,
  hash: (hash: string) => `文面 ${hash}`,
  voided: (reason: string) => `無効: ${reason}`,
  none: 'このパートナー向けの契約書はありません',
  before: '以前の同意',
  noVersions: '版はまだありません',
  actions: { create: '契約書を追加', draft: '次の版', edit: '下書きを編集', publish: '公開', discard: '下書きを破棄', accept: '同意を記録', void: '無効にする', read: '読む' },
  form: { title: '契約書を追加', code: 'コード', name: '名前', kind: '種類', countries: '国', partnerTypes: '種別', any: 'すべて', addCountry: '国を追加', addType: '種別を追加', submit: '契約書を追加' },
  versionForm: { title: (name: string) => `${name}の次の版`, texts: '文面', language: '言語', heading: '表題', text: '本文', addLanguage: '言語を追加', removeLanguage: 'この言語を削除', acceptAgain: '再同意が必要', effectiveOn: '適用日', effectiveHint: '空欄: 公開した日から', note: '変更点', save: '下書きを保存' },
  publishing: { title: (name: string, version: number) => `${name} 第 ${n(version)} 版を公開しますか？`, description: '公開したものは変わりません。同意した人はこの文面そのものに結び付きます。', submit: '公開' },
  accepting: { title: (name: string) => `${name}への同意`, language: '同意した言語', person: '同意した人', somebody: 'ほかの人', personName: '氏名', acceptedOn: '同意した日', means: '方法', proof: '証拠の所在', submit: '記録' },
  voiding: { title: 'この同意を無効にしますか？', reason: '理由', submit: '無効にする' },
  reading: (title: string) => `文面: ${title}`,
  said: { created: (name: string) => `契約書「${name}」を追加しました`, drafted: (name: string) => `「${name}」の下書きを保存しました`, published: (name: string) => `「${name}」を公開しました`, discarded: (name: string) => `「${name}」の下書きを破棄しました`, accepted: (name: string) => `「${name}」への同意を記録しました`, voided: '同意を無効にしました' },
} satisfies Words['agreements']
