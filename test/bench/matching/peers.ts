import Database from 'better-sqlite3'
import FlexSearch from 'flexsearch'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { coreWords } from '#shared/imports/normalise-company-name.ts'
import { jaroWinkler } from '#shared/matching/compare-words.ts'
import type { NamedRecord } from '#test/matching/labelled-names.ts'

/** Another library, with the records in it: ids of the best five for a name. */
export interface Peer {
  readonly name: string
  /** How many queries of each language it is given: slow ones get fewer. */
  readonly ofEach: number
  readonly build: (records: readonly NamedRecord[]) => (name: string) => readonly string[]
}

const MOST = 5
const JAPANESE = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]/u

/** Our normaliser, and pairs of characters where a language writes no blanks: what helps the libraries most. */
function tuned(text: string): string[] {
  return coreWords(text).flatMap((word) => (JAPANESE.test(word) && word.length > 2 ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)) : [word]))
}

export const peers: readonly Peer[] = [
  { name: 'minisearch, tuned (our normaliser, pairs of Japanese characters, fuzzy 0.2)', ofEach: 25, build: (records) => miniSearch(records, tuned, 0.2) },
  { name: 'minisearch, as it comes', ofEach: 25, build: (records) => miniSearch(records) },
  {
    name: 'flexsearch, forward, with our normaliser',
    ofEach: 250,
    build: (records) => flexSearch(new FlexSearch.Index({ tokenize: 'forward', encode: tuned }), records),
  },
  { name: 'flexsearch, as it comes', ofEach: 250, build: (records) => flexSearch(new FlexSearch.Index(), records) },
  {
    name: 'fuse.js, as it comes',
    ofEach: 2,
    build: (records) => {
      const fuse = new Fuse(records, { keys: ['name'], threshold: 0.6, ignoreLocation: true })
      return (name) => fuse.search(name, { limit: MOST }).map(({ item }) => item.id)
    },
  },
  { name: 'SQLite FTS5, the six rarest trigrams, then Jaro and Winkler', ofEach: 100, build: trigrams },
]

function miniSearch(records: readonly NamedRecord[], tokenize?: (text: string) => string[], fuzzy?: number): (name: string) => readonly string[] {
  const search = new MiniSearch<NamedRecord>({ fields: ['name'], ...(tokenize === undefined ? {} : { tokenize }) })
  search.addAll(records)
  return (name) => search.search(name, fuzzy === undefined ? {} : { fuzzy, prefix: true }).slice(0, MOST).map(({ id }) => String(id))
}

function flexSearch(index: InstanceType<typeof FlexSearch.Index>, records: readonly NamedRecord[]): (name: string) => readonly string[] {
  for (const [at, { name }] of records.entries()) void index.add(at, name)
  return (name) => {
    const found = index.search(name, { limit: MOST, suggest: true })
    return Array.isArray(found) ? found.map((at) => records[Number(at)]!.id) : []
  }
}

function trigrams(records: readonly NamedRecord[]): (name: string) => readonly string[] {
  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE names USING fts5(name, tokenize = 'trigram'); CREATE VIRTUAL TABLE words USING fts5vocab(names, row)`)
  const insert = db.prepare('INSERT INTO names (rowid, name) VALUES (?, ?)')
  const plain = records.map(({ name }) => coreWords(name).join(' '))
  db.transaction(() => { for (const [at, name] of plain.entries()) insert.run(at, name) })()
  const counts = new Map(db.prepare<[], { term: string; doc: number }>('SELECT term, doc FROM words').all().map(({ term, doc }) => [term, doc]))
  const matching = db.prepare<[string], { rowid: number }>('SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT 200')
  return (name) => {
    const wanted = coreWords(name).join(' ')
    const known = Array.from({ length: Math.max(0, wanted.length - 2) }, (_, at) => wanted.slice(at, at + 3)).filter((gram) => counts.has(gram))
    const rarest = [...new Set(known)].sort((one, other) => counts.get(one)! - counts.get(other)!).slice(0, 6)
    if (rarest.length === 0) return []
    const rows = matching.all(rarest.map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' OR '))
    return rows.map(({ rowid }) => ({ id: records[rowid]!.id, alike: jaroWinkler(wanted, plain[rowid]!) })).sort((one, other) => other.alike - one.alike).slice(0, MOST).map(({ id }) => id)
  }
}
