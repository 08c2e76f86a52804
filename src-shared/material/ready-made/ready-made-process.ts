import type { Locale } from '../../locales/locale.ts'
import type { MaterialText, MaterialTexts } from '../material.ts'

type Phase = readonly [title: string, text: string, ...criteria: string[]]

const process = (title: string, body: string, ...phases: readonly Phase[]): MaterialText => ({ title, body, parts: phases.map(([heading, text, ...criteria]) => ({ kind: 'phase', title: heading, text, criteria })), file: null })

/** How a partner sells, phase by phase, and what has to be so before the next one begins. A company takes a copy and makes it its own. */
export const readyMadeProcess: MaterialTexts & Readonly<Record<Locale, MaterialText>> = {
  en: process('Our sales process', 'A phase is over when all that is listed under it is so, not when its work was done.',
    ['Qualify', 'Find out whether there is a need that we meet, and whether it is worth your time.', 'The need is named in the customer’s own words', 'Whoever decides is known by name', 'There is a budget, or a way to one'],
    ['Register the deal', 'Register before you invest: the window of exclusivity begins with the approval.', 'The registration is approved', 'No other partner and no sales team of ours has a claim'],
    ['Discover', 'Understand how the customer works today and what that costs.', 'Today’s process and its cost are written down', 'The customer has said what a success would be', 'Technical and legal requirements are known'],
    ['Demonstrate', 'Show what the customer asked about, with examples from the customer’s own trade.', 'Those who will use it have seen it', 'Open questions are listed, each with an owner and a day'],
    ['Propose', 'Quote what was agreed, in the customer’s language and currency, with the taxes of the place.', 'The quote is approved and sent', 'The customer has confirmed the scope and the plan', 'The day of the decision is agreed'],
    ['Negotiate and close', 'Agree on terms; whatever departs from the price list is asked for first.', 'Exceptions are approved', 'The customer has accepted in writing', 'The order is placed'],
    ['Hand over', 'Whoever delivers knows all that was promised.', 'The delivery team has the scope and the promises', 'The customer knows whom to turn to', 'The first review has a day']),
  ja: process('営業プロセス', '各フェーズは、作業を終えたときではなく、出口基準をすべて満たしたときに完了します。',
    ['見極め', '当社が応えられる課題があるか、取り組む価値があるかを確かめます。', '課題がお客様自身の言葉で示されている', '決裁者の氏名がわかっている', '予算がある、または確保の見通しがある'],
    ['商談登録', '投資の前に登録します。独占期間は承認の時点から始まります。', '商談登録が承認されている', 'ほかのパートナーや当社営業チームの権利がない'],
    ['課題の把握', '現在の業務の進め方と、そのコストを理解します。', '現在の業務とコストが文書になっている', 'お客様が成功の姿を示している', '技術面と法務面の要件がわかっている'],
    ['デモ', 'お客様の質問に沿い、同じ業種の例で説明します。', '実際に使う人がデモを見ている', '未解決の質問に担当者と期日がある'],
    ['提案', '合意した内容を、お客様の言語と通貨、現地の税で見積もります。', '見積が承認され送付されている', 'お客様が範囲と計画を確認している', '決定日が合意されている'],
    ['交渉と成約', '条件を合意します。価格表と異なる条件は事前に申請します。', '例外が承認されている', 'お客様が書面で承諾している', '発注が済んでいる'],
    ['引き継ぎ', '導入担当者が、約束した内容をすべて把握します。', '導入チームに範囲と約束が伝わっている', 'お客様が問い合わせ先を知っている', '最初の振り返りの日が決まっている']),
  es: process('Nuestro proceso de venta', 'Una fase termina cuando se cumple todo lo que figura en ella, no cuando se hizo su trabajo.',
    ['Calificar', 'Averigüe si hay una necesidad que podamos cubrir y si vale su tiempo.', 'La necesidad está dicha con las palabras del cliente', 'Se conoce el nombre de quien decide', 'Hay presupuesto, o un camino hacia él'],
    ['Registrar la oportunidad', 'Registre antes de invertir: el período de exclusividad empieza con la aprobación.', 'El registro está aprobado', 'Ningún otro socio ni equipo nuestro tiene un derecho'],
    ['Descubrir', 'Entienda cómo trabaja hoy el cliente y cuánto le cuesta.', 'El proceso actual y su costo están por escrito', 'El cliente ha dicho qué sería un éxito', 'Se conocen los requisitos técnicos y legales'],
    ['Demostrar', 'Muestre lo que el cliente preguntó, con ejemplos de su propio sector.', 'Quienes lo usarán lo han visto', 'Las preguntas abiertas tienen responsable y fecha'],
    ['Proponer', 'Cotice lo acordado en el idioma y la moneda del cliente, con los impuestos del lugar.', 'La cotización está aprobada y enviada', 'El cliente ha confirmado el alcance y el plan', 'La fecha de la decisión está acordada'],
    ['Negociar y cerrar', 'Acuerde las condiciones; lo que se aparta de la lista de precios se pide antes.', 'Las excepciones están aprobadas', 'El cliente ha aceptado por escrito', 'El pedido está hecho'],
    ['Entregar', 'Quien implementa conoce todo lo prometido.', 'El equipo de implementación tiene el alcance y lo prometido', 'El cliente sabe a quién dirigirse', 'La primera revisión tiene fecha']),
}
