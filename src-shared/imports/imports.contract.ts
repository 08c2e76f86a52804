import { z } from 'zod'
import { idSchema } from '../foundation/edit.ts'
import { commandOperation, contract, internal, job, query } from '../foundation/operation.ts'
import { isDelimiter, isSourceEncoding, sourceEncodings } from './source-encodings.ts'

/** What can be imported so far. */
export const importSubjects = ['leads', 'accounts', 'opportunities', 'deals', 'partners', 'territories', 'prices'] as const
/** The tables that an import, or the demo, may bring rows for. */
export const importedTables = ['leads', 'partners', 'territories', 'territoryRules', 'accounts', 'contacts', 'opportunities', 'activities', 'attributions', 'projects', 'conflictCases', 'caseEvidence', 'registrations', 'products', 'priceBooks', 'prices', 'promotions', 'partnerDiscounts', 'exchangeRates', 'quotes', 'quoteLines', 'partnerProfiles', 'applications', 'partnerPeople', 'courses', 'certificates', 'requirements', 'agreements', 'agreementVersions', 'acceptances', 'checklistTemplates', 'checklists', 'taskEvents', 'materials', 'activations', 'partnerCare', 'checkIns', 'quarterlyReviews', 'coachingNotes', 'jointPlans'] as const
export type ImportSubject = (typeof importSubjects)[number]

/** Where a field's value comes from: a column of the file (by its header), or the same value for every row. */
export const mappingSchema = z.record(z.string(), z.union([z.strictObject({ column: z.string() }), z.strictObject({ constant: z.string().max(400) })]))
export type ImportMapping = z.infer<typeof mappingSchema>

/** One thing wrong in the file: `line` counts from 1 with the header, as a text editor does; `column` is the header, or its position. */
export const importErrorSchema = z.strictObject({ line: z.int(), column: z.string().nullable(), code: z.string(), value: z.string().max(200).nullable() })

/** Something the reader put right or is unsure of; `data` are the words' details. */
export const importNoticeSchema = z.strictObject({
  code: z.string(),
  line: z.int().nullable(),
  column: z.string().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type ShownNotice = z.infer<typeof importNoticeSchema>

export const readingSchema = z.strictObject({
  encoding: z.string().refine(isSourceEncoding, `one of ${sourceEncodings.join(', ')}`).nullable().default(null),
  delimiter: z.string().refine(isDelimiter, 'one character, no quote and no line end').nullable().default(null),
  sheet: z.string().nullable().default(null),
})

const fileToken = z.string().min(8).max(100)

const report = z.strictObject({
  read: z.int(),
  imported: z.int(),
  duplicates: z.int(),
  refused: z.int(),
  errors: z.array(importErrorSchema),
  /** More errors than are listed. */
  errorsOmitted: z.int(),
  notices: z.array(importNoticeSchema),
  batchId: z.string().nullable(),
  ms: z.number(),
})
export type ImportReport = z.infer<typeof report>

const run = z.strictObject({
  file: fileToken,
  subject: z.enum(importSubjects),
  mapping: mappingSchema.nullable().default(null),
  reading: readingSchema.default({ encoding: null, delimiter: null, sheet: null }),
  /** Files that the lines refer to: of opportunities, their accounts, products and sales teams. */
  beside: z.array(fileToken).max(10).default([]),
  /** Leave out rows with errors and import the rest; without it one error stops the whole import. */
  skipRefused: z.boolean().default(false),
})

export const importsContract = contract('imports', {
  inspect: job('Looks into a file: encoding, delimiter, columns, sample rows, a proposed mapping', z.strictObject({ file: fileToken, subject: z.enum(importSubjects), reading: readingSchema.default({ encoding: null, delimiter: null, sheet: null }) }), z.strictObject({
    fileName: z.string(),
    encoding: z.string(),
    /** 0 to 1; 1 also when a person chose it. */
    encodingConfidence: z.number(),
    encodings: z.array(z.string()),
    delimiter: z.string().nullable(),
    sheets: z.array(z.string()),
    columns: z.array(z.string()),
    sample: z.array(z.array(z.string())),
    rows: z.int(),
    notices: z.array(importNoticeSchema),
    mapping: mappingSchema,
    remembered: z.boolean(),
    fields: z.array(z.strictObject({ field: z.string(), required: z.boolean() })),
  })),
  dryRun: job('Everything an import does but the writing', run, report),
  run: job('Imports a file: all of it or nothing', run, report),
  export: job(
    'Writes all of a list to a file that can be imported again',
    z.strictObject({ subject: z.enum(importSubjects), format: z.enum(['csv', 'xlsx']), file: fileToken.nullable().default(null) }),
    z.strictObject({ file: z.string(), name: z.string(), rows: z.int() }),
  ),
  appendRows: internal(commandOperation(
    'Writes a part of an import',
    z.strictObject({ batchId: idSchema, table: z.enum(importedTables), columns: z.array(z.string()).min(1), rows: z.array(z.custom<readonly unknown[]>(Array.isArray)).max(10_000) }),
    z.strictObject({ appended: z.int() }),
    [(input) => input],
  )),
  rememberedMapping: query('The mapping used last for a file with these columns', z.strictObject({ subject: z.enum(importSubjects), columns: z.array(z.string()) }), mappingSchema.nullable()),
})
