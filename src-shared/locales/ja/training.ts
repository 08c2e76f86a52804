import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('ja')

export const training = {
  title: 'トレーニング',
  empty: '認定証はまだありません',
  emptyDetail: 'パートナーを開き、担当者を追加して、合格したものを記録してください。',
  gone: 'この認定証はもうありません',
  fields: {
    person: '氏名', personStatus: '在籍', partnerId: 'パートナー', course: 'コース', state: '状態', issuedOn: '発行日', expiresOn: '有効期限', number: '番号', proof: '証明書類', revokedOn: '取消日', revokedReason: '取消の理由',
    name: '氏名', email: 'メール', phone: '電話', role: '役職', language: '言語', country: '国', region: '地域', city: '市区町村', status: '状態', leftOn: '退職日', notes: 'メモ',
  },
  states: { valid: '有効', expiring: 'まもなく失効', expired: '失効', left: '退職', revoked: '取消' },
  personStatuses: { pending: 'まだ操作不可', active: '有効', left: '退職' },
  never: '期限なし',
  views: { watch: 'まもなく失効', expired: '失効', all: 'すべての認定証' },
  tabs: { people: '担当者', history: '履歴', certificate: '認定証' },
  standing: {
    title: '要件', none: 'このパートナーに関わる要件はありません', states: { met: '充足', expiring: 'まもなく失効', missing: '不足' },
    of: (held: string, needed: string) => `${needed} 人中 ${held} 人`, until: (when: string) => `${when} まで`, by: (names: string) => `保持者: ${names}`,
    lapses: { expired: '失効', left: '退職', revoked: '取消', notYet: 'まだ有効でない' }, lapsed: (name: string, why: string) => `${name}: ${why}`,
    follows: 'パートナーの担当者の認定証に従います', followsHint: '要件があるため、必要な人数が保持している間だけ認定されます。割り当てもこれに従います。',
  },
  people: { none: 'このパートナーの担当者はまだ登録されていません', certificates: '認定証', noCertificates: '認定証なし', leftOn: (when: string) => `${when} に退職`, cannotAct: '登録済みですが、まだパートナーとして操作できません' },
  actions: { addPerson: '担当者を追加', editPerson: '編集', issue: '認定証を発行', leave: '退職', join: 'パートナーに移籍', activate: '操作を許可', testCentres: 'テストセンター', revoke: '取り消す', program: 'コースと要件', gaps: '不足している要件', openPartner: 'パートナーを開く' },
  personForm: { title: '担当者を追加', edit: '担当者を編集', submit: '保存' },
  issueForm: { title: (name: string) => `${name}の認定証`, expiresHint: '空欄ならコースの定めによります', submit: '記録' },
  leaveForm: { title: (name: string) => `${name}は退職しましたか？`, description: '認定証は本人のものです。パートナーの要件は計算し直されます。', leftOn: '最終日', submit: '退職' },
  joinForm: { title: (name: string) => `${name}の現在の勤務先`, description: '認定証も一緒に移ります。', submit: '移籍' },
  revokeForm: { title: (name: string) => `${name}の認定証を取り消しますか？`, reason: '理由', revokedOn: '取消日', submit: '取り消す' },
  centres: {
    title: (name: string) => `${name}に近いテストセンター`, none: 'この人の勤務地がわかりません', description: '地表に沿った距離です。ネットワークは使いません。',
    from: { region: '本人の地域から測定', partner: 'パートナーの所在地から測定', country: '国から測定' }, kilometres: (km: string) => `${km} km`,
  },
  program: {
    title: 'コースと要件', courses: 'コース', requirements: '要件', createCourse: 'コースを追加', editCourse: 'コースを編集', createRequirement: '要件を追加', editRequirement: '要件を編集', removeRequirement: '要件を削除',
    noCourses: 'コースはまだありません', noRequirements: '要件はまだありません', code: 'コード', codeHint: '割り当てルールから参照されます', name: '名前', description: '説明', languages: '言語', addLanguage: '言語を追加', validMonths: '有効月数', validHint: '空欄: 無期限', atTestCentre: 'テストセンターで受験', retired: '終了', offered: '開講中',
    kind: '対象', kinds: { tier: 'ティア', gate: '関門' }, tier: 'ティア', tierHint: '上位のティアにも適用されます', gate: '関門', gates: { activation: '稼働開始', dealRegistration: '商談登録', leads: 'リード', quotes: '見積' }, course: 'コース', count: '人数', countries: '国', partnerTypes: '種別', any: 'すべて', addCountry: '国を追加', addType: '種別を追加', inForce: '有効', off: '無効', save: '保存', validFor: (months: number) => `有効期間 ${n(months)} か月`, forEver: '無期限', needs: (count: number, course: string) => `${course} を ${n(count)} 人`,
  },
  gaps: { title: '不足している要件', none: 'すべてのパートナーが要件を満たしています', noneDetail: '2 か月以内に失効するものもここに表示されます。' },
  badge: 'まもなく失効する認定証',
  said: {
    personAdded: (name: string) => `${name}を追加しました`, personEdited: (name: string) => `${name}を変更しました`, issued: (course: string, name: string) => `${name}の認定証「${course}」を記録しました`, left: (name: string) => `${name}は退職しました`, joined: (name: string, partner: string) => `${name}は${partner}に移りました`, activated: (name: string) => `${name}は操作できます`, revoked: (name: string) => `${name}の認定証を取り消しました`,
    courseSaved: (name: string) => `コース「${name}」を保存しました`, requirementSaved: (name: string) => `要件「${name}」を保存しました`, requirementRemoved: (name: string) => `要件「${name}」を削除しました`,
  },
} satisfies Words['training']
