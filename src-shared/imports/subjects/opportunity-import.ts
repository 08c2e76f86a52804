import { currencyDecimals } from '../../foundation/money.ts'
import { foldName } from '../fold-name.ts'
import type { ImportNotice } from '../import-errors.ts'
import { normaliseCompanyName } from '../normalise-company-name.ts'
import { detectDateOrder } from '../read-date.ts'
import { detectDecimalMark } from '../read-number.ts'
import { CompanionReading } from './companion-reading.ts'
import { locate, noticeOf, rowMapper, type ImportPart, type ImportReader, type ImportSubjectDefinition, type KnownAccount, type RowError, type SubjectErrorCode } from './import-subject.ts'
import { opportunityFields, type OpportunityField } from './opportunity-fields.ts'
import { noonOf, readOpportunityRow, type FileHabits, type OpportunityLine } from './read-opportunity-row.ts'

/** The order of the values of a row. */
export const opportunityImportColumns = [
  'id', 'name', 'accountId', 'partnerId', 'influencedBy', 'territoryId', 'product', 'amount', 'currency', 'expectedCloseOn', 'stage', 'closedAt', 'notes', 'stageSince', 'openedOn', 'reference', 'salesAgent', 'salesTeam',
] as const

const NOBODY: readonly string[] = []

/**
 * Opportunities from another system. What their lines name, accounts, products and teams, is looked up in the files beside this one and in
 * the workspace; an account that is in neither is refused, for nobody could say which company it is.
 */
export const opportunityImport: ImportSubjectDefinition = {
  subject: 'opportunities',
  fields: opportunityFields,
  needs: ['accountKeys', 'accountsByName', 'opportunityReferences', 'partnerIds', 'productIds', 'products', 'priceBooks', 'pricedProducts'],
  begin(columns, mapping, facts, context, companions = []): ImportReader {
    const toRow = rowMapper<OpportunityField>(opportunityFields, columns, mapping)
    const currency = mapping['currency']
    const beside = new CompanionReading(companions, facts, context, currency !== undefined && 'constant' in currency ? currency.constant : null)
    const accounts = new Map<string, KnownAccount | null>([...facts.accountsByName, ...beside.accounts])
    const seen = new Set<string>()
    const stages = new Map<string, { readonly stage: string; readonly line: number; rows: number }>()
    let habits: FileHabits | undefined
    let [added, priced]: [readonly ImportPart[], number] = [beside.parts, 0]

    /** The line's account and product, or which of its fields names none. */
    function lookUp(line: OpportunityLine, at: number): { readonly account: KnownAccount; readonly product: string | null } | { readonly field: OpportunityField; readonly code: SubjectErrorCode; readonly value: string } {
      const account = accounts.get(normaliseCompanyName(line.account))
      if (account == null) return { field: 'account', code: account === null ? 'opportunity.account-ambiguous' : 'opportunity.account-unknown', value: line.account }
      const product = line.product === null || beside.products.isEmpty ? line.product : beside.products.find(line.product, at)
      if (product !== undefined) return { account, product }
      return beside.hasProducts ? { field: 'product', code: 'opportunity.product-unknown', value: line.product ?? '' } : { account, product: line.product }
    }

    /** The account that the person named for lines without one is made when it is first wanted. */
    function accountElse(name: string): ImportPart['inserts'] {
      const key = normaliseCompanyName(name)
      if (name.trim() === '' || accounts.has(key)) return []
      const { inserts, known } = beside.addAccount(name)
      accounts.set(key, known)
      return inserts
    }

    return {
      read(rows, lineOf) {
        habits ??= { mark: detectDecimalMark(rows.map((cells) => toRow(cells).amount)), order: detectDateOrder(rows.flatMap((cells) => { const { openedOn, closedOn } = toRow(cells); return [openedOn, closedOn] })) }
        const first = added.flatMap(({ inserts }) => inserts)
        added = []
        const inserted: (readonly unknown[])[] = []
        const made: ImportPart['inserts'][number][] = []
        const duplicates: number[] = []
        const errors: RowError[] = []
        for (const [index, cells] of rows.entries()) {
          const at = lineOf(index)
          const values = toRow(cells)
          const result = readOpportunityRow(values, habits)
          if ('reading' in result) {
            errors.push(...locate(result.reading.problems, at, mapping))
            continue
          }
          const { line } = result
          if (values.account.trim() === '') made.push(...accountElse(values.accountElse))
          const partnerId = values.partner.trim() === '' ? null : facts.partnerIds.get(values.partner.trim())
          const found = lookUp(line, at)
          if ('code' in found || partnerId === undefined) {
            errors.push(...locate('code' in found ? [found] : [{ field: 'partner', code: 'account.partner-unknown', value: values.partner.trim() }], at, mapping))
            continue
          }
          const key = line.reference ?? ''
          if (key !== '' && (seen.has(key) || facts.opportunityReferences.has(key))) {
            duplicates.push(at)
            continue
          }
          seen.add(key)
          countStage(values.stage.trim(), line.stage, at)
          const listed = line.amount === null && line.closedAt === null ? beside.listPrice(found.product, line.currency, currencyDecimals(line.currency) ?? 2) : null
          if (listed !== null) priced += 1
          inserted.push([
            context.id(), line.name ?? [found.account.name, found.product ?? line.reference].filter(Boolean).join(' – '), found.account.id, partnerId, NOBODY, found.account.territoryId, found.product, line.amount ?? listed, line.currency,
            line.expectedCloseOn, line.stage, line.closedAt, line.notes, line.closedAt ?? (line.openedOn === null ? null : noonOf(line.openedOn)), line.openedOn, line.reference, line.salesAgent, beside.teamOf(line.salesAgent),
          ])
        }
        return { inserts: [...first, ...made, ...(inserted.length === 0 ? [] : [{ table: 'opportunities' as const, columns: opportunityImportColumns, rows: inserted }])], duplicates, errors }
      },
      finish() {
        const notices: ImportNotice[] = [
          ...beside.notices,
          ...beside.products.readAs().map(({ written, product, line, rows }) => noticeOf('import.product-read-as', { written, product, rows }, line)),
          ...[...stages].filter(([written, { stage }]) => foldName(written) !== stage).map(([written, { stage, line, rows }]) => noticeOf('import.stage-read-as', { written, stage, rows }, line)),
          ...(priced === 0 ? [] : [noticeOf('import.amount-from-list-price', { rows: priced })]),
        ]
        return { inserts: [], duplicates: [], errors: [], notices }
      },
    }

    function countStage(written: string, stage: string, line: number): void {
      const before = stages.get(written) ?? { stage, line, rows: 0 }
      before.rows += 1
      stages.set(written, before)
    }
  },
}
