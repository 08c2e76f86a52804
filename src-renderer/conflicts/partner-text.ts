import type { PartnerView } from '#shared/conflicts/partner-view.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Formats } from '../shell/formats.ts'
import { factText } from './case.presenter.ts'

/** What a partner may know of a case as plain text, to be sent. */
export function partnerText(view: PartnerView, w: Words, formats: Formats): string {
  const { conflicts } = w
  const lines = [
    ...view.claims.map(({ company, project }) => [company, project].filter((part) => part !== null).join(' – ')),
    `${conflicts.states[view.state]}. ${conflicts.another}`,
    ...(view.dueAt === null ? [] : [view.state === 'decided' ? conflicts.mayAppeal(formats.moment(view.dueAt)) : conflicts.awaited(formats.moment(view.dueAt))]),
    ...(view.outcome === null ? [] : [conflicts.outcomes[view.outcome.verdict] + (view.outcome.percent > 0 ? ` (${conflicts.yourShare(view.outcome.percent)})` : ''), view.outcome.reason ?? '']),
    ...(view.asked.length === 0 ? [] : ['', `${conflicts.asked}:`, ...view.asked.map(({ text }) => `- ${text}`)]),
    '',
    ...view.clauses.map(({ kind, result, fact }) => `${w.engagement.kinds[kind]}: ${conflicts.results[result]} (${factText(fact, w, formats)})`),
  ]
  return lines.join('\n').trim()
}
