import { newRule, newTerritory } from '../../territories/new-territory.ts'
import type { ImportMapping } from '../imports.contract.ts'
import { locate, rowMapper, type ImportPart, type ImportReader, type ImportSubjectDefinition, type MappedRow, type RowError, type SubjectErrorCode, type WorkspaceFacts } from './import-subject.ts'
import { readTerritoryRow, type RuleLine, type TerritoryLine } from './read-territory-row.ts'
import { territoryFields, type TerritoryField } from './territory-fields.ts'

export const territoryImportColumns = ['id', 'code', 'name', 'parentId', 'strategy', 'tieBreak', 'candidates', 'requirements', 'notes'] as const
export const ruleImportColumns = ['id', 'code', 'name', 'territoryId', 'priority', 'condition', 'effectiveFrom', 'effectiveTo', 'enabled'] as const

/** What further lines of a territory may leave empty but not say otherwise. */
const ofTheTerritory: readonly TerritoryField[] = ['name', 'parent', 'strategy', 'tieBreak', 'partners', 'certifications', 'minimumTier', 'languageRequired', 'notes']

interface RuleAt {
  readonly line: number
  readonly rule: RuleLine
}

/** A territory as the file has it: the first line says what it is, each line may add a rule. */
interface FileTerritory {
  readonly territory: TerritoryLine
  readonly values: MappedRow<TerritoryField>
  readonly lines: number[]
  readonly rules: RuleAt[]
}

export const territoryImport: ImportSubjectDefinition = {
  subject: 'territories',
  fields: territoryFields,
  needs: ['partnerIds', 'territoryIds', 'ruleCodes'],
  begin(columns, mapping, facts, context): ImportReader {
    const toRow = rowMapper<TerritoryField>(territoryFields, columns, mapping)
    const found = new Map<string, FileTerritory>()
    const refused = new Set<string>()
    return {
      read(rows, lineOf) {
        const duplicates: number[] = []
        const errors: RowError[] = []
        for (const [index, cells] of rows.entries()) {
          const line = lineOf(index)
          const values = toRow(cells)
          const code = values.code.trim()
          if (facts.territoryIds.has(code)) {
            duplicates.push(line)
            continue
          }
          const result = readTerritoryRow(values, facts)
          const first = found.get(code)
          const problems = 'errors' in result ? [...result.errors] : []
          if (first !== undefined) problems.push(...differences(first.values, values))
          else if (refused.has(code)) problems.push({ field: 'code', code: 'territory.first-row-refused', value: code })
          if ('errors' in result || problems.length > 0) {
            if (first === undefined) refused.add(code)
            errors.push(...locate(problems, line, mapping))
          } else if (first === undefined) {
            const { territory } = result
            found.set(territory.code, { territory, values: { ...values }, lines: [line], rules: territory.rule === null ? [] : [{ line, rule: territory.rule }] })
          } else {
            first.lines.push(line)
            if (result.territory.rule !== null) first.rules.push({ line, rule: result.territory.rule })
          }
        }
        return { inserts: [], duplicates, errors }
      },
      finish: () => joinTree(found, refused, facts, mapping, context.id),
    }
  },
}

function differences(first: MappedRow<TerritoryField>, values: MappedRow<TerritoryField>) {
  return ofTheTerritory
    .filter((field) => values[field].trim() !== '' && values[field].trim() !== first[field].trim())
    .map((field) => ({ field, code: 'territory.rows-differ' as const, value: values[field] }))
}

/** Finds each territory its parent in the file or the workspace and each rule its code, and makes the rows: parents first. */
function joinTree(found: ReadonlyMap<string, FileTerritory>, refused: ReadonlySet<string>, { territoryIds, ruleCodes }: WorkspaceFacts, mapping: ImportMapping, id: () => string): ImportPart {
  const errors: RowError[] = []
  const standing = new Map<string, { readonly entry: FileTerritory; readonly depth: number }>()
  for (const [code, entry] of found) {
    const placed = placeInTree(entry, found, refused, territoryIds)
    if (typeof placed === 'number') standing.set(code, { entry, depth: placed })
    else {
      for (const [position, line] of entry.lines.entries()) {
        errors.push(...locate([position === 0 ? { field: 'parent', code: placed, value: entry.territory.parentCode } : { field: 'code', code: 'territory.first-row-refused', value: code }], line, mapping))
      }
    }
  }

  const ids = new Map([...standing.keys()].map((code) => [code, id()]))
  const idOf = (code: string): string => ids.get(code) ?? territoryIds.get(code) ?? ''
  const takenCodes = new Set<string>()
  const territoryRows: (readonly unknown[])[] = []
  const ruleRows: (readonly unknown[])[] = []
  for (const { entry } of [...standing.values()].sort((one, other) => one.depth - other.depth)) {
    const { code, name, parentCode, strategy, tieBreak, candidates, requirements, notes } = entry.territory
    const territory = newTerritory(idOf(code), { code, name, parentId: parentCode === null ? null : idOf(parentCode), candidates, requirements, notes, ...(strategy && { strategy }), ...(tieBreak && { tieBreak }) })
    territoryRows.push(territoryImportColumns.map((column) => territory[column] ?? null))
    for (const [position, { line, rule }] of entry.rules.entries()) {
      const ruleCode = rule.code ?? `${code}-R${position + 1}`
      if (takenCodes.has(ruleCode) || ruleCodes.has(ruleCode)) {
        errors.push(...locate([{ field: 'ruleCode', code: 'rule.code-taken', value: ruleCode }], line, mapping))
        continue
      }
      takenCodes.add(ruleCode)
      const { condition, effectiveFrom, effectiveTo, enabled, priority } = rule
      const row = newRule(id(), { code: ruleCode, name: rule.name ?? name, territoryId: territory.id, condition, effectiveFrom, effectiveTo, enabled, ...(priority !== null && { priority }) })
      ruleRows.push(ruleImportColumns.map((column) => row[column] ?? null))
    }
  }
  const inserts = [
    { table: 'territories' as const, columns: territoryImportColumns, rows: territoryRows },
    { table: 'territoryRules' as const, columns: ruleImportColumns, rows: ruleRows },
  ]
  return { inserts: inserts.filter(({ rows }) => rows.length > 0), duplicates: [], errors }
}

/** How many of the file's territories lie above this one, or why it has no place in the tree. */
function placeInTree(entry: FileTerritory, found: ReadonlyMap<string, FileTerritory>, refused: ReadonlySet<string>, existing: ReadonlyMap<string, string>): number | SubjectErrorCode {
  const above = new Set<string>()
  for (let at = entry; ; ) {
    const { parentCode } = at.territory
    if (parentCode === null || existing.has(parentCode)) return above.size
    const parent = found.get(parentCode)
    if (parent === entry) return 'territory.own-ancestor'
    if (parent === undefined || above.has(parentCode)) return at === entry && !refused.has(parentCode) ? 'territory.parent-unknown' : 'territory.parent-refused'
    above.add(parentCode)
    at = parent
  }
}
