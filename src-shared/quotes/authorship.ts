import { insert, many, one, type Actor, type Change, type Question } from '../foundation/command.ts'
import { contentId } from '../foundation/content-id.ts'
import type { Quote } from './quote-rows.ts'
import { quoteAuthors } from './quote-author.table.ts'

type Asking<T> = Generator<Question, T, unknown>
type Written = Pick<Quote, 'id' | 'approvedHash' | 'territoryId'>

/** That somebody has had a hand in what a quote says; nothing where that is known. */
export function* authored(quote: Written, person: Actor): Asking<readonly Change[]> {
  const author = authorOf(quote, person)
  return (yield* one(quoteAuthors, author.id)) === undefined ? [insert(quoteAuthors, author)] : []
}

/** A copy has no approval: it was written by all who wrote the original, and by whoever copies it. */
export function* copiedAuthors(from: string, quote: Written, copyist: Actor): Asking<readonly Change[]> {
  const writers = (yield* many(quoteAuthors, 'byQuote', [from])).map(({ personId, personName }): Actor => ({ id: personId, name: personName }))
  const persons = new Map([...writers, copyist].map((person) => [person.id, person]))
  return [...persons.values()].map((person) => insert(quoteAuthors, authorOf(quote, person)))
}

/** The ids of those who wrote what nobody has approved yet. */
export function* unapprovedAuthors({ id, approvedHash }: Written): Asking<readonly string[]> {
  return (yield* many(quoteAuthors, 'byQuote', [id])).filter(({ since }) => since === approvedHash).map(({ personId }) => personId)
}

export function authorOf({ id, approvedHash, territoryId }: Written, person: Actor) {
  return { id: contentId([id, person.id, approvedHash].join(' ')), quoteId: id, personId: person.id, personName: person.name, since: approvedHash, territoryId }
}
