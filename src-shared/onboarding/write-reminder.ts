import type { ChecklistLanguage } from './template.ts'

interface ReminderFacts {
  readonly contact: string
  readonly partner: string
  readonly coordinator: string
  /** What waits for the partner, in its language, with the days in words. */
  readonly tasks: readonly { readonly title: string; readonly due: string }[]
}

interface WrittenReminder {
  readonly subject: string
  readonly body: string
}

const texts: Readonly<Record<ChecklistLanguage, (facts: ReminderFacts) => WrittenReminder>> = {
  en: ({ contact, partner, coordinator, tasks }) => ({ subject: `What is open on your way to becoming a partner: ${partner}`, body: `Dear ${contact},\n\nthese steps wait for you:\n${tasks.map(({ title, due }) => `- ${title} (due ${due})`).join('\n')}\n\nIf something is in the way, please tell me.\n\nKind regards\n${coordinator}` }),
  ja: ({ contact, partner, coordinator, tasks }) => ({ subject: `パートナー登録に関する未完了の項目（${partner}）`, body: `${partner}\n${contact} 様\n\nお世話になっております。\n以下の項目をお待ちしております。\n${tasks.map(({ title, due }) => `・${title}（期日 ${due}）`).join('\n')}\n\nご不明な点がございましたら、お知らせください。\nよろしくお願いいたします。\n${coordinator}` }),
  es: ({ contact, partner, coordinator, tasks }) => ({ subject: `Pasos pendientes para ser socio: ${partner}`, body: `Estimado/a ${contact}:\n\nEstos pasos esperan por ustedes:\n${tasks.map(({ title, due }) => `- ${title} (vence el ${due})`).join('\n')}\n\nSi hay algún obstáculo, avíseme por favor.\n\nSaludos cordiales\n${coordinator}` }),
}

/** A mail to begin with, to whoever acts for the partner, in the language in which the partner reads its checklist. */
export function writeReminder(language: ChecklistLanguage, facts: ReminderFacts): WrittenReminder {
  return texts[language](facts)
}
