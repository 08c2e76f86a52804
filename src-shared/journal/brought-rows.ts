import { settled } from '../deals/registration-steps.ts'
import { registrations } from '../deals/registration.table.ts'
import { specialPrices } from '../catalogue/discount.table.ts'
import type { Change, CommandContext } from '../foundation/command.ts'
import type { RowOf, Table } from '../foundation/table.ts'
import { isSoundFile } from '../material/is-sound-file.ts'
import { materialFiles, materials } from '../material/material.table.ts'
import { authorOf } from '../quotes/authorship.ts'
import { quoteAuthors } from '../quotes/quote-author.table.ts'
import { quotes } from '../quotes/quote.table.ts'

type Row = Readonly<Record<string, unknown>>
type BroughtRows = readonly (readonly unknown[])[]

interface Decided {
  /** Whoever may give this may bring what it decides. */
  readonly by: string
  /** What of a row that anybody else brings is to be decided first; null: it is left out. */
  readonly undecided: (row: Row) => Row | null
}

const leftOut = (by: string): Decided => ({ by, undecided: () => null })

/** Tables in which a row can say that somebody decided something. */
const decided: Readonly<Record<string, Decided>> = {
  approvalPolicies: leftOut('approvals.publishPolicy'),
  approvalSeats: leftOut('approvals.publishPolicy'),
  approvalRequests: leftOut('approvals.approve'),
  approvalSteps: leftOut('approvals.approve'),
  [quoteAuthors.name]: leftOut('approvals.publishPolicy'),
  [quotes.name]: { by: 'approvals.approve', undecided: ({ status }) => ({ approvedHash: null, ...(status === 'approved' || status === 'inApproval' ? { status: 'draft' } : {}) }) },
  [specialPrices.name]: { by: 'catalogue.decideSpecialPrice', undecided: ({ state }) => (state === 'approved' ? { state: 'requested', decidedBy: null, decidedAt: null } : {}) },
  [materials.name]: { by: 'material.publish', undecided: ({ state }) => (state === 'published' ? { state: 'draft', publishedAt: null, publishedByName: null } : {}) },
  [materialFiles.name]: leftOut('material.attach'),
  [registrations.name]: { by: 'approvals.approve', undecided: claimed },
}

/** An approval names the company's own terms, and is given where all claims are known: what protects a deal is decided there, and no window comes from elsewhere. */
function claimed(row: Row): Row {
  const registration = row as RowOf<typeof registrations>
  if (registration.status === 'draft') return {}
  const patch: Partial<RowOf<typeof registrations>> = { terms: null, approved: null, protectedFrom: null, protectedUntil: null, priceLockedUntil: null, quoteSentAt: null, ...(registration.status === 'approved' ? { status: 'submitted', decidedBy: null, decidedAt: null } : {}) }
  return settled(patch, registration)
}

/** Rows from an import or from a desk that was on its own: what only some may decide is there only where they bring it. */
export function broughtRows({ name }: Table, columns: readonly string[], given: BroughtRows, { mayGive }: CommandContext): BroughtRows {
  const rule = decided[name]
  // Whoever brings a file: it is looked into again, for others will open it.
  const rows = name === materialFiles.name ? given.filter((values) => isSoundFile(rowOf(columns, values) as RowOf<typeof materialFiles>)) : given
  if (rule === undefined || mayGive(rule.by)) return rows
  return rows.flatMap((values) => {
    const row = rowOf(columns, values)
    const patch = rule.undecided(row)
    if (patch === null) return []
    const brought = { ...row, ...patch }
    return [columns.map((column) => brought[column])]
  })
}

/** Whoever brings a quote has had a hand in it. */
export function broughtAuthors({ name }: Table, columns: readonly string[], rows: BroughtRows, { actor }: CommandContext): readonly Change[] {
  if (name !== quotes.name || rows.length === 0) return []
  const authors = rows.map((values) => authorOf({ approvedHash: null, territoryId: null, ...rowOf(columns, values) } as Parameters<typeof authorOf>[0], actor))
  const named = ['id', 'quoteId', 'personId', 'personName', 'since', 'territoryId'] as const
  return [{ kind: 'insert', table: quoteAuthors, columns: named, rows: authors.map((author) => named.map((column) => author[column])) }]
}

function rowOf(columns: readonly string[], values: readonly unknown[]): Row {
  return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null]))
}
