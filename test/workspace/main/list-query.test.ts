import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { leadsHost } from '#main/leads/leads.operations.ts'
import { ListReader, type ListResult, type ListSource } from '#main/workspace/list-query.ts'
import { openForReading, openForWriting } from '#main/workspace/open.ts'
import { indexSomeRows } from '#main/workspace/search-index.ts'
import { foldText } from '#shared/foundation/fold-text.ts'
import type { ListInput } from '#shared/foundation/list.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadStages } from '#shared/leads/lead.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { territories } from '#shared/territories/territory.table.ts'
import { buildLead, type Lead } from '#test/foundation/builders/build-lead.ts'
import { buildTerritory, type Territory } from '#test/foundation/builders/build-territory.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

type GivenInput = Parameters<typeof leadsContract.operations.list.input.parse>[0]
interface Listed extends ListResult {
  readonly rows: readonly Lead[]
}

function openList(rows: readonly Lead[], indexed = rows.length) {
  const directory = temporaryWorkspace()
  const writer = openForWriting(directory)
  putRows(writer, leads, rows.slice(0, indexed))
  while (indexSomeRows(writer, leads)) continue
  putRows(writer, leads, rows.slice(indexed))
  const db = openForReading(directory)
  const lists = new ListReader(db)
  onTestFinished(() => {
    db.close()
    writer.close()
  })
  const query = leadsHost.queries['list'] as (input: ListInput, context: object) => Listed
  const list = (input: GivenInput): Listed => query(leadsContract.operations.list.input.parse(input), { db, lists })
  return { list, lists, writer }
}

const companies = (listed: Listed): string[] => listed.rows.map(({ company }) => company)

const nasty = [
  'トヨタ自動車', 'ﾄﾖﾀ紡織', 'ＤＯＷＡ', 'dowa', 'Dowa Labs', 'Málaga', 'malaga', 'MALAGA', '東京', '東京都港区', '大阪', '京', '', '100%', '100', '10_0', '1000',
  'a\\b', 'a"b', "O'Hara", 'OR 1=1', 'か', 'が', 'Ñandú', '𠮷野家', 'Ⅳ', ' spaced ',
]
const someLeads: readonly Lead[] = fc.sample(
  fc.record({
    company: fc.constantFrom(...nasty), city: fc.option(fc.constantFrom(...nasty), { nil: null }), country: fc.option(fc.constantFrom('JP', 'jp', 'MX', 'ES'), { nil: null }),
    stage: fc.constantFrom(...leadStages), employees: fc.option(fc.nat(9), { nil: null }), score: fc.option(fc.nat(100), { nil: null }), contactName: fc.option(fc.constantFrom('佐藤 花子', 'Ana'), { nil: null }),
  }),
  { numRuns: 240, seed: 7 },
).map((given) => buildLead(given))

