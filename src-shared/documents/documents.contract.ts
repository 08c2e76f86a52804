import { z } from 'zod'
import { givenFileSchema } from '../attachments/given-file.ts'
import { editInput, idSchema, newRowInput } from '../foundation/edit.ts'
import { commandOperation, contract, job, query } from '../foundation/operation.ts'
import { locales } from '../locales/locale.ts'
import { documentLogos } from './document-logo.table.ts'
import { documentFormats } from './document-formats.ts'
import { documentKinds } from './document.ts'
import { documentClauses, documentTemplates } from './document-template.table.ts'

export const templateFields = ['name', 'kind', 'language', 'preferred', 'title', 'accent', 'sender', 'opening', 'closing', 'footer', 'era', 'seal'] as const
export const clauseFields = ['heading', 'text', 'language', 'kinds', 'countries', 'exceptCountries', 'place', 'enabled'] as const

const done = z.strictObject({ entry: idSchema })
const made = z.strictObject({ entry: idSchema, id: idSchema })
/** Null: the language of the quote, and of several templates the one that is preferred. */
const asked = { quoteId: idSchema, kind: z.enum(documentKinds).default('proposal'), language: z.enum(locales).nullable().default(null) }

const ink = z.enum(['ink', 'soft', 'accent'])
const markSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), x: z.number(), y: z.number(), align: z.enum(['start', 'end']), size: z.number(), bold: z.boolean(), ink, text: z.string(), width: z.number() }),
  z.strictObject({ kind: z.literal('rule'), x: z.number(), y: z.number(), width: z.number(), ink }),
  z.strictObject({ kind: z.literal('logo'), x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  z.strictObject({ kind: z.literal('box'), x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
])
const laidOutSchema = z.strictObject({ title: z.string(), language: z.string(), accent: z.string(), watermark: z.string().nullable(), logo: z.string().nullable(), width: z.number(), height: z.number(), pages: z.array(z.array(markSchema)) })

export const documentsContract = contract('documents', {
  templates: query('Every template of a document, the company’s own terms, and the pictures that templates show', z.strictObject({}), z.strictObject({ templates: z.array(documentTemplates.row), clauses: z.array(documentClauses.row), logos: z.array(documentLogos.row) })),
  preview: job('A quote’s document as it would be on paper, mark by mark', z.strictObject(asked), laidOutSchema),
  write: job(
    'Writes a quote’s document to a file: PDF and HTML as on paper, CSV and XLSX its lines; returns a token by which the asker may fetch it',
    z.strictObject({ ...asked, format: z.enum(documentFormats), file: z.string().nullable().default(null) }),
    z.strictObject({ file: z.string(), name: z.string(), pages: z.int().nullable(), isDraft: z.boolean() }),
  ),
  createTemplate: commandOperation('Adds a template of a document', newRowInput(documentTemplates, ['name', 'kind', 'language', 'sender'], templateFields), made),
  updateTemplate: commandOperation('Edits fields of a template', editInput(documentTemplates, templateFields), done),
  removeTemplate: commandOperation('Removes a template', z.strictObject({ id: idSchema }), done),
  setLogo: commandOperation('Puts a picture at the head of a template’s documents, or takes it away', z.strictObject({ id: idSchema, file: givenFileSchema.nullable() }), done),
  createClause: commandOperation('Adds a term that documents have where it applies', newRowInput(documentClauses, ['heading', 'text', 'language'], clauseFields), made),
  updateClause: commandOperation('Edits fields of a term', editInput(documentClauses, clauseFields), done),
  removeClause: commandOperation('Removes a term', z.strictObject({ id: idSchema }), done),
})
