import { currencyDecimals } from '../../foundation/money.ts'
import { closedOpportunityStages, type OpportunityStage } from '../../opportunities/opportunity.ts'
import { fieldRead, fieldRefused } from '../field-reading.ts'
import { readDate, type DateOrder } from '../read-date.ts'
import { readMinorUnits, type DecimalMark } from '../read-number.ts'
import { readNotes } from '../read-text.ts'
import { readOpportunityStage, type FieldReader } from './import-choices.ts'
import type { MappedRow } from './import-subject.ts'
import type { OpportunityField } from './opportunity-fields.ts'
import { readCode, readLine, RowReading } from './read-fields.ts'

/** A line of opportunities as it was written: what it refers to is still a name. */
export interface OpportunityLine {
  readonly reference: string | null
  readonly name: string | null
  readonly account: string
  readonly stage: OpportunityStage
  readonly product: string | null
  readonly amount: number | null
  readonly currency: string
  readonly openedOn: string | null
  readonly expectedCloseOn: string | null
  readonly closedAt: string | null
  readonly salesAgent: string | null
  readonly notes: string | null
}

/** What the columns of a file say of the way its numbers and dates are written. */
export interface FileHabits {
  readonly mark: DecimalMark | null
  readonly order: DateOrder | null
}

export function readOpportunityRow(values: MappedRow<OpportunityField>, { mark, order }: FileHabits): { readonly line: OpportunityLine } | { readonly reading: RowReading<OpportunityField> } {
  const reading = new RowReading<OpportunityField>()
  const date: FieldReader<string> = (text) => readDate(text, order)
  const account = values.account.trim() === '' ? reading.take('accountElse', values.accountElse, readLine) : reading.take('account', values.account, readLine)
  if (account === null && reading.problems.length === 0) reading.refuse('account', 'import.value-missing', null)
  const stage = reading.demand('stage', values.stage, readOpportunityStage)
  const currency = reading.demand('currency', values.currency, readCurrency)
  const closedOn = reading.take('closedOn', values.closedOn, date)
  const line = {
    reference: reading.take('reference', values.reference, readCode), name: reading.take('name', values.name, readLine), product: reading.take('product', values.product, readLine),
    amount: currency === null ? null : reading.take('amount', values.amount, (text) => readMinorUnits(text, { decimals: currencyDecimals(currency) ?? 2, mark, minimum: 0 })),
    openedOn: reading.take('openedOn', values.openedOn, date), salesAgent: reading.take('salesAgent', values.salesAgent, readLine), notes: reading.take('notes', values.notes, readNotes),
  }
  if (account === null || stage === null || currency === null || reading.problems.length > 0) return { reading }
  const isClosed = closedOpportunityStages.includes(stage)
  return { line: { ...line, account, stage, currency, expectedCloseOn: closedOn, closedAt: isClosed && closedOn !== null ? noonOf(closedOn) : null } }
}

/** A day as an instant that is on that day nearly everywhere. */
export function noonOf(date: string): string {
  return `${date}T12:00:00.000Z`
}

export const readCurrency: FieldReader<string> = (text) => {
  const code = text.normalize('NFKC').trim().toUpperCase()
  return currencyDecimals(code) === null ? fieldRefused('import.choice-unknown', text) : fieldRead(code)
}
