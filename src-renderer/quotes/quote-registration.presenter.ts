import type { Words } from '#shared/locales/words.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Formats } from '../shell/formats.ts'

/** A registered deal of a quote's partner and customer. */
export type DealOfQuote = ValueOf<Client['quotes']['registrations']>[number]

/** What a registered deal gives a quote, or why nothing. */
export function registrationWords({ deal, gone }: Pick<DealOfQuote, 'deal' | 'gone'>, { quoteCourse: { gone: reasons, registration: said } }: Pick<Words, 'quoteCourse'>, formats: Formats): string {
  if (deal === null) return said.ended(reasons[gone ?? 'unlinked'])
  const percent = formats.number(Number(deal.percent))
  return deal.to === null ? said.frozen(percent) : said.standing(percent, formats.date(deal.to))
}
