import { endings } from '#shared/attachments/kept-file.ts'
import { foldText } from '#shared/foundation/fold-text.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { products } from '#shared/catalogue/product.table.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { acceptanceProofs } from '#shared/quotes/acceptance-proof.table.ts'
import { gatherSendProblems } from '#shared/quotes/gather-send-problems.ts'
import { termsOf } from '#shared/quotes/new-lines.ts'
import { pricingFacts } from '#shared/quotes/pricing-facts.ts'
import { orderLines } from '#shared/quotes/place-lines.ts'
import type { Quote } from '#shared/quotes/quote-rows.ts'
import { quoteLines, quotes } from '#shared/quotes/quote.table.ts'
import { registeredDeal, whyNotStanding } from '#shared/quotes/quote-registration.ts'
import { quoteListFields, quotesContract } from '#shared/quotes/quotes.contract.ts'
import { shownNumbers } from '#shared/quotes/quote-numbers.ts'
import { repriceQuote } from '#shared/quotes/reprice-quote.ts'
import { totalQuote } from '#shared/quotes/total-quote.ts'
import { writeAtomically } from '../imports/files/write-atomically.ts'
import { hostCapability, type QueryContext } from '../operations/capability.ts'
import { answerRule } from '../workspace/answer-rule.ts'
import { outgoing } from '../workspace/outgoing.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { decodeRow, quoted, selectRows } from '../workspace/rows.ts'
import { searchCondition } from '../workspace/search-index.ts'

type Database = QueryContext['db']

const FOUND_AT_ONCE = 12
const AT_ONCE = 500

const nameOf = (table: string, column: string): string => `(SELECT "name" FROM "${table}" WHERE "${table}"."id" = "quotes"."${column}")`
const extra = { accountName: nameOf('accounts', 'accountId'), opportunityName: nameOf('opportunities', 'opportunityId') }
const textFields = new Set(['name', 'accountName'])
const numberFields = new Set(['revision', 'net', 'gross', 'margin', 'lineCount'])

const source: ListSource = {
  table: quotes,
  fields: Object.fromEntries(
    quoteListFields.map((name): [string, ListField] => [name, { sql: name === 'accountName' ? extra.accountName : `"quotes"."${name}"`, kind: numberFields.has(name) ? 'number' : textFields.has(name) ? 'text' : 'exact' }]),
  ),
  hidden: VISIBLE,
  extra,
  defaultSort: '"quotes"."_row" DESC',
}

