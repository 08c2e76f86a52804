import type { RefusalSentence } from '../refusal-sentence.ts'
import { agreements } from './agreements.ts'
import { recruiting } from './recruiting.ts'
import { training } from './training.ts'

const status = (code: string): string => recruiting.statuses[code as keyof typeof recruiting.statuses] ?? code
const field = (code: string): string => recruiting.fields[code as keyof typeof recruiting.fields] ?? code
const kind = (code: string): string => training.program.kinds[code as keyof typeof training.program.kinds] ?? code
const stale = (name: string): string => `${name}はその間に変更されました。もう一度確かめて変更してください。`

/** Refusals of recruiting, training and agreements. */
export const recruitingRefusals = {
  'application.not-found': 'この応募はもうありません。',
  'application.company-missing': '応募には会社名が必要です。',
  'application.country-missing': 'パートナーには国が必要です。先に応募の国を記入してください。',
  'application.decided': (d) => `この応募はすでに決定しています（${status(d('status'))}）。`,
  'application.erased': 'この応募の内容は消去されており、戻せません。',
  'application.not-declined': (d) => `消去できるのは見送った応募だけです（${status(d('status'))}）。`,
  'application.not-vetted': (d) => `承認の前に審査してください（${status(d('status'))}）。`,
  'application.partner-exists': (d) => `この会社はすでにパートナーです: ${d('name')}。そのパートナーにまとめるか、別の会社であると示してください。`,
  'application.partner-terminated': (d) => `${d('partner')}との関係は終了しています。`,
  'application.stale': (d) => stale(field(d('field'))),
  'application.status-not-reachable': (d) => `応募は「${status(d('from'))}」から「${status(d('to'))}」へは変更できません。`,
  'profile.not-found': 'このパートナー像はもうありません。',
  'profile.name-missing': 'パートナー像には名前が必要です。',
  'profile.in-use': (d) => `「${d('name')}」で測られている応募があります（${d('applications')} 件）。代わりに無効にしてください。`,
  'profile.stale': () => stale('パートナー像'),
  'person.not-found': 'この担当者はもう登録されていません。',
  'person.name-missing': '氏名が必要です。',
  'person.left': (d) => `${d('name')}はすでに退職しています。`,
  'person.leaving-is-noted': '退職と移籍はそれぞれの操作で記録します。',
  'person.there-already': (d) => `${d('name')}はすでに${d('partner')}に勤務しています。`,
  'person.stale': (d) => stale(training.fields[d('field') as keyof typeof training.fields] ?? d('field')),
  'course.not-found': 'このコースはもうありません。',
  'course.code-missing': 'コースにはコードが必要です。',
  'course.name-missing': 'コースには名前が必要です。',
  'course.code-taken': (d) => `「${d('name')}」がこのコードを使っています。`,
  'course.stale': () => stale('コース'),
  'certificate.not-found': 'この認定証はもうありません。',
  'certificate.in-future': 'まだ来ていない日には合格できません。日付を確かめてください。',
  'certificate.ends-before-it-begins': '有効期限が発行日より前です。',
  'certificate.on-record': (d) => `${d('name')}の「${d('course')}」の同日の認定証はすでに記録されています。`,
  'certificate.revoked': 'この認定証はすでに取り消されています。',
  'requirement.not-found': 'この要件はもうありません。',
  'requirement.name-missing': '要件には名前が必要です。',
  'requirement.of-nothing': (d) => `対象を選んでください: ${kind(d('kind'))}。`,
  'requirement.stale': () => stale('要件'),
  'agreement.not-found': 'この契約書はもうありません。',
  'agreement.code-missing': '契約書にはコードが必要です。',
  'agreement.name-missing': '契約書には名前が必要です。',
  'agreement.code-taken': (d) => `「${d('name')}」がこのコードを使っています。`,
  'agreement.stale': () => stale('契約書'),
  'agreement.draft-there': (d) => `「${d('name')}」の次の版の下書きがすでにあります。`,
  'agreement.version-not-found': 'この版はもうありません。',
  'agreement.published': (d) => `${agreements.version(Number(d('version')))}は公開済みで、変更できません。`,
  'agreement.text-missing': '同意する文面がありません。文面を追加してください。',
  'agreement.language-twice': '同じ言語の文面が 2 つあります。',
  'agreement.language-missing': 'この言語の文面はありません。',
  'agreement.text-differs': 'この版の文面ではありません。開き直してください。',
  'agreement.not-published': '下書きには誰も同意できません。先に公開してください。',
  'agreement.accepted-in-future': 'まだ来ていない日には同意できません。日付を確かめてください。',
  'agreement.superseded': (d) => `その日には第 ${d('later')} 版が適用されていました。`,
  'agreement.not-theirs-to-accept': (d) => `${d('name') || 'この人'}は${d('partner')}の担当者ではありません。`,
  'agreement.person-missing': '誰が同意したかを記入してください。',
  'agreement.acceptance-not-found': 'この同意はもうありません。',
  'agreement.voided': 'この同意はすでに無効です。',
} satisfies Record<string, RefusalSentence>
