import { documentKinds } from '#shared/documents/document.ts'
import type { Locale } from '#shared/locales/locale.ts'
import type { JobContext } from '../operations/capability.ts'

const sender = 'Lira Financial, Inc.\n1035 Pearl Street\nBoulder, CO 80302'
const texts: Readonly<Record<Locale, { readonly names: readonly [proposal: string, orderForm: string]; readonly opening: string; readonly closing: string }>> = {
  en: { names: ['Proposal', 'Order form'], opening: 'Thank you for your interest in Lira. We are pleased to offer {account} the following.', closing: 'We look forward to working with you.' },
  ja: { names: ['御見積書', '注文書'], opening: '平素より格別のお引き立てを賜り、厚く御礼申し上げます。\n下記のとおり御見積申し上げます。', closing: 'ご検討のほど、よろしくお願い申し上げます。' },
  es: { names: ['Propuesta', 'Formulario de pedido'], opening: 'Gracias por su interés en Lira. Nos complace ofrecer a {account} lo siguiente.', closing: 'Quedamos a su disposición.' },
}

const clauses = [
  { language: 'en', heading: 'Payment', text: 'Payable within 30 days of the invoice.', place: 1 },
  { language: 'en', heading: 'Sales tax', text: 'State and local sales tax is added where it applies.', countries: ['US'], place: 2 },
  { language: 'en', heading: 'Right of withdrawal', text: 'Consumers may withdraw within 14 days.', countries: ['DE', 'FR', 'IE', 'NL'], place: 3 },
  { language: 'ja', heading: 'お支払条件', text: '月末締め、翌月末日までに銀行振込にてお支払いください。振込手数料は貴社にてご負担願います。', place: 1 },
  { language: 'ja', heading: '消費税', text: '消費税額は税率ごとに合計し、1円未満の端数は切り捨てております。', countries: ['JP'], place: 2 },
  { language: 'es', heading: 'Pago', text: 'A 30 días de la fecha de la factura.', place: 1 },
  { language: 'es', heading: 'Guatemala', text: 'Precios sujetos a las retenciones que correspondan.', countries: ['GT'], place: 2 },
] as const

const person = (name: string, at: number) => ({ personId: `demo-${at}`, name, awayFrom: null, awayTo: null, standIn: null })

/** How Lira's documents look in three languages, its terms by region, and who approves what: discounts by the sales manager, deep ones by the deal desk as well. */
export async function setUpPapers(context: JobContext): Promise<void> {
  // They stay when the demo's rows are taken back.
  if (context.db.prepare('SELECT EXISTS (SELECT 1 FROM "approvalSeats") OR EXISTS (SELECT 1 FROM "documentTemplates")').pluck().get() === 1) return
  for (const [language, { names, opening, closing }] of Object.entries(texts)) {
    for (const [at, kind] of documentKinds.entries()) {
      await context.write('documents.createTemplate', { name: names[at], kind, language, sender, opening: kind === 'proposal' ? opening : null, closing: kind === 'proposal' ? closing : null, footer: 'Lira Financial', preferred: true, seal: language === 'ja', era: false })
    }
  }
  for (const clause of clauses) await context.write('documents.createClause', clause)
  const { id: dealDesk } = await context.write<{ id: string }>('approvals.createSeat', { name: 'Deal desk', members: [person('Priya Raman', 1), person('Tom Becker', 2)], aboveId: null })
  const { id: manager } = await context.write<{ id: string }>('approvals.createSeat', { name: 'Sales manager', members: [{ ...person('Elena Castro', 3), standIn: { personId: 'demo-2', name: 'Tom Becker' } }], aboveId: dealDesk, usual: true })
  const rule = { upTo: null, amounts: [], hours: 24 }
  await context.write('approvals.publishPolicy', {
    basedOn: null,
    note: 'Lira Financial',
    rules: [
      { ...rule, id: 'discount', measure: 'lineDiscount', beyond: '15', seatId: manager, place: 1 },
      { ...rule, id: 'blended', measure: 'blendedDiscount', beyond: '15', seatId: manager, place: 1 },
      { ...rule, id: 'deep-discount', measure: 'lineDiscount', beyond: '25', seatId: dealDesk, place: 2 },
      { ...rule, id: 'margin', measure: 'margin', beyond: '20', seatId: dealDesk, place: 2 },
      { ...rule, id: 'total', measure: 'total', beyond: null, amounts: [{ currency: 'USD', amount: '100000' }, { currency: 'EUR', amount: '90000' }, { currency: 'JPY', amount: '15000000' }, { currency: 'MXN', amount: '1800000' }], seatId: dealDesk, place: 2 },
      { ...rule, id: 'registered', measure: 'belowRegisteredPrice', beyond: '0', seatId: manager, place: 1 },
    ],
  })
}