export const quotesHost = hostCapability(
  quotesContract,
  {
    list: (input, { lists }) => lists.list(source, input) as never,
    get: ({ id }, { db }) => wholeQuote(db, id),
    revisions: ({ rootId }, { db }) => selectRows(db, quotes, `WHERE "rootId" = ? AND ${VISIBLE} ORDER BY "revision" DESC, "id"`, rootId),
    findProducts: ({ quoteId, text }, { db }) => {
      return withTerms(db, quoteHead(db, quoteId), matchingProducts(db, text))
    },
    pricing: ({ quoteId, codes }, { db }) => withTerms(db, quoteHead(db, quoteId), codes),
    bundleOf: ({ lineId }, { db }) => {
      const [product] = selectRows(db, products, 'WHERE "id" = (SELECT "productId" FROM "quoteLines" WHERE "id" = ?)', lineId)
      if (product === undefined || product.bundle === null) throw new RefusedError('quote.no-bundle', 'the line is no bundle')
      const codes = product.bundle.options.map((option) => option.product)
      return { product, options: selectRows(db, products, `WHERE "code" IN (SELECT "value" FROM json_each(?)) AND ${VISIBLE}`, JSON.stringify(codes)) }
    },
    repriced: ({ id, on }, { db }) => {
      const { quote, lines } = wholeQuote(db, id)
      const then = answerRule(db, repriceQuote({ quote, lines }, on, new Date().toISOString()))
      return { quote: { ...quote, ...then.quote }, lines: [...then.lines] }
    },
    registrations: ({ id }, { db }) => {
      const { quote } = wholeQuote(db, id)
      const now = new Date().toISOString()
      return selectRows(db, registrations, `WHERE "accountId" = ? AND "partnerId" = ? AND ${VISIBLE} ORDER BY "decidedAt" DESC, "id"`, quote.accountId, quote.partnerId)
        .map((registration) => ({ registration, deal: registeredDeal(registration, quote, now), gone: whyNotStanding(registration, quote, now) }))
    },
    proof: ({ id }, { db }) => {
      const proof = proofOf(db, id)
      if (proof === undefined) return null
      const { name, mediaType, size, sha256, addedByName, createdAt } = proof
      return { name, mediaType, size, sha256, addedByName, createdAt }
    },
    sendProblems: ({ id, at }, { db }) => {
      const { quote, lines } = wholeQuote(db, id)
      const totals = totalQuote(quote, lines)
      if (!totals.ok) throw new RefusedError(totals.error.code, totals.error.message, totals.error.details)
      return answerRule(db, gatherSendProblems({ quote, lines }, totals.value, at)) as never
    },
  },
  {
    saveProof: async ({ id, file }, context) => {
      const proof = proofOf(context.db, id)
      if (proof === undefined) throw new RefusedError('quote.proof-missing', 'nothing was attached to its acceptance')
      // Of its own, never the one it came with: that may be a path.
      const name = `${shownNumbers(wholeQuote(context.db, id).quote).main.replaceAll(' ', '-')}-proof.${endings[proof.mediaType][0]}`
      const path = file === null ? outgoing(context.directory, name) : context.file(file, 'write')
      await writeAtomically(path, async (handle) => {
        await handle.writeFile(Buffer.from(proof.content, 'base64'))
      })
      return { file: context.offerFile(path), name }
    },
    keep: async (_, context) => {
      const due = context.db.prepare(`SELECT "id" FROM "quotes" WHERE "status" = 'sent' AND "validUntil" <= ? AND ${VISIBLE} ORDER BY "id" LIMIT ${AT_ONCE}`).pluck().all(dayAfter(context.today())) as string[]
      const unnumbered = context.db.prepare(`SELECT "id" FROM "quotes" WHERE "number" IS NULL AND ${VISIBLE} ORDER BY "id" LIMIT ${AT_ONCE}`).pluck().all() as string[]
      const { expired } = due.length === 0 ? { expired: 0 } : await context.write<{ expired: number }>('quotes.expireDue', { ids: due })
      const { given } = unnumbered.length === 0 ? { given: 0 } : await context.write<{ given: number }>('quotes.giveNumbers', { ids: unnumbered })
      return { expired, given }
    },
  },
)

/** A quote without its lines. */
function quoteHead(db: Database, id: string) {
  const named = Object.entries(extra).map(([name, sql]) => `${sql} AS "${name}"`).join(', ')
  const row = db.prepare(`SELECT ${quoted(quotes.columnNames)}, ${named} FROM "quotes" WHERE "id" = ? AND ${VISIBLE}`).get(id) as Record<string, unknown> | undefined
  if (row === undefined) throw new RefusedError('quote.not-found', 'there is no such quote')
  return decodeRow(quotes, row) as unknown as Quote & { accountName: string | null; opportunityName: string | null }
}

function wholeQuote(db: Database, id: string) {
  return { quote: quoteHead(db, id), lines: [...orderLines(selectRows(db, quoteLines, 'WHERE "quoteId" = ?', id))] }
}

function proofOf(db: Database, quoteId: string) {
  return selectRows(db, acceptanceProofs, 'WHERE "quoteId" = ? ORDER BY "id" DESC LIMIT 1', quoteId)[0]
}

function withTerms(db: Database, quote: Quote, codes: readonly string[]) {
  const facts = answerRule(db, pricingFacts(quote, codes))
  return codes.map((code) => {
    const found = termsOf(quote, facts, code)
    return { product: facts.products.get(code) ?? null, terms: found.ok ? found.value.terms : null, refused: found.ok ? null : found.error.code }
  })
}

/** Whose code is what was typed, begins with it, holds it, or whose name does: in that order. */
function matchingProducts(db: Database, text: string): readonly string[] {
  const wanted = foldText(text).trim()
  if (wanted === '') return []
  const { sql, values } = searchCondition(db, products, wanted)
  const rankOf = (code: string): number => (code === wanted ? 0 : code.startsWith(wanted) ? 1 : code.includes(wanted) ? 2 : 3)
  return (db.prepare(`SELECT "code" FROM "products" WHERE (${sql}) AND ${VISIBLE}`).pluck().all(...values) as string[])
    .map((code) => ({ code, rank: rankOf(foldText(code)) }))
    .toSorted((one, other) => one.rank - other.rank || (one.code < other.code ? -1 : 1))
    .slice(0, FOUND_AT_ONCE)
    .map(({ code }) => code)
}

/** A day is over somewhere up to a day before and after it is here. */
function dayAfter(today: string): string {
  return new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
}
