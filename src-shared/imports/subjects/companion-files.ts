import type { ImportMapping } from '../imports.contract.ts'
import { foldName } from '../fold-name.ts'
import { suggestMapping } from '../suggest-mapping.ts'
import { accountFields } from './account-fields.ts'
import type { Companion } from './import-subject.ts'
import { priceFields } from './price-fields.ts'

/** What a file beside one of opportunities can hold. */
export type CompanionKind = 'teams' | 'products' | 'accounts'

const AGENT = new Set(['sales agent', 'sales rep', 'salesperson', '営業担当', 'vendedor', 'agente de ventas'].map(foldName))
const MANAGER = new Set(['manager', 'team', 'sales manager', 'マネージャー', '上長', 'チーム', 'gerente', 'equipo', 'jefe'].map(foldName))
const OFFICE = new Set(['regional office', 'office', 'region', '拠点', '支社', 'oficina', 'oficina regional'].map(foldName))

/** What a file holds, by its columns, and its mapping where it is read as an import of its own; nothing where it is none of these. */
export function companionKind({ columns, rows }: Companion): { readonly kind: CompanionKind; readonly mapping: ImportMapping } | undefined {
  if (placeOf(columns, AGENT) !== -1 && placeOf(columns, MANAGER) !== -1) return { kind: 'teams', mapping: {} }
  const asPrices = mappingOf(priceFields, columns, rows)
  if (asPrices['name'] !== undefined && asPrices['price'] !== undefined) return { kind: 'products', mapping: asPrices['code'] === undefined ? { ...asPrices, code: asPrices['name'] } : asPrices }
  const asAccounts = mappingOf(accountFields, columns, rows)
  return asAccounts['name'] === undefined ? undefined : { kind: 'accounts', mapping: asAccounts }
}

/** The team of each salesperson: its manager, and the office. */
export function readTeams({ columns, rows }: Companion): ReadonlyMap<string, string> {
  const [agent, manager, office] = [placeOf(columns, AGENT), placeOf(columns, MANAGER), placeOf(columns, OFFICE)]
  return new Map(rows.map((cells) => [foldName(cells[agent] ?? ''), [cells[manager], office === -1 ? '' : cells[office]].map((cell) => (cell ?? '').trim()).filter(Boolean).join(', ')]))
}

function placeOf(columns: readonly string[], names: ReadonlySet<string>): number {
  return columns.findIndex((column) => names.has(foldName(column)))
}

function mappingOf(fields: Parameters<typeof suggestMapping>[0], columns: readonly string[], rows: Companion['rows']): ImportMapping {
  return Object.fromEntries(suggestMapping(fields, columns, rows).map(({ field, source }) => [field, source]))
}
