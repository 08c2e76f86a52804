import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backUp } from '#main/workspace/backup.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { escapeLike, indexSomeRows, searchCondition } from '#main/workspace/search-index.ts'
import { foldText } from '#shared/foundation/fold-text.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { applications } from '#shared/recruiting/application.table.ts'
import { buildApplication } from '#test/foundation/builders/build-application.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

function openWorkspace(): { db: Database.Database; directory: string } {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  onTestFinished(() => {
    db.close()
  })
  return { db, directory }
}

function indexAll(db: Database.Database): number {
  let slices = 0
  while (indexSomeRows(db, leads)) slices += 1
  return slices
}

function find(db: Database.Database, search: string): string[] {
  const { sql, values } = searchCondition(db, leads, search)
  return db.prepare(`SELECT "company" FROM "leads" WHERE ${sql} ORDER BY "_row"`).pluck().all(...values) as string[]
}

/** What the index itself holds, leaving out rows that would be scanned. */
function inIndex(db: Database.Database, text: string): number {
  return db.prepare(`SELECT count(*) FROM "_search_leads" WHERE "text" MATCH ?`).pluck().get(`"${foldText(text)}"`) as number
}

/** Whether a text stands in what the index keeps on the disk: in any of its blocks, whatever it finds by them. */
function inItsBlocks(db: Database.Database, text: string): boolean {
  const trigrams = [...foldText(text)].slice(0, -2).map((_, at) => foldText(text).slice(at, at + 3))
  // Terms are kept shortened by what they share with the one before; the first letters that differ are there in any case.
  const blocks = (db.prepare('SELECT "block" FROM "_search_applications_data"').pluck().all() as Buffer[]).map((block) => block.toString('latin1')).join('')
  return trigrams.some((trigram) => blocks.includes(trigram))
}

