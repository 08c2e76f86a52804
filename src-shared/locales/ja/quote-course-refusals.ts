import type { RefusalSentence } from '../refusal-sentence.ts'
import { quoteCourse } from './quote-course.ts'

const why = (code: string): string => quoteCourse.gone[code as keyof typeof quoteCourse.gone] ?? code
const kilobytes = (bytes: string): string => (/^\d+$/.test(bytes) ? `${Math.round(Number(bytes) / 1000)} KB` : bytes)

/** What goes wrong on a quote's way from the deal to the order, and with the files on it. */
export const quoteCourseRefusals = {
  'quote.registration-ended': (d) => quoteCourse.registrationEnded(why(d('because'))),
  'quote.registration-not-standing': (d) => `この商談登録は有効ではありません（${why(d('because'))}）。`,
  'quote.registration-of-another-deal': (d) => `「${d('company')}」の商談登録は、この見積とは別の商談のものです。`,
  'quote.too-long-ago': (d) => `${d('days')} 日より前の記録は受け付けられません。`,
  'quote.before-sent': '送付より前に承諾されたことにはできません。',
  'quote.day-out-of-range': (d) => `単価の基準日は ${d('from')} から ${d('to')} までです。`,
  'quote.proof-missing': '承諾の証拠は添付されていません。',
  'approval.own-content': '自分が書いた内容を自分で承認することはできません。',
  'file.incomplete': (d) => `「${d('name')}」が途中で切れています。もう一度選んでください。`,
  'file.empty': (d) => `「${d('name')}」は空です。`,
  'file.too-large': (d) => `「${d('name')}」は ${kilobytes(d('size'))} あります。${kilobytes(d('limit'))} までです。`,
  'file.type-not-taken': (d) => `「${d('name')}」の形式はここでは受け付けられません。`,
  'document.logo-damaged': (d) => `「${d('name')}」は壊れているか、2,000 ピクセルを超えています。`,
} satisfies Record<string, RefusalSentence>
