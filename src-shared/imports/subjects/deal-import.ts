import { claimKey } from '../../deals/claim-key.ts'
import { currencyDecimals } from '../../foundation/money.ts'
import type { ImportNotice } from '../import-errors.ts'
import { readDate } from '../read-date.ts'
import { readMinorUnits } from '../read-number.ts'
import { dealFields, sharedWithLeads, type DealField } from './deal-fields.ts'
import { readRegistrationKind } from './import-choices.ts'
import { locate, noticeOf, rowMapper, type ImportReader, type ImportSubjectDefinition, type MappedRow, type RowError } from './import-subject.ts'
import { leadFields, type LeadField } from './lead-fields.ts'
import { createLeadReaders, leadImportColumns, readLeadRow } from './lead-import.ts'
import { readCode, readLine, RowReading, splitList } from './read-fields.ts'
import { readCurrency } from './read-opportunity-row.ts'

/** The order of the values of a row: those that a lead has too, then those of the claim. */
export const dealImportColumns = [
  'id', ...sharedWithLeads, 'domain', 'customerKey', 'partnerId', 'kind', 'project', 'fiscalYear', 'products', 'amount', 'currency', 'expectedCloseOn', 'status', 'overlaps', 'reviewMissed', 'reminded', 'extensions',
] as const
const places = ['id', ...sharedWithLeads, 'domain', 'duplicateKey'].map((column) => (leadImportColumns as readonly string[]).indexOf(column))
const CUSTOMER_KEY = dealImportColumns.indexOf('customerKey')
const emptyLead = Object.fromEntries(leadFields.map(({ name }) => [name, ''])) as Record<LeadField, string>

/** Registrations from a file come as drafts: what is registered, from when on and whether it is approved, is not for a file to say. */
export const dealImport: ImportSubjectDefinition = {
  subject: 'deals',
  fields: dealFields,
  needs: ['claimKeys', 'overlapsOf', 'partnerIds'],
  begin(columns, mapping, { claimKeys, overlapsOf, partnerIds }, context): ImportReader {
    const toRow = rowMapper<DealField>(dealFields, columns, mapping)
    const readers = createLeadReaders()
    const seen = new Set<string>()
    const notices: ImportNotice[] = []
    return {
      read(rows, lineOf) {
        const inserted: (readonly unknown[])[] = []
        const duplicates: number[] = []
        const errors: RowError[] = []
        for (const [index, cells] of rows.entries()) {
          const line = toRow(cells)
          const customer = readLeadRow(asLead(line), readers, context)
          const reading = new RowReading<DealField>()
          const partnerId = readPartner(line.partner.trim(), partnerIds, reading)
          const claim = readClaim(line, reading)
          const problems = [...('errors' in customer ? customer.errors : []), ...reading.problems]
          if ('errors' in customer || problems.length > 0 || partnerId === null) {
            errors.push(...locate(problems, lineOf(index), mapping))
            continue
          }
          const given = places.map((place) => customer.row[place])
          const key = claimKey({ ...claim, partnerId, customerKey: String(given[CUSTOMER_KEY]) })
          if (seen.has(key) || claimKeys.has(key)) {
            duplicates.push(lineOf(index))
            continue
          }
          seen.add(key)
          const of = (field: (typeof sharedWithLeads)[number]): string | null => (given[dealImportColumns.indexOf(field)] ?? null) as string | null
          const company = of('company') ?? ''
          const others = overlapsOf({ ...claim, partnerId, company, companyEn: of('companyEn'), corporateNumber: of('corporateNumber'), website: of('website'), country: of('country') })
          if (others > 0) notices.push(noticeOf('import.deal-overlaps', { company, others }, lineOf(index)))
          inserted.push([...given, partnerId, claim.kind, claim.project, claim.fiscalYear, claim.products, claim.amount, claim.currency, claim.expectedCloseOn, 'draft', others, false, 0, 0])
        }
        return { inserts: inserted.length === 0 ? [] : [{ table: 'registrations', columns: dealImportColumns, rows: inserted }], duplicates, errors }
      },
      finish: () => ({ inserts: [], duplicates: [], errors: [], notices }),
    }
  },
}

/** The line as one of a lead, whose company and place are read in the same way. */
function asLead(row: MappedRow<DealField>): MappedRow<LeadField> {
  const lead = { ...emptyLead }
  for (const name of sharedWithLeads) lead[name] = row[name]
  return lead
}

function readPartner(code: string, partnerIds: ReadonlyMap<string, string>, reading: RowReading<DealField>): string | null {
  const id = partnerIds.get(code)
  if (id === undefined) reading.refuse('partner', code === '' ? 'import.value-missing' : 'account.partner-unknown', code === '' ? null : code)
  return id ?? null
}

function readClaim(line: MappedRow<DealField>, reading: RowReading<DealField>) {
  const currency = reading.take('currency', line.currency, readCurrency)
  if (line.amount !== '' && line.currency === '') reading.refuse('currency', 'import.value-missing', null)
  return {
    kind: reading.take('kind', line.kind, readRegistrationKind) ?? 'planned',
    project: reading.take('project', line.project, readLine),
    fiscalYear: reading.take('fiscalYear', line.fiscalYear, readLine),
    products: splitList(line.products.replaceAll('、', ';')).flatMap((product) => reading.take('products', product, readCode) ?? []),
    amount: currency === null ? null : reading.take('amount', line.amount, (text) => readMinorUnits(text, { decimals: currencyDecimals(currency) ?? 2, mark: null, minimum: 0 })),
    currency,
    expectedCloseOn: reading.take('expectedCloseOn', line.expectedCloseOn, readDate),
  }
}
