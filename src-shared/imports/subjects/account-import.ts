import { accountFields, sharedWithLeads, type AccountField } from './account-fields.ts'
import { locate, rowMapper, type ImportReader, type ImportSubjectDefinition, type MappedRow, type RowError, type RowProblem } from './import-subject.ts'
import { leadFields, type LeadField } from './lead-fields.ts'
import { createLeadReaders, leadImportColumns, readLeadRow } from './lead-import.ts'

/** The order of the values of a row: those that a lead has too, then the partner of record. */
export const accountImportColumns = ['id', ...Object.keys(sharedWithLeads), 'duplicateKey', 'partnerId'] as const
const KEY = accountImportColumns.indexOf('duplicateKey')
const places = ['id', ...Object.values(sharedWithLeads), 'duplicateKey'].map((column) => (leadImportColumns as readonly string[]).indexOf(column))
const ownNames = new Map<string, AccountField>(Object.entries(sharedWithLeads).map(([own, name]) => [name, own as AccountField]))
const emptyLead = Object.fromEntries(leadFields.map(({ name }) => [name, ''])) as Record<LeadField, string>

/** The line as one of a lead, whose company and place are read in the same way. */
function asLead(row: MappedRow<AccountField>): MappedRow<LeadField> {
  const lead = { ...emptyLead }
  for (const [own, name] of Object.entries(sharedWithLeads)) lead[name] = row[own as AccountField]
  return lead
}

export const accountImport: ImportSubjectDefinition = {
  subject: 'accounts',
  fields: accountFields,
  needs: ['accountKeys', 'partnerIds'],
  begin(columns, mapping, { accountKeys, partnerIds }, context): ImportReader {
    const toRow = rowMapper<AccountField>(accountFields, columns, mapping)
    const readers = createLeadReaders()
    const seen = new Set<string>()
    return {
      read(rows, lineOf) {
        const inserted: (readonly unknown[])[] = []
        const duplicates: number[] = []
        const errors: RowError[] = []
        for (const [index, cells] of rows.entries()) {
          const line = toRow(cells)
          const code = line.partner.trim()
          const partnerId = code === '' ? null : partnerIds.get(code)
          const result = readLeadRow(asLead(line), readers, context)
          const problems: RowProblem<AccountField>[] = [
            ...('errors' in result ? result.errors.map((problem) => ({ ...problem, field: ownNames.get(problem.field) ?? 'name' })) : []),
            ...(partnerId === undefined ? [{ field: 'partner' as const, code: 'account.partner-unknown' as const, value: code }] : []),
          ]
          if ('errors' in result || problems.length > 0) {
            errors.push(...locate(problems, lineOf(index), mapping))
            continue
          }
          const row = [...places.map((place) => result.row[place]), partnerId]
          const key = String(row[KEY])
          if (seen.has(key) || accountKeys.has(key)) {
            duplicates.push(lineOf(index))
            continue
          }
          seen.add(key)
          inserted.push(row)
        }
        return { inserts: inserted.length === 0 ? [] : [{ table: 'accounts', columns: accountImportColumns, rows: inserted }], duplicates, errors }
      },
      finish: () => ({ inserts: [], duplicates: [], errors: [] }),
    }
  },
}
