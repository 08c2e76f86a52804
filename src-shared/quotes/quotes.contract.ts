import { z } from 'zod'
import { decimalText } from '../foundation/column.ts'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { listInput, listOutput } from '../foundation/list.ts'
import type { JsonValue } from '../foundation/json.ts'
import { commandOperation, contract, internal, job, query } from '../foundation/operation.ts'
import { givenFileSchema } from '../attachments/given-file.ts'
import { proofTypes } from '../attachments/kept-file.ts'
import { products } from '../catalogue/product.table.ts'
import { registrations } from '../deals/registration.table.ts'
import { lineTermsSchema } from './line-terms-schema.ts'
import { registrationGoneReasons } from './quote-registration.ts'
import { MAXIMUM_QUOTE_LINES } from './quote.ts'
import { quoteLines, quotes, registrationSchema } from './quote.table.ts'
import { taxCategories } from './tax-policy.ts'

export const quoteListFields = [
  'number', 'provisionalNumber', 'revision', 'name', 'accountId', 'accountName', 'opportunityId', 'partnerId', 'territoryId', 'status', 'primary', 'audience', 'currency', 'net', 'gross', 'margin', 'lineCount',
  'validUntil', 'language', 'sentAt', 'acceptedAt', 'createdAt', 'importId', 'id',
] as const
export type QuoteListField = (typeof quoteListFields)[number]

export const quoteEditableFields = [
  'name', 'contactId', 'audience', 'taxMode', 'roundingScope', 'roundingMode', 'region', 'sellerCountry', 'sellerNumber', 'buyerNumber', 'resaleCertificateTo', 'localTaxRate', 'distributorPercent',
  'language', 'validUntil', 'timeZone', 'discountAmount', 'notes',
] as const
export const lineEditableFields = ['name', 'unit', 'groupName', 'quantity', 'discountPercent', 'termFrom', 'termTo', 'notes'] as const

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
const quoteInList = z.intersection(quotes.row, z.object({ accountName: z.string().nullable(), opportunityName: z.string().nullable() }))
const whole = z.strictObject({ quote: quoteInList, lines: z.array(quoteLines.row) })
const lineIds = z.array(idSchema).min(1).max(MAXIMUM_QUOTE_LINES)
/** The instant at which something happened outside: what is told later counts for then. */
const instant = z.iso.datetime()

const proofSchema = z.strictObject({ name: z.string(), mediaType: z.enum(proofTypes), size: z.int(), sha256: z.string(), addedByName: z.string(), createdAt: z.string() })

const newLine = z.strictObject({
  /** A product, or `custom`. */
  code: z.string().min(1).max(60).nullable(),
  custom: z.strictObject({ name: z.string().trim().min(1).max(400), unit: z.string().max(60).nullable(), unitPrice: decimalText, cost: decimalText.nullable(), taxCategory: z.enum(taxCategories), isService: z.boolean() }).nullable(),
  quantity: decimalText,
  discountPercent: decimalText,
  groupName: z.string().max(200).nullable(),
  /** The list price that whoever added the line was shown. */
  seenUnitPrice: decimalText.nullable(),
})
export type NewLine = z.infer<typeof newLine>

/** A registration that was typed by hand is believed no more. */
const withoutRegistration = (input: JsonValue): JsonValue => {
  const given = z.looseObject({ edits: z.array(z.looseObject({ field: z.string() })) }).parse(input)
  return { ...given, edits: given.edits.filter(({ field }) => field !== 'registration') } as JsonValue
}

