import type { z } from 'zod'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { chooseClauses } from '#shared/documents/choose-clauses.ts'
import type { QuoteDocument } from '#shared/documents/document.ts'
import { documentClauses, documentTemplates } from '#shared/documents/document-template.table.ts'
import { documentedQuote, type DocumentedQuote } from '#shared/documents/documented-quote.ts'
import { documentLogos } from '#shared/documents/document-logo.table.ts'
import type { documentsContract } from '#shared/documents/documents.contract.ts'
import { quoteDocument, type DocumentTemplate } from '#shared/documents/quote-document.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { loadWords } from '#shared/locales/words.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { gatherSendProblems } from '#shared/quotes/gather-send-problems.ts'
import { hashContent } from '#shared/quotes/hash-content.ts'
import { wholeQuote } from '#shared/quotes/quote-facts.ts'
import { totalQuote } from '#shared/quotes/total-quote.ts'
import type { JobContext } from '../operations/capability.ts'
import { readLink } from '../sync/sync-row.ts'
import { answerRule } from '../workspace/answer-rule.ts'
import { selectRows } from '../workspace/rows.ts'

type Asked = z.output<typeof documentsContract.operations.preview.input>

/** The document of a quote as it is now: what is on paper, and what of the quote may be there. Refuses with `quote.not-found`. */
export async function loadDocument({ db, now }: JobContext, { quoteId, kind, language: wished }: Asked): Promise<{ readonly document: QuoteDocument; readonly documented: DocumentedQuote }> {
  const whole = answerRule(db, wholeQuote(quoteId))
  if ('kind' in whole) throw notThere()
  const { quote, lines } = whole
  const totals = totalQuote(quote, lines)
  if (!totals.ok) throw new RefusedError(totals.error.code, totals.error.message, totals.error.details)
  const hash = hashContent(quote, lines)
  const isSent = quote.sentAt !== null && quote.contentHash === hash
  const isDraft = !isSent && answerRule(db, gatherSendProblems(whole, totals.value, now())).length > 0
  const [account] = selectRows(db, accounts, 'WHERE "id" = ?', quote.accountId)
  if (account === undefined) throw notThere()
  const [contact] = selectRows(db, contacts, 'WHERE "id" = ?', quote.contactId)
  const [partner] = selectRows(db, partners, 'WHERE "id" = ?', quote.partnerId)
  const language = wished ?? quote.language
  const [template] = selectRows(db, documentTemplates, 'WHERE "kind" = ? AND "language" = ? ORDER BY "preferred" DESC, "name", "id" LIMIT 1', kind, language)
  const [logo] = selectRows(db, documentLogos, 'WHERE "id" = ?', template?.logoId ?? null)
  const documented = documentedQuote(quote, lines, totals.value, hash)
  const clauses = chooseClauses(selectRows(db, documentClauses), { kind, language, country: quote.country })
  const words = (await loadWords(language)).documents.paper
  const document = quoteDocument({ kind, language, isDraft, quote: documented, partner: partner?.name ?? null, template: template ?? { ...BARE, sender: readLink(db)?.person.tenantName ?? '' }, logo: logo ?? null, clauses, words, account, contact: contact ?? null })
  return { document, documented }
}

/** What a document looks like where the company has no template for it yet. */
const BARE: DocumentTemplate = { title: null, accent: '#1f4b7a', sender: '', opening: null, closing: null, footer: null, era: false, seal: false }

function notThere(): RefusedError {
  return new RefusedError('quote.not-found', 'there is no such quote')
}