/** What a list must answer, worked out row by row. */
const naive = {
  text: new Set(['company', 'city']),
  lower: (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
  compare(field: string, a: unknown, b: unknown): number {
    if (a === b) return 0
    if (a === null) return 1
    if (b === null) return -1
    if (typeof a === 'number') return a - Number(b)
    const [one, other] = [a, b].map((value) => Buffer.from(naive.text.has(field) ? naive.lower(String(value)) : String(value)))
    return Buffer.compare(one ?? Buffer.of(), other ?? Buffer.of())
  },
  passes(lead: Lead, { field, operator, values }: ListInput['filter'][number]): boolean {
    const value = lead[field as keyof Lead] as string | number | null
    const [first = ''] = values
    const isOneOf = (): boolean => values.some((wanted) => value !== null && naive.compare(field, value, wanted) === 0)
    const folded = foldText(String(value ?? ''))
    const plain = (one: string | number): number => (typeof one === 'number' ? one - Number(first) : Buffer.compare(Buffer.from(one), Buffer.from(String(first))))
    switch (operator) {
      case 'is': return values.length === 0 || isOneOf()
      case 'isNot': return values.length === 0 || !isOneOf()
      case 'contains': return folded.includes(foldText(String(first)))
      case 'startsWith': return folded.startsWith(foldText(String(first)))
      case 'atLeast': return value !== null && plain(value) >= 0
      case 'atMost': return value !== null && plain(value) <= 0
      case 'isEmpty': return value === null || value === ''
      case 'isNotEmpty': return value !== null && value !== ''
    }
  },
  finds(lead: Lead, search: string): boolean {
    const text = foldText([lead.company, lead.companyEn, lead.companyKana, lead.city, lead.domain, lead.contactName].map((part) => part ?? '').join(' '))
    return foldText(search).split(/[\s\0]+/u).filter((word) => word !== '').slice(0, 8).every((word) => text.includes(word))
  },
  order(input: ListInput): readonly { field: string; direction: string }[] {
    if (input.group === null) return input.sort
    const own = input.sort.find(({ field }) => field === input.group) ?? { field: input.group, direction: 'ascending' }
    return [own, ...input.sort.filter(({ field }) => field !== input.group)]
  },
  list(rows: readonly Lead[], input: ListInput): { ids: string[]; groups: { value: unknown; count: number }[] | null } {
    const matching = rows.filter((lead) => input.filter.every((filter) => naive.passes(lead, filter)) && naive.finds(lead, input.search))
    const sorted = matching.toReversed().toSorted((a, b) => {
      for (const { field, direction } of naive.order(input)) {
        const [one, other] = [a[field as keyof Lead], b[field as keyof Lead]]
        const compared = naive.compare(field, one, other)
        if (compared !== 0) return direction === 'descending' && one !== null && other !== null ? -compared : compared
      }
      return 0
    })
    const { group } = input
    if (group === null) return { ids: sorted.map(({ id }) => id), groups: null }
    const groups: { value: unknown; count: number }[] = []
    for (const lead of sorted) {
      const value = lead[group as keyof Lead]
      const last = groups.at(-1)
      if (last === undefined || naive.compare(group, last.value, value) !== 0) groups.push({ value, count: 1 })
      else {
        last.count += 1
        if (typeof value === 'string' && Buffer.compare(Buffer.from(value), Buffer.from(String(last.value))) < 0) last.value = value
      }
    }
    return { ids: sorted.map(({ id }) => id), groups }
  },
}

const textFilter = fc.record({
  field: fc.constantFrom('company', 'city', 'country'), operator: fc.constantFrom('is', 'isNot', 'contains', 'startsWith', 'atLeast', 'atMost', 'isEmpty', 'isNotEmpty'),
  values: fc.array(fc.constantFrom(...nasty, 'jp', 'JP', 'ow', '京都', '%', '_', '\\', 'が'), { maxLength: 3 }),
})
const numberFilter = fc.record({
  field: fc.constantFrom('employees', 'score'), operator: fc.constantFrom('is', 'isNot', 'atLeast', 'atMost', 'isEmpty', 'isNotEmpty'),
  values: fc.array(fc.nat(100), { minLength: 1, maxLength: 3 }),
})
const sort = fc.uniqueArray(fc.record({ field: fc.constantFrom('company', 'city', 'country', 'stage', 'employees', 'score'), direction: fc.constantFrom('ascending', 'descending') }), { selector: ({ field }) => field, maxLength: 4 })
const search = fc.oneof(
  { arbitrary: fc.constant(''), weight: 3 },
  fc.array(fc.constantFrom(...nasty, '京', 'トヨ', 'ﾄﾖﾀ', 'ＤＯ', 'owa', 'MÁLA', '0%', '0_', '"', '花子', '\u0000', '\u0301', '-', '*', 'NEAR(', 'a AND b'), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const listInput = fc.record({
  filter: fc.array(fc.oneof(textFilter, numberFilter), { maxLength: 3 }), search, sort,
  group: fc.constantFrom(null, null, 'city', 'country', 'stage', 'employees'), from: fc.nat(260), size: fc.nat(40),
})

describe('a list', () => {
  test('filters, searches, sorts and groups as one would by hand, and cuts any window out of it', () => {
    const { list } = openList(someLeads, 150)
    fc.assert(
      fc.property(listInput, ({ size, ...asked }) => {
        const input = leadsContract.operations.list.input.parse({ ...asked, to: asked.from + size })
        const listed = list(input)
        const expected = naive.list(someLeads, input)
        expect(listed.total).toBe(expected.ids.length)
        expect(listed.groups).toEqual(expected.groups)
        expect(listed.rows.map(({ id }) => id)).toEqual(expected.ids.slice(input.from, input.to))
      }),
      { numRuns: 400 },
    )
  })

  test('gives whole rows, as they were put in', () => {
    const lead = buildLead({ declinedBy: ['x'], latitude: 35.6, employees: 3 })
    expect(openList([lead]).list({ to: 10 }).rows).toEqual([{ ...lead, possibleDuplicate: null }])
  })

  test('puts empty values last, whichever way it is sorted', () => {
    const { list } = openList([buildLead({ company: 'none', employees: null }), buildLead({ company: 'few', employees: 1 }), buildLead({ company: 'many', employees: 900 })])
    const sorted = (direction: 'ascending' | 'descending') => companies(list({ sort: [{ field: 'employees', direction }], to: 10 }))
    expect(sorted('ascending')).toEqual(['few', 'many', 'none'])
    expect(sorted('descending')).toEqual(['many', 'few', 'none'])
  })

  test('keeps one group for spellings that are sorted as one, so that rows lie in their group', () => {
    const { list } = openList(['Osaka', 'OSAKA', 'Kyoto', 'osaka'].map((city) => buildLead({ city })))
    const { groups, rows } = list({ group: 'city', to: 10 })
    expect(groups).toEqual([{ value: 'Kyoto', count: 1 }, { value: 'OSAKA', count: 3 }])
    expect(rows.map(({ city }) => city?.toLowerCase())).toEqual(['kyoto', 'osaka', 'osaka', 'osaka'])
  })

  test('gives an empty window past the end, and between ends that are turned round', () => {
    const { list } = openList([buildLead(), buildLead()])
    expect(list({ from: 2, to: 10 })).toMatchObject({ total: 2, rows: [] })
    expect(list({ from: 1_000_000_000, to: 1_000_000_400 })).toMatchObject({ total: 2, rows: [] })
    expect(list({ from: 2, to: 1 })).toMatchObject({ total: 2, rows: [] })
  })

  test('keeps its order until it is told to forget, and then shows what has changed', () => {
    const { list, lists, writer } = openList([buildLead({ company: 'B' })])
    expect(list({ to: 10 }).version).toBe(list({ to: 10 }).version)
    putRows(writer, leads, [buildLead({ company: 'A' })])
    expect(companies(list({ to: 10 }))).toEqual(['B'])
    const { version } = list({ to: 10 })
    lists.forget()
    expect(companies(list({ to: 10 }))).toEqual(['A', 'B'])
    expect(list({ to: 10 }).version).toBeGreaterThan(version)
  })

  test('asks anew when a field asks of another day, though no row has changed', () => {
    const { lists } = openList([buildLead({ company: 'Dowa', arrivedAt: '2026-03-02T09:00:00.000Z' })])
    const arrivedBy = (day: string): number => {
      const source: ListSource = { table: leads, fields: { isThere: { sql: `"arrivedAt" <= '${day}'`, kind: 'exact' } }, defaultSort: '"_row"' }
      return lists.list(source, { filter: [{ field: 'isThere', operator: 'is', values: [1] }], search: '', sort: [], group: null, from: 0, to: 1 }).total
    }
    expect([arrivedBy('2026-03-02'), arrivedBy('2026-03-03')]).toEqual([0, 1])
  })

  test('does not stumble over a row that has gone before it was told', () => {
    const gone = buildLead({ company: 'gone' })
    const { list, writer } = openList([gone, buildLead({ company: 'here' })])
    list({ to: 10 })
    writer.prepare('DELETE FROM "leads" WHERE "id" = ?').run(gone.id)
    expect(companies(list({ to: 10 }))).toEqual(['here'])
    expect(list({ to: 10 }).total).toBe(1)
  })

  test('gives one consistent answer while another writes (row 9: a long list is no lock)', () => {
    const { list, writer } = openList(Array.from({ length: 50 }, () => buildLead()))
    writer.exec('BEGIN IMMEDIATE')
    writer.exec('DELETE FROM "leads"')
    expect(list({ to: 500 }).rows).toHaveLength(50)
    writer.exec('ROLLBACK')
  })

  test.each([
    ['a field it does not have', { filter: [{ field: 'rowid; DROP TABLE leads', operator: 'is', values: ['x'] }] }],
    ['a column that is no field', { sort: [{ field: 'duplicateKey', direction: 'ascending' }] }],
    ['an operator of its own making', { filter: [{ field: 'city', operator: 'LIKE', values: ['x'] }] }],
    ['SQL for a direction', { sort: [{ field: 'city', direction: 'ascending, (SELECT 1)' }] }],
    ['SQL for a group', { group: '1; --' }],
    ['a search longer than any name', { search: '%_'.repeat(25_000) }],
    ['a value longer than any field', { filter: [{ field: 'city', operator: 'contains', values: ['%_'.repeat(300)] }] }],
    ['a window of more than 500 rows', { from: 0, to: 501 }],
    ['a window that begins before the list', { from: -1, to: 5 }],
    ['half a row', { from: 0.5, to: 5 }],
  ])('rows 8 and 9: refuses %s', (_, input) => {
    expect(leadsContract.operations.list.input.safeParse(input).success).toBe(false)
  })

  test.each(['%', '_', '\\', '"', "'", ';', '--', '*', '^', ':', 'NEAR', 'NOT', '("', '\u0000', '\u0301', '\u200b', 'company:x', '{a b}', 'x'.repeat(200)])('takes %j in a search for the letters it is', (text) => {
    const { list } = openList([buildLead({ company: 'plain' }), buildLead({ company: `with ${text} inside` })], 1)
    const found = companies(list({ search: text, to: 10 }))
    expect(found).toEqual(naive.finds(buildLead({ company: 'plain' }), text) ? [`with ${text} inside`, 'plain'] : [`with ${text} inside`])
  })

  test('says which field of a list the program has forgotten, as a bug of ours', () => {
    const { lists } = openList([])
    const input = leadsContract.operations.list.input.parse({ group: 'city' })
    expect(() => lists.list({ table: leads, fields: {}, defaultSort: '1' }, input)).toThrow('has no field city')
  })
})

test('a reading connection cannot write', () => {
  const directory = temporaryWorkspace()
  openForWriting(directory).close()
  const db = openForReading(directory)
  onTestFinished(() => {
    db.close()
  })
  expect(() => db.exec('DELETE FROM "leads"')).toThrow(Database.SqliteError)
})

describe('B2.17: who asks for a territory means all that lies below it', () => {
  const [world, asia, japan, kanto, europe] = ['WORLD', 'ASIA', 'JAPAN', 'KANTO', 'EUROPE'].map((code) => buildTerritory({ code }))
  const tree = [world!, { ...asia!, parentId: world!.id }, { ...japan!, parentId: asia!.id }, { ...kanto!, parentId: japan!.id }, { ...europe!, parentId: world!.id }]

  function listOf(operator: 'is' | 'isNot', ...values: (Territory | undefined)[]) {
    const { list, writer } = openList([...tree.map(({ id, code }) => buildLead({ company: code, territoryId: id })), buildLead({ company: 'nowhere' })])
    putRows(writer, territories, tree)
    return companies(list({ to: 100, sort: [{ field: 'company', direction: 'ascending' }], filter: [{ field: 'territoryId', operator, values: values.map((territory) => territory?.id ?? '') }] }))
  }

  test('at every depth', () => {
    expect(listOf('is', asia)).toEqual(['ASIA', 'JAPAN', 'KANTO'])
    expect(listOf('is', kanto)).toEqual(['KANTO'])
    expect(listOf('is', japan, europe)).toEqual(['EUROPE', 'JAPAN', 'KANTO'])
    expect(listOf('is', undefined)).toEqual([])
  })

  test('whoever leaves one out leaves all of it out', () => {
    expect(listOf('isNot', asia)).toEqual(['EUROPE', 'nowhere', 'WORLD'])
  })

  test('even if the tree is bent into a circle', () => {
    const { list, writer } = openList(tree.map(({ id, code }) => buildLead({ company: code, territoryId: id })))
    putRows(writer, territories, tree.map((territory) => (territory.code === 'WORLD' ? { ...territory, parentId: kanto!.id } : territory)))
    expect(list({ filter: [{ field: 'territoryId', operator: 'is', values: [asia!.id] }] }).total).toBe(5)
  })
})
