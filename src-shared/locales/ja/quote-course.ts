import type { Words } from '../words.ts'

export const quoteCourse: Words['quoteCourse'] = {
  open: '見積を開く',
  gone: {
    unlinked: '商談登録が選ばれていません', otherPartner: '別のパートナーの商談登録です', otherCustomer: '別の顧客の商談登録です', draft: 'まだ申請されていません', submitted: 'まだ承認されていません', inReview: '審査中です',
    actionRequired: 'パートナーの回答待ちです', approved: '保護期間が終わっています', rejected: '却下されました', withdrawn: '取り下げられました', expired: '失効しました', closedWon: '成約し、価格の保証も終わっています', closedLost: '失注しました',
    revoked: '承認が取り消されました',
  },
  registration: {
    title: '登録商談', none: 'なし', submit: '選ぶ', nothing: 'このパートナーがこの顧客で登録した商談はありません。',
    explain: '有効な間だけ登録分の割引が付き、顧客に見積がある間は保護期間が終わりません。商談にまだ主見積がなければ、この見積が主見積になります。',
    standing: (percent, until) => `割引 ${percent}%、${until}まで`,
    frozen: (percent) => `割引 ${percent}%、期限は停止中`,
    ended: (why) => `割引なし（${why}）`,
    linked: (name) => `「${name}」を登録商談の見積にしました`,
    unlinked: (name) => `「${name}」を登録商談から外しました`,
  },
  registrationEnded: (why) => `単価に商談登録分の割引が残っていますが、${why}。再計算してください。`,
  marginFalls: (why) => `商談登録分の割引はなくなります（${why}）。`,
  proof: {
    title: '承諾の証拠', choose: 'ファイルを添付…', explain: '顧客が署名または送付したもの（PDF・PNG・JPEG、1 MB まで）。記録として残ります。', save: '証拠を保存', kept: (name, size) => `${name}（${size}）`, saved: (name) => `${name} を保存しました`, remove: '添付しない',
  },
  logo: { title: 'ロゴ', choose: '画像を選ぶ…', remove: '外す', explain: 'PNG、200 KB まで。1 ページ目の先頭に入ります。', size: (width, height) => `${width} × ${height} ピクセル`, alone: '先にテンプレートを追加すると、ロゴを入れられます。' },
}
