/** What a mail to a customer can begin with. */
export const mailTemplates = ['introduction', 'followUp', 'proposal', 'closing'] as const
export type MailTemplate = (typeof mailTemplates)[number]

interface MailFacts {
  readonly contact: string
  readonly account: string
  readonly opportunity: string
  readonly product: string
}

interface WrittenMail {
  readonly subject: string
  readonly body: string
}

type Texts = Readonly<Record<MailTemplate, (facts: MailFacts) => WrittenMail>>

const english: Texts = {
  introduction: ({ contact, account, product }) => ({ subject: `${product} for ${account}`, body: `Dear ${contact},\n\nthank you for your interest in ${product}. I would like to learn what matters most to ${account} and show you how others solve it.\n\nWould a call of half an hour suit you this week or next?\n\nKind regards` }),
  followUp: ({ contact, opportunity }) => ({ subject: `Following up: ${opportunity}`, body: `Dear ${contact},\n\nI am writing about ${opportunity}. Is there anything you still need from us, or anything that has changed on your side?\n\nKind regards` }),
  proposal: ({ contact, product }) => ({ subject: `Our proposal: ${product}`, body: `Dear ${contact},\n\nplease find our proposal for ${product}. I am glad to go through it with you and those who decide with you.\n\nKind regards` }),
  closing: ({ contact, opportunity }) => ({ subject: `Your decision: ${opportunity}`, body: `Dear ${contact},\n\nmay I ask where your decision on ${opportunity} stands, and by when you expect to make it? If something is in the way, I would like to help.\n\nKind regards` }),
}

const japanese: Texts = {
  introduction: ({ contact, account, product }) => ({ subject: `${product} のご紹介`, body: `${account}\n${contact} 様\n\nお世話になっております。\nこのたびは ${product} にご関心をお寄せいただき、誠にありがとうございます。\n\n貴社の課題をお伺いし、他社様の事例を交えてご紹介できればと存じます。\n今週または来週、30 分ほどお時間をいただけますでしょうか。\n\n何卒よろしくお願いいたします。` }),
  followUp: ({ contact, account, opportunity }) => ({ subject: `${opportunity} の件`, body: `${account}\n${contact} 様\n\nお世話になっております。\n${opportunity} の件につきまして、その後のご状況はいかがでしょうか。\nご不明な点や必要な資料がございましたら、お知らせください。\n\nよろしくお願いいたします。` }),
  proposal: ({ contact, account, product }) => ({ subject: `${product} のご提案`, body: `${account}\n${contact} 様\n\nお世話になっております。\n${product} のご提案をお送りいたします。ご検討のほどよろしくお願いいたします。\n関係者の皆様へのご説明にも伺いますので、お申し付けください。\n\nよろしくお願いいたします。` }),
  closing: ({ contact, account, opportunity }) => ({ subject: `${opportunity} のご検討状況について`, body: `${account}\n${contact} 様\n\nお世話になっております。\n${opportunity} につきまして、ご検討の状況とご決定の時期をお聞かせいただけますでしょうか。\n気がかりな点がございましたら、お力になれればと存じます。\n\nよろしくお願いいたします。` }),
}

const spanish: Texts = {
  introduction: ({ contact, account, product }) => ({ subject: `${product} para ${account}`, body: `Estimado/a ${contact}:\n\nGracias por su interés en ${product}. Me gustaría conocer qué es lo más importante para ${account} y mostrarle cómo lo resuelven otros.\n\n¿Le vendría bien una llamada de media hora esta semana o la próxima?\n\nSaludos cordiales` }),
  followUp: ({ contact, opportunity }) => ({ subject: `Seguimiento: ${opportunity}`, body: `Estimado/a ${contact}:\n\nLe escribo por ${opportunity}. ¿Necesita algo más de nosotros o ha cambiado algo de su lado?\n\nSaludos cordiales` }),
  proposal: ({ contact, product }) => ({ subject: `Nuestra propuesta: ${product}`, body: `Estimado/a ${contact}:\n\nLe envío nuestra propuesta de ${product}. Con gusto la reviso con usted y con quienes deciden.\n\nSaludos cordiales` }),
  closing: ({ contact, opportunity }) => ({ subject: `Su decisión: ${opportunity}`, body: `Estimado/a ${contact}:\n\n¿Podría decirme en qué punto está la decisión sobre ${opportunity} y para cuándo la espera? Si hay algún obstáculo, quisiera ayudar.\n\nSaludos cordiales` }),
}

/** A mail to begin with, in the contact's language where it is one of ours, else in English. @param language BCP 47 */
export function writeMail(template: MailTemplate, language: string, facts: MailFacts): WrittenMail {
  const texts = /^ja\b/i.test(language) ? japanese : /^es\b/i.test(language) ? spanish : english
  return texts[template](facts)
}

/** What mail programs take from a link; longer texts they cut off or refuse. */
const LONGEST_LINK = 1900

/** The address that opens a mail program with this mail; nothing where that would be too long. */
export function mailtoAddress({ to, subject, body }: { readonly to: string; readonly subject: string; readonly body: string }): string | undefined {
  const address = `mailto:${encoded(to).replaceAll('%40', '@')}?subject=${encoded(subject.replaceAll(/\s+/g, ' '))}&body=${encoded(body.replaceAll(/\r?\n/g, '\r\n'))}`
  return address.length > LONGEST_LINK ? undefined : address
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
