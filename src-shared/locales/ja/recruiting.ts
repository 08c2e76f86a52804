import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('ja')

export const recruiting = {
  title: 'パートナーの採用',
  empty: 'まだ応募はありません',
  emptyDetail: 'パートナーになりたい会社、または迎えたい会社を記録してください。',
  gone: 'この応募はもうありません',
  erasedName: '消去済みの応募者',
  fields: {
    company: '会社', companyEn: '英文社名', corporateNumber: '法人番号', website: 'ウェブサイト', domain: 'ウェブドメイン', country: '国', region: '地域', city: '市区町村', postcode: '郵便番号', address: '住所',
    employees: '従業員数', partnerType: '希望する種別', industries: '業種', languages: '言語', products: '製品', source: '経路', referredBy: '紹介者', persons: '担当者', answers: '回答', notes: 'メモ', profileId: 'パートナー像',
    status: '状態', receivedAt: '受付', vetter: '審査担当', vettingAt: '審査開始', decidedBy: '決定者', decidedAt: '決定', declineReason: '理由', reasonForApplicant: '応募者への説明', reasonForHouse: '社内のみ',
    partnerId: 'パートナー', retentionUntil: '保管期限', erasedAt: '消去', importId: 'インポート',
  },
  statuses: { applicant: '応募', vetting: '審査中', approved: '承認', declined: '見送り' },
  sources: { referral: '紹介', inbound: 'インバウンド', outbound: 'アウトバウンド' },
  declineReasons: { profile: 'パートナー像に合わない', region: 'この地域のパートナーは足りている', capacity: '担当できる者がいない', conflict: 'ほかのパートナーとのチャネルの競合', unverified: '確認できなかった', duplicate: 'すでに応募している', withdrawn: '辞退', other: 'その他' },
  views: { open: '未決', all: 'すべての応募', declined: '見送り' },
  tabs: { vetting: '審査', details: '詳細', history: '履歴' },
  groups: { company: '会社', wants: '希望', people: '担当者', decision: '決定', notes: 'メモ' },
  list: '一覧',
  board: { title: '採用ボード', open: 'ボード', none: 'なし', more: (count: number) => `一覧にあと ${n(count)} 件` },
  actions: { create: '応募を追加', vetting: '審査を始める', approve: '承認', decline: '見送る', reopen: '再び審査する', eraseNow: '今すぐ消去', profiles: 'パートナー像', keep: '期限の過ぎたものを消去', addPerson: '担当者を追加', removePerson: (name: string) => `${name}を外す` },
  standing: { kept: (when: string) => `応募の内容は ${when} まで保管され、その後消去されます`, erased: (when: string) => `個人に関する内容は ${when} にすべて消去されました。国、経路、結果は残ります。`, became: (partner: string) => `${partner}になりました` },
  form: { title: '応募を追加', description: '会社と経路だけで足ります。残りは審査しながら記入できます。', person: '連絡してきた人', personName: '氏名', personEmail: 'メール', personPhone: '電話', personRole: '役職', addLanguage: '言語を追加', addProduct: '製品を追加', addIndustry: '業種を追加', none: '記載なし', submit: '応募を追加' },
  vetting: {
    title: '確認すること', fit: '適合度', beside: '並べて比較', applicant: '応募者', evidence: '同じ会社かもしれない理由',
    checks: {
      company: { fine: '会社名があります', stops: '会社名がありません' },
      country: { fine: '国がわかっています', stops: '国がわかりません。パートナーには国が必要です' },
      person: { fine: '連絡できる人がいます', asks: '連絡できる人がいません' },
      mailDomain: { fine: '会社自身のドメインのメールです', asks: 'メールでは会社を確かめられません' },
      corporateNumber: { fine: '法人番号に問題はありません', asks: '法人番号が正しくありません' },
      referral: { fine: 'どのように来たかわかっています', asks: '紹介ですが、誰からかわかりません' },
      partner: { fine: '似たパートナーはありません', asks: 'すでにパートナーかもしれません' },
      application: { fine: '以前の応募はありません', asks: '以前に応募したかもしれません' },
      customer: { fine: '似た顧客はありません', tells: '顧客かもしれません。その場合、顧客とパートナーの 2 つの記録になります' },
      lead: { fine: '似たリードはありません', tells: 'リードかもしれません' },
    },
    mail: { none: 'メールアドレスがありません', shared: (domain: string) => `${domain} は誰でも使えるメールサービスです`, other: (domain: string) => `ウェブサイトのドメインではなく ${domain} からです` },
    twins: { partner: 'パートナー', application: '応募', account: '取引先', lead: 'リード' },
  },
  fit: {
    percent: (percent: string) => `点数の ${percent}`, fits: '適合', misses: '必須条件を満たしていません', none: '有効なパートナー像がありません', noneDetail: 'どのようなパートナーを迎えたいかを定めると、応募者がそれで測られます。',
    states: { met: '該当', unmet: '非該当', unknown: '不明' }, required: '必須', points: (weight: number) => `${n(weight)} 点`, has: (has: string) => `応募者: ${has}`,
    kinds: { country: '国', partnerType: '種別', industry: '業種', language: '言語', product: '製品', source: '経路', employees: '従業員数' },
    employees: (from: string, to: string) => (from === '' ? `${to} 人以下` : to === '' ? `${from} 人以上` : `${from}～${to} 人`),
  },
  approving: {
    title: (company: string) => `${company}を承認しますか？`, description: '状態「承認済み」のパートナーになります。担当者は追加されますが、まだ操作はできません。', who: 'どのパートナーか', newPartner: '新しいパートナー', searching: '似たパートナーを探しています…', code: 'コード', codeHint: '短く一意に。ファイルから参照されます', type: '種別', tier: 'ティア',
    separate: '似たパートナーがありますが、別の会社です', separateHint: '子会社や他国の会社: 記録は 2 つ', submit: '承認',
  },
  declining: { title: (company: string) => `${company}を見送りますか？`, description: 'ここから保管期限が始まります。期限が来ると、個人に関する内容は履歴からもすべて消去されます。', reason: '理由', forApplicant: '応募者への説明', forHouse: '社内のみ', days: '保管日数', daysHint: '異議に備えるのに足りるだけ', submit: '見送る' },
  erasing: { title: (company: string) => `${company}の応募内容を消去しますか？`, description: '元に戻せません。国、経路、結果は残ります。', submit: '消去' },
  profiles: {
    title: 'パートナー像', create: 'パートナー像を追加', edit: 'パートナー像を編集', remove: 'パートナー像を削除', empty: 'パートナー像はまだありません', emptyDetail: '迎えたいパートナーを条件ごとに定めてください。応募者はそれで測られ、点数にはすべて説明が付きます。',
    name: '名前', description: '説明', criteria: '条件', addCriterion: '条件を追加', removeCriterion: 'この条件を削除', kind: '条件', any: 'いずれか', from: '以上', to: '以下', weight: '点数', required: '必須', inForce: '有効', off: '無効', save: '保存', add: '追加', criteriaMissing: '条件を 1 つ以上追加し、それぞれ記入してください',
    said: { created: (name: string) => `パートナー像「${name}」を追加しました`, edited: (name: string) => `パートナー像「${name}」を変更しました`, removed: (name: string) => `パートナー像「${name}」を削除しました` },
  },
  said: {
    created: (company: string) => `${company}の応募を追加しました`, edited: (field: string, company: string) => `「${company}」の${field}を変更しました`, vetting: (company: string) => `${company}を審査中にしました`,
    approved: (company: string) => `${company}を承認しました`, joined: (company: string, partner: string) => `${company}を${partner}にまとめました`, declined: (company: string, until: string) => `${company}を見送りました。応募の内容は ${until} まで保管されます`, reopened: (company: string) => `${company}を再び審査します`, erased: '消去しました', kept: (count: string) => `消去: ${count} 件`,
  },
} satisfies Words['recruiting']
