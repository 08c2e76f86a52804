import type { Locale } from '#shared/locales/locale.ts'
import type { MaterialKind, MaterialPart, MaterialState } from '#shared/material/material.ts'
import type { PartnerTier } from '#shared/partners/partner.ts'

type Said = readonly [title: string, body: string, parts?: readonly MaterialPart[]]

export interface DemoPiece extends Readonly<Partial<Record<Locale, Said>>> {
  readonly kind: MaterialKind
  readonly state?: MaterialState
  readonly places?: readonly string[]
  /** A territory's code. */
  readonly territory?: string
  readonly tiers?: readonly PartnerTier[]
  readonly products?: readonly string[]
  readonly pinned?: boolean
  /** Days from now on which it begins and ends. */
  readonly from?: number
  readonly to?: number
}

const asked = (title: string, text: string): MaterialPart => ({ kind: 'question', title, text, criteria: [] })
const objected = (title: string, text: string): MaterialPart => ({ kind: 'objection', title, text, criteria: [] })

/** What Lira Financial gives its partners. Some languages are missing, as they are in the middle of the work. */
export const materialTexts: readonly DemoPiece[] = [
  {
    kind: 'news', pinned: true,
    en: ['Lira Ledger closes the month in two days', 'The new release reconciles bank lines while they arrive. Show it to customers who still close in spreadsheets.'],
    ja: ['Lira Ledger で月次決算が 2 日に', '新しいリリースでは、銀行明細を届いた順に照合します。表計算ソフトで決算をしているお客様にご案内ください。'],
    es: ['Lira Ledger cierra el mes en dos días', 'La nueva versión concilia los movimientos bancarios a medida que llegan. Muéstrela a quienes aún cierran en hojas de cálculo.'],
  },
  {
    kind: 'news', places: ['GT'], from: -20, to: 70,
    es: ['Lira Pay emite la factura electrónica FEL', 'Desde esta versión, Lira Pay firma y envía la factura electrónica en línea de Guatemala a través del certificador que elija el cliente.'],
    en: ['Lira Pay issues Guatemala’s electronic invoice (FEL)', 'From this release on, Lira Pay signs and sends the electronic invoice through the certifier that the customer chooses.'],
  },
  {
    kind: 'news', places: ['JP'],
    ja: ['適格請求書に対応しました', 'Lira Pay は登録番号、税率ごとの合計と消費税額を請求書に記載します。'],
  },
  {
    kind: 'faq', pinned: true,
    en: ['What customers ask, and what they object', '', [asked('How long does it take to introduce?', 'Six to ten weeks for a firm of up to 200 people; the plan is part of the quote.'), objected('It is more expensive than what we have', 'Count the days of closing and the corrections. Most customers earn the difference back within the first year.'), objected('Our data must stay in the country', 'Ask which law or contract says so, and send us its words: we answer for each place in writing.')]],
    ja: ['お客様のご質問と反論への回答', '', [asked('導入にはどのくらいかかりますか', '従業員 200 名までの会社で 6 週間から 10 週間です。計画は見積に含まれます。'), objected('今のものより高い', '決算にかかる日数と修正の手間を数えてください。多くのお客様は 1 年目で差額を回収しています。'), objected('データは国内に置く必要がある', 'どの法令や契約によるものかを確かめ、その文面をお送りください。場所ごとに書面でお答えします。')]],
    es: ['Lo que preguntan los clientes y lo que objetan', '', [asked('¿Cuánto tarda la implantación?', 'De seis a diez semanas para una empresa de hasta 200 personas; el plan va en la cotización.'), objected('Es más caro que lo que tenemos', 'Cuente los días de cierre y las correcciones. La mayoría recupera la diferencia en el primer año.'), objected('Nuestros datos deben quedarse en el país', 'Pregunte qué ley o contrato lo exige y envíenos el texto: respondemos por escrito para cada lugar.')]],
  },
  {
    kind: 'faq', products: ['LIRA-PAY'],
    en: ['Questions about Lira Pay', '', [asked('Which banks are connected?', 'Those of the list in the price book; others by the file formats of the country.')]],
    es: ['Preguntas sobre Lira Pay', '', [asked('¿Qué bancos están conectados?', 'Los de la lista que acompaña a la lista de precios; los demás, por los formatos de archivo del país.')]],
  },
  {
    kind: 'taxNote', places: ['GT', 'BZ'],
    es: ['Impuestos en Guatemala y Belice', 'Guatemala: IVA del 12\u00a0%, incluido en el precio al consumidor. Belice: impuesto general sobre las ventas (GST) del 12.5\u00a0%. Cotice sin impuesto y deje que la cotización lo calcule.'],
    en: ['Taxes in Guatemala and Belize', 'Guatemala: VAT of 12%, included in consumer prices. Belize: general sales tax of 12.5%. Quote without tax and let the quote reckon it.'],
  },
  {
    kind: 'taxNote', places: ['JP'],
    ja: ['消費税と端数処理', '標準税率は 10% です。端数は税率ごとに請求書 1 枚につき 1 回だけ処理します。'],
    en: ['Consumption tax and rounding in Japan', 'The standard rate is 10%. Amounts are rounded once for each rate and invoice.'],
  },
  {
    kind: 'taxNote', territory: 'IBERIA',
    es: ['IVA en España y Portugal', 'España: 21\u00a0%; Portugal continental: 23\u00a0%. Entre empresas de distintos países de la Unión se aplica la inversión del sujeto pasivo.'],
  },
  {
    kind: 'pricingNote', territory: 'LATAM',
    es: ['Precios en dólares para América Latina', 'Se cotiza en dólares estadounidenses con la lista LIRA-USD. El tipo de cambio del día de la factura lo fija el contrato del cliente.'],
    en: ['Prices in dollars for Latin America', 'Quotes are in US dollars by the price book LIRA-USD. Which day’s exchange rate counts is part of the customer’s contract.'],
  },
  {
    kind: 'demo', tiers: ['gold', 'platinum'],
    en: ['Lira Insight in fifteen minutes', 'Begin with the customer’s own question. Show the cash forecast, change one assumption, and stop at the first surprise.'],
  },
  {
    kind: 'caseStudy', territory: 'LATAM',
    es: ['Una cadena de farmacias cierra en dos días', 'Demo: veintidós tiendas, tres bancos y una sola persona en contabilidad. Antes cerraban el día 12; hoy, el 2.'],
  },
  {
    kind: 'caseStudy', state: 'draft', places: ['JP'],
    ja: ['地方銀行の導入事例', ''],
  },
  {
    kind: 'collateral',
    en: ['Lira on two pages', 'What Lira Ledger, Pay, Insight, Treasury and Comply do, in words that a managing director uses.'],
    ja: ['2 ページでわかる Lira', 'Lira Ledger、Pay、Insight、Treasury、Comply でできることを、経営者の言葉で説明します。'],
  },
]