export const quotesContract = contract('quotes', {
  list: query('A window of the quotes that match a filter', listInput(quoteListFields), listOutput(quoteInList)),
  get: query('One revision of a quote with its lines', z.strictObject({ id: idSchema }), whole),
  revisions: query('All revisions of a quote, the latest first', z.strictObject({ rootId: idSchema }), z.array(quotes.row)),
  findProducts: query('Products for a quote, the best match first, with what each would cost in it', z.strictObject({ quoteId: idSchema, text: z.string().max(200) }), z.array(z.strictObject({ product: products.row, terms: lineTermsSchema.nullable(), refused: z.string().nullable() }))),
  pricing: query('New lines as they would be, each with its terms or why it cannot be', z.strictObject({ quoteId: idSchema, codes: z.array(z.string().max(60)).max(MAXIMUM_QUOTE_LINES) }), z.array(z.strictObject({ product: products.row.nullable(), terms: lineTermsSchema.nullable(), refused: z.string().nullable() }))),
  bundleOf: query('The bundle that a line is, with the products that may be chosen', z.strictObject({ lineId: idSchema }), z.strictObject({ product: products.row, options: z.array(products.row) })),
  repriced: query('A quote as it would be if it were priced for a day', z.strictObject({ id: idSchema, on: z.iso.date() }), whole),
  sendProblems: query('What keeps a quote from being sent', z.strictObject({ id: idSchema, at: instant }), z.array(z.json())),
  registrations: query('The registered deals of a quote’s partner and customer, with what each would pay or why it does not stand', z.strictObject({ id: idSchema }), z.array(z.strictObject({ registration: registrations.row, deal: registrationSchema.nullable(), gone: z.enum(registrationGoneReasons).nullable() }))),
  proof: query('What was attached to a quote’s acceptance, without the file itself; null: nothing', z.strictObject({ id: idSchema }), proofSchema.nullable()),
  create: commandOperation('Begins a quote for an account', newRowInput(quotes, ['accountId', 'name', 'currency'], ['opportunityId', 'contactId', 'partnerId', 'audience', 'taxMode', 'language', 'validUntil', 'pricedOn']), made),
  update: commandOperation('Edits fields of a quote that was not sent', editInput(quotes, quoteEditableFields), done, [withoutRegistration]),
  addLines: commandOperation('Adds lines to a quote, before one of its lines or at the end', z.strictObject({ quoteId: idSchema, before: idSchema.nullable().default(null), lines: z.array(newLine).min(1).max(MAXIMUM_QUOTE_LINES) }), z.strictObject({ entry: idSchema, ids: z.array(idSchema) })),
  changeLines: commandOperation('Edits fields of lines', z.strictObject({ quoteId: idSchema, lines: z.array(editInput(quoteLines, lineEditableFields)).min(1).max(MAXIMUM_QUOTE_LINES) }), done),
  changeCustomPrice: commandOperation('Changes the price and the cost of a custom item', z.strictObject({ quoteId: idSchema, lineId: idSchema, unitPrice: decimalText, cost: decimalText.nullable() }), done),
  moveLines: commandOperation('Moves lines before another or to the end, bundles with their options', z.strictObject({ quoteId: idSchema, ids: lineIds, before: idSchema.nullable() }), done),
  removeLines: commandOperation('Removes lines, bundles with their options', z.strictObject({ quoteId: idSchema, ids: lineIds }), done),
  configure: commandOperation('Chooses the options of a bundle', z.strictObject({ quoteId: idSchema, lineId: idSchema, chosen: z.array(z.strictObject({ code: z.string().min(1).max(60), quantity: decimalText })).max(200) }), done),
  reprice: commandOperation('Prices a quote anew, with the lists, offers, rates and taxes of a day', z.strictObject({ id: idSchema, on: z.iso.date() }), done),
  revise: commandOperation('Begins the next revision of a quote', z.strictObject({ id: idSchema }), made),
  clone: commandOperation('Begins a new quote with the lines of another', z.strictObject({ id: idSchema, name: z.string().max(400).nullable().default(null) }), made),
  linkRegistration: commandOperation('Makes a quote one for a registered deal of its partner and customer, which then protects and pays; or for none', z.strictObject({ id: idSchema, registrationId: idSchema.nullable() }), done),
  setPrimary: commandOperation('Makes a quote the one that stands for its opportunity', z.strictObject({ id: idSchema }), done),
  send: commandOperation('Marks a quote as sent; its content is settled from then on', z.strictObject({ id: idSchema, at: instant }), z.strictObject({ entry: idSchema, contentHash: z.string() })),
  accept: commandOperation(
    'Records that the customer accepted a revision, and which content',
    z.strictObject({ id: idSchema, contentHash: z.string().max(64), acceptedBy: z.string().trim().min(1).max(200), at: instant, evenIfSuperseded: z.boolean().default(false), proof: givenFileSchema.nullable().default(null) }),
    done,
    [(input) => input],
  ),
  decline: commandOperation('Records that the customer declined a quote', z.strictObject({ id: idSchema, reason: z.string().trim().min(1).max(500) }), done),
  order: commandOperation('Makes an order of an accepted quote', z.strictObject({ id: idSchema, orderNumber: z.string().trim().min(1).max(60) }), done),
  expireDue: internal(commandOperation('Lets quotes expire whose last day is over where the customer is', z.strictObject({ ids: z.array(idSchema).max(500) }), z.strictObject({ expired: z.int() }))),
  giveNumbers: internal(commandOperation('Gives quotes their numbers', z.strictObject({ ids: z.array(idSchema).max(500) }), z.strictObject({ given: z.int() }))),
  saveProof: job('Writes what was attached to a quote’s acceptance to a file; returns a token by which the asker may fetch it', z.strictObject({ id: idSchema, file: z.string().nullable().default(null) }), z.strictObject({ file: z.string(), name: z.string() })),
  keep: job('Lets quotes expire and gives them numbers, where no central API does', z.strictObject({}), z.strictObject({ expired: z.int(), given: z.int() })),
})
