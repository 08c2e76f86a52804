import type { Words } from '../words.ts'

export const documents = {
  title: '書類',
  empty: 'テンプレートはまだありません',
  emptyDetail: 'テンプレートがないと、書類には会社名だけが載ります。送付する種類と言語ごとに追加してください。',
  kinds: { proposal: '見積書', orderForm: '注文書' },
  tabs: { templates: 'テンプレート', clauses: '取引条件' },
  fields: {
    name: '名前', kind: '種類', language: '言語', preferred: '優先して使う', title: '表題', accent: '色', sender: '差出人', opening: '明細の前の文', closing: '結びの文', footer: '各ページの下部',
    era: '元号で表す', seal: '押印欄', heading: '見出し', text: '本文', kinds: '種類', countries: '対象の国', exceptCountries: '対象外の国', place: '順序', enabled: '使用中',
  },
  hints: {
    title: '空欄なら通常の表題になります。', sender: '1 行目に会社名、続けて住所を行ごとに入力します。', accent: '見出しと罫線の色（#rrggbb）。',
    placeholders: (names) => `波かっこ内の次の語は置き換えられます: ${names}`, countries: '国コードをカンマ区切りで入力します。空欄ならすべての国。',
  },
  actions: { newTemplate: '新しいテンプレート', newClause: '新しい取引条件', remove: '削除', preview: '書類をプレビュー…', save: '保存', saveAs: (format) => `${format} で保存` },
  noClauses: '取引条件はまだありません',
  preview: {
    title: (name) => `「${name}」の書類`, kind: '種類', language: '言語', pages: (count) => `${count} ページ`, page: (page, pages) => `${page} / ${pages} ページ`,
    draft: '見積を送付できるようになるまで「下書き」と表示されます。', loading: 'レイアウト中',
  },
  said: {
    saved: (name) => `「${name}」を保存しました`, created: (name) => `「${name}」を追加しました`, removed: (name) => `「${name}」を削除しました`, written: (name) => `${name} を書き出しました`,
  },
  paper: {
    titles: { proposal: '御見積書', orderForm: '注文書' },
    draft: '下書き',
    attention: (name) => `${name} 様`,
    number: '見積番号', otherNumber: '旧番号', subject: '件名', date: '見積日', validUntil: '有効期限', sellerNumber: '登録番号', buyerNumber: '貴社登録番号',
    headline: (taxed) => (taxed ? '御見積金額（税込）' : '御見積金額'),
    columns: { place: 'No.', item: '品名', quantity: '数量', unitPrice: '単価', discount: '値引', tax: '税率', amount: { exclusive: '金額（税抜）', inclusive: '金額（税込）' } },
    units: { piece: { one: '個', other: '個' }, set: { one: '式', other: '式' }, user: { one: 'ユーザー', other: 'ユーザー' }, seat: { one: '席', other: '席' }, licence: { one: 'ライセンス', other: 'ライセンス' }, site: { one: '拠点', other: '拠点' }, hour: { one: '時間', other: '時間' }, day: { one: '日', other: '日' }, month: { one: 'か月', other: 'か月' }, year: { one: '年', other: '年' } },
    term: (from, to) => `${from}～${to}`,
    carriedOver: '次頁へ繰越', carriedFrom: '前頁より繰越',
    subtotal: '小計', discount: '値引', taxable: (rate) => `${rate}対象（税抜）`, taxOf: (rate) => `消費税（${rate}）`, net: '税抜合計', taxTotal: '消費税合計', gross: '税込合計',
    tax: '消費税', reverseCharge: (number) => `リバースチャージ方式により、役務の受領者が納税義務を負います${number === '' ? '' : `（${number}）`}。`,
    notes: '備考', seal: '印',
    acceptance: { title: 'ご注文', text: '上記の内容、価格および取引条件にて注文いたします。', fields: ['会社名', '役職・氏名', '日付', '署名・印'] },
    pageOf: (page, pages) => `${page} / ${pages} 頁`,
  },
} satisfies Words['documents']
