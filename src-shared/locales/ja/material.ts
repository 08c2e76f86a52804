import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('ja')

export const material = {
  title: 'ローカル資料',
  empty: '資料はまだありません',
  emptyDetail: 'ニュース、税や価格の情報、FAQ、営業プロセスを言語ごとに書き、どのパートナー向けかを指定してください。',
  gone: 'この資料はもうありません',
  untitled: '無題',
  kinds: { news: '製品ニュース', salesProcess: '営業プロセス', faq: 'FAQ と反論への回答', taxNote: '税に関する情報', pricingNote: '価格に関する情報', demo: '製品デモ', caseStudy: 'ケーススタディ', collateral: '販促資料' },
  states: { draft: '下書き', published: '公開中', withdrawn: '公開終了' },
  languages: { en: '英語', ja: '日本語', es: 'スペイン語' },
  parts: { question: '質問', objection: '反論', phase: 'フェーズ' },
  fields: {
    title: 'タイトル', kind: '種類', state: '状態', missing: '不足している言語', places: '国と地域', territoryId: 'テリトリー', partnerTypes: 'パートナーの種類', tiers: 'ティア', products: '製品', validFrom: '開始日', validTo: '終了日', pinned: '固定', place: '並び順',
    publishedAt: '公開日時', publishedByName: '公開者', updatedAt: '更新日時', en: '英語の文章', ja: '日本語の文章', es: 'スペイン語の文章', headings: '見出し',
  },
  views: { published: '公開中', drafts: '下書き', withoutJapanese: '日本語がない', withoutSpanish: 'スペイン語がない', all: 'すべて' },
  tabs: { audience: '対象', texts: '文章', history: '履歴' },
  yes: 'はい',
  no: 'いいえ',
  everybody: 'すべてのパートナー',
  complete: 'なし',
  territoryGone: 'このテリトリーはもうありません。誰にも表示されません',
  add: { places: '国を追加', regions: '地域を追加', partnerTypes: '種類を追加', tiers: 'ティアを追加', products: '製品を追加' },
  any: '指定なし',
  actions: { create: '資料を追加', edit: '文章を編集', publish: '公開', withdraw: '公開を終了', discard: '下書きを破棄', preview: 'パートナーのホームページ', previewOf: 'パートナーのホームページを見る', back: '一覧に戻る', print: '印刷', save: 'ファイルを保存', attach: 'ファイルを選択', removeFile: 'ファイルを外す', removeText: 'この文章を削除', saveText: '文章を保存', startOver: '変更を破棄' },
  form: { title: '資料を追加', kind: '種類', language: '言語', heading: 'タイトル', readyMade: '用意された営業プロセスから始める', submit: '資料を追加' },
  editor: {
    heading: 'タイトル', body: '本文', part: '見出し', reply: '回答', objectionReply: '切り返し', phaseText: '行うこと', criteria: '出口基準（1 行に 1 つ）', add: { question: '質問を追加', objection: '反論を追加', phase: 'フェーズを追加' }, removePart: '削除', none: '文章はまだありません', begin: '文章を書き始める', copyFrom: (language: string) => `${language}から写す`,
    unsaved: '未保存', limits: (size: string) => `PDF、PNG、JPEG、テキスト、CSV、マクロのない Word・Excel・PowerPoint。${size} まで。`,
    file: (name: string, size: string) => `${name}（${size}）`, notHere: 'ファイルはまだこの端末に届いていません',
  },
  page: {
    title: 'パートナーのホームページ', partner: 'パートナー', language: '言語', choose: 'パートナーを選ぶと、そのパートナーに見えるものが表示されます', own: 'パートナーの言語', day: (when: string) => `${when} 時点`,
    none: 'このパートナー向けに公開中の資料はありません', closed: 'このパートナーは資料を見られません', closedDetail: '承認済み・オンボーディング中・有効のいずれでもありません。', until: (when: string) => `${when} まで`, pieces: (count: number) => `${n(count)} 件`,
    fallback: (shown: string, wanted: string) => `${shown}で表示: ${wanted}の文章はまだありません`, fileIn: (language: string) => `ファイルは${language}`, why: '表示される理由', criteria: '次のフェーズに進む前に',
  },
  reasons: { everybody: 'すべてのパートナー向け', place: (place: string) => `場所: ${place}`, territory: (name: string) => `テリトリー: ${name}`, type: (type: string) => `種類: ${type}`, tier: (tier: string) => `ティア: ${tier}`, product: (code: string) => `製品: ${code}` },
  said: {
    created: (title: string) => `「${title}」を追加しました`, edited: '対象を変更しました', written: (title: string) => `「${title}」を保存しました`, removed: '文章を削除しました', attached: (name: string) => `「${name}」を添付しました`, fileRemoved: 'ファイルを外しました', saved: (name: string) => `「${name}」を保存しました`,
    published: (title: string) => `「${title}」を公開しました`, withdrawn: (title: string) => `「${title}」の公開を終了しました`, discarded: (title: string) => `「${title}」を破棄しました`,
  },
} satisfies Words['material']
