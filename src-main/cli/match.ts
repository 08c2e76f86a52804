import { once } from 'node:events'
import type { ImportNotice } from '#shared/imports/import-errors.ts'
import { readWebDomain } from '#shared/imports/read-web-domain.ts'
import { words } from '#shared/locales/en/index.ts'
import { DecidedPairs } from '#shared/matching/decided-pairs.ts'
import { findMatches, type Match } from '#shared/matching/find-matches.ts'
import { MatchIndex } from '#shared/matching/match-index.ts'
import type { MatchRecord } from '#shared/matching/match-record.ts'
import { readConfirmedPairs, readMatchRecords } from '../matching/read-match-records.ts'
import { UsageError, type Arguments, type Subcommand } from './cli.ts'
import { sentenceOf } from './refusal-text.ts'

const MOST = 5
/** Characters that are put together before they are written. */
const CHUNK = 1 << 16
const { matching, views } = words

export const match: Subcommand = {
  usage: 'match --against FILE --queries FILE [--confirmed FILE] [--shared-domain NAME]…',
  summary: 'Finds for each row of a list the five rows of another that are likest, with the evidence. A name alone never decides.',
  options: { against: { type: 'string' }, queries: { type: 'string' }, confirmed: { type: 'string' }, 'shared-domain': { type: 'string', multiple: true } },
  help: {
    '--against FILE': 'CSV with id and name, and if known domain, country, corporate_number (or tax_id), kana, address, product',
    '--queries FILE': 'the same columns; what is looked for',
    '--confirmed FILE': 'CSV with name and id: what a person has confirmed a name to mean',
    '--shared-domain NAME': 'a domain of many companies, so that it tells nothing; may come several times',
  },
  run: async (args) => {
    const [against, queries] = [required(args, 'against'), required(args, 'queries')]
    const confirmed = args.text('confirmed')
    const pairs = confirmed === undefined ? [] : await readConfirmedPairs(confirmed, notify(confirmed))
    const index = MatchIndex.of(await readMatchRecords(against, notify(against)))
    const options = {
      most: MOST,
      decided: new DecidedPairs(pairs.map((pair) => ({ ...pair, decision: 'confirmed' as const }))),
      sharedDomains: new Set(args.texts('shared-domain').map((domain) => readWebDomain(domain) ?? domain.toLowerCase())),
    }
    await write((args.flag('json') ? asJson : inWords)(await readMatchRecords(queries, notify(queries)), (query) => findMatches(query, index, options)))
  },
}

function required(args: Arguments, name: string): string {
  const value = args.text(name)
  if (value === undefined || value === '') throw new UsageError(`--${name} names a file`)
  return value
}

function notify(path: string): (notice: ImportNotice) => void {
  return ({ code, data }) => process.stderr.write(`${path}: ${sentenceOf(code, data)} [${code}]\n`)
}

function* asJson(queries: readonly MatchRecord[], find: (query: MatchRecord) => readonly Match[]): Generator<string> {
  yield '['
  let before = '\n'
  for (const query of queries) {
    for (const { query: id, candidate, score, verdict, evidence } of find(query)) {
      yield `${before}${JSON.stringify({ query: id, candidate, score: rounded(score), verdict, evidence: evidence.map((each) => ({ ...each, weight: rounded(each.weight) })) })}`
      before = ',\n'
    }
  }
  yield '\n]\n'
}

function* inWords(queries: readonly MatchRecord[], find: (query: MatchRecord) => readonly Match[]): Generator<string> {
  for (const query of queries) {
    const matches = find(query)
    yield `${query.id}  ${query.name}\n`
    if (matches.length === 0) yield `  ${matching.nothing}\n`
    for (const { candidate, score, verdict, evidence } of matches) {
      yield `  ${matching.verdicts[verdict]}, ${views.percent(String(Math.round(score * 100)))}  ${candidate}\n`
      for (const each of evidence) yield `    ${matching.evidence(each)}\n`
    }
  }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/** As fast as the reader takes it, so that a long answer does not pile up. */
async function write(texts: Iterable<string>): Promise<void> {
  let chunk = ''
  const send = async (): Promise<void> => {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
    chunk = ''
  }
  for (const text of texts) {
    chunk += text
    if (chunk.length >= CHUNK) await send()
  }
  await send()
}