describe('the search index', () => {
  test('keeps no letters of an applicant that was erased, in none of its blocks', () => {
    const { db } = openWorkspace()
    putRows(db, applications, [buildApplication({ company: 'Zyxwvut' }), buildApplication({ company: 'Other' })])
    while (indexSomeRows(db, applications));
    expect(inItsBlocks(db, 'Zyxwvut')).toBe(true)
    db.prepare(`UPDATE "applications" SET "company" = '', "domain" = NULL, "companyEn" = NULL, "city" = NULL WHERE "company" = 'Zyxwvut'`).run()
    expect(inItsBlocks(db, 'Zyxwvut')).toBe(true)
    while (indexSomeRows(db, applications));
    expect(inItsBlocks(db, 'Zyxwvut')).toBe(false)
    expect(inItsBlocks(db, 'Other')).toBe(true)
  })

  test('finds rows before they are indexed, while half of them are, and after', () => {
    const { db } = openWorkspace()
    putRows(db, leads, Array.from({ length: 1200 }, (_, at) => buildLead({ company: `Company number ${at}` })))
    expect(find(db, 'number 777')).toEqual(['Company number 777'])
    indexSomeRows(db, leads)
    expect(find(db, 'number 777')).toEqual(['Company number 777'])
    expect(find(db, 'number 333')).toEqual(['Company number 333'])
    expect(indexAll(db)).toBe(2)
    expect(find(db, 'number 777')).toEqual(['Company number 777'])
    expect(inIndex(db, 'number 777')).toBe(1)
  })

  test.each([
    ['京', ['東京都港区', '京']],
    ['東京', ['東京都港区']],
    ['東京都', ['東京都港区']],
    ['ﾄﾖﾀ', ['トヨタ自動車']],
    ['トヨタ', ['トヨタ自動車']],
    ['とよた', []],
    ['ＤＯＷＡ', ['Dowa Labs']],
    ['dowa labs', ['Dowa Labs']],
    ['labs dowa', ['Dowa Labs']],
    ['malaga', ['Málaga']],
    ['MÁLAGA', ['Málaga']],
    ['バイオ', ['バイオ研究所']],
    ['ハイオ', []],
    ['100%', ['100%子会社']],
    ['00_', []],
    ['港区 東', ['東京都港区']],
  ])('finds by %j exactly %j, indexed or not', (search, found) => {
    const { db } = openWorkspace()
    putRows(db, leads, ['トヨタ自動車', 'Dowa Labs', 'Málaga', '東京都港区', '京', 'バイオ研究所', '100%子会社'].map((company) => buildLead({ company })))
    expect(find(db, search)).toEqual(found)
    indexAll(db)
    expect(find(db, search)).toEqual(found)
  })

  test('follows an edit of a searched column, and only of those', () => {
    const { db } = openWorkspace()
    const lead = buildLead({ company: 'Before' })
    putRows(db, leads, [lead])
    indexAll(db)
    db.prepare('UPDATE "leads" SET "company" = ? WHERE "id" = ?').run('Áfter', lead.id)
    db.prepare('UPDATE "leads" SET "notes" = ? WHERE "id" = ?').run('Unsearched', lead.id)
    expect([find(db, 'before'), find(db, 'after'), find(db, 'unsearched')]).toEqual([[], ['Áfter'], []])
    expect(inIndex(db, 'before')).toBe(0)
  })

  test('does not index twice a row that is edited before its turn', () => {
    const { db } = openWorkspace()
    const lead = buildLead({ company: 'Before' })
    putRows(db, leads, [lead])
    db.prepare('UPDATE "leads" SET "company" = ? WHERE "id" = ?').run('After', lead.id)
    indexAll(db)
    expect(find(db, 'after')).toEqual(['After'])
    expect([inIndex(db, 'before'), inIndex(db, 'after')]).toEqual([0, 1])
  })

  test('forgets removed rows, and never takes a later row for one of them', () => {
    const { db } = openWorkspace()
    putRows(db, leads, Array.from({ length: 600 }, (_, at) => buildLead({ company: `First wave ${at}` })))
    indexAll(db)
    db.exec('DELETE FROM "leads"')
    expect(inIndex(db, 'first wave')).toBe(0)
    putRows(db, leads, Array.from({ length: 600 }, (_, at) => buildLead({ company: `Second wave ${at}` })))
    expect(find(db, 'first wave')).toEqual([])
    expect(find(db, 'second wave')).toHaveLength(600)
    indexAll(db)
    expect(find(db, 'first wave')).toEqual([])
    expect(find(db, 'second wave 599')).toEqual(['Second wave 599'])
  })

  test('still points at its rows in a backup, where rows were removed before', () => {
    const { db, directory } = openWorkspace()
    const rows = Array.from({ length: 700 }, (_, at) => buildLead({ company: `Company ${String(at).padStart(4, '0')}` }))
    putRows(db, leads, rows)
    indexAll(db)
    db.prepare('DELETE FROM "leads" WHERE "_row" % 2 = 0').run()
    putRows(db, leads, [buildLead({ company: 'Late arrival' })])
    const copy = new Database(backUp(db, join(directory, 'copy.db')).path)
    onTestFinished(() => {
      copy.close()
    })
    copy.function('fold_text', { deterministic: true }, (text) => foldText(String(text)))
    for (const company of ['Company 0000', 'Company 0400', 'Company 0698']) expect(find(copy, company)).toEqual([company])
    expect(find(copy, 'Company 0401')).toEqual([])
    expect(find(copy, 'late arrival')).toEqual(['Late arrival'])
    putRows(copy, leads, [buildLead({ company: 'Later still' })])
    indexAll(copy)
    expect(find(copy, 'later still')).toEqual(['Later still'])
  })

  test('stays sound through all of it', () => {
    const { db } = openWorkspace()
    putRows(db, leads, Array.from({ length: 50 }, (_, at) => buildLead({ company: `Company ${at}` })))
    indexAll(db)
    db.exec(`UPDATE "leads" SET "company" = "company" || 'x'`)
    db.exec('DELETE FROM "leads" WHERE "_row" < 20')
    db.exec(`INSERT INTO "_search_leads" ("_search_leads") VALUES ('integrity-check')`)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})

test('escapeLike takes the meaning from every letter that has one', () => {
  expect(escapeLike('100%_\\')).toBe('100\\%\\_\\\\')
})
