import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importErrorCodes, importNoticeCodes } from '#shared/imports/import-errors.ts'
import { leadStages } from '#shared/leads/lead.ts'
import { locales } from '#shared/locales/locale.ts'
import { loadWords, type Words } from '#shared/locales/words.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import { refusalWords } from '#renderer/shell/refusal-words.ts'

const root = new URL('../../../', import.meta.url).pathname
const english = await loadWords('en')

function sources(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(join(root, path)).isDirectory()) return name === 'locales' ? [] : sources(path)
    return path.endsWith('.ts') ? [path] : []
  })
}

/** Codes as the program writes them: `refuse('lead.closed', …)`, `new RefusedError(…)`, `{ code: … }`. */
function refusalCodes(): ReadonlySet<string> {
  const codes = new Set<string>(['internal', ...importErrorCodes, ...importNoticeCodes])
  for (const file of [...sources('src-shared'), ...sources('src-main'), ...sources('src-central')]) {
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, code] of text.matchAll(/\b(?:refuse|refused|refusal|RefusedError|importFailure)\((?:'[a-zA-Z]+', )?'([a-z-]+\.[a-z-]+)'/g)) if (code !== undefined) codes.add(code)
    for (const [, code] of text.matchAll(/\b(?:CentralProblem\(|ApiError\(\d+, )'([a-z-]+\.[a-z-]+)'/g)) if (code !== undefined) codes.add(code)
    for (const [, code] of text.matchAll(/'(export\.[a-z-]+)'/g)) if (code !== undefined) codes.add(code)
    for (const [, code] of text.matchAll(/\bcode: '([a-z-]+\.[a-z-]+)'/g)) if (code !== undefined) codes.add(code)
    for (const [, entity] of text.matchAll(/decideEdit\('([a-z]+)'/g)) codes.add(`${entity}.stale`)
  }
  return codes
}

/** Stand-ins for sentences that are made of more than three values, or of other than numbers. */
const samples: Readonly<Record<string, readonly unknown[]>> = { 'leads.mass.title': ['Close…', 4], 'quotes.facts.costAt': [3, 4, 5, 6], 'diagnostics.rescue.mended': [{ read: 3, saved: 4, unsent: 5, fromCopy: false }], 'conflicts.said.kept': [{ opened: 3, closed: 4, hindered: 5, alike: 6 }], 'matching.evidence': [{ kind: 'domain', agrees: true, query: 'a.example', candidate: 'a.example', bearers: 2, shared: false, weight: 1 }] }

const FACT = { at: '1 Nov', recordedAt: '2 Nov', count: '3', text: 'Ledger', tier: 'Gold' }

/** Every word of a language with the path to it; sentences are called with stand-ins. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String(path.startsWith('refusals.codes') ? value((name: string) => `‹${name}›`) : value(...(samples[path] ?? (path.startsWith('conflicts.findings') ? [FACT] : [3, 4, 5]))))]]
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

describe.each(locales)('words in %s', (locale) => {
  test('say everything that English says, and nothing else', async () => {
    const words = await loadWords(locale)
    expect(leaves(words).map(([path]) => path).sort()).toEqual(leaves(english).map(([path]) => path).sort())
  })

  test('leave no word empty and no value unsaid', async () => {
    for (const [path, text] of leaves(await loadWords(locale))) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  test('have a sentence for every refusal code of the program', async () => {
    const words: Words = await loadWords(locale)
    const without = [...refusalCodes()].filter((code) => !Object.hasOwn(words.refusals.codes, code))
    expect(without).toEqual([])
  })

  test('name every stage of a lead differently', async () => {
    const { stages } = (await loadWords(locale)).leads
    expect(new Set(leadStages.map((stage) => stages[stage])).size).toBe(leadStages.length)
  })
})

test('a code without words is named in a general sentence', () => {
  expect(refusalWords({ code: 'nobody.knows' }, english, createFormats('en'))).toContain('nobody.knows')
})

test('an inherited property is no refusal code', () => {
  expect(refusalWords({ code: 'toString' }, english, createFormats('en'))).toContain('(toString)')
})

test('details are said in the locale: numbers, stages, and what files carry a level down', async () => {
  const spanish = await loadWords('es')
  const formats = createFormats('es')
  expect(refusalWords({ code: 'batch.changed-since', details: { changed: 12_345, total: 100_000 } }, spanish, formats)).toContain('12.345 de sus 100.000')
  expect(refusalWords({ code: 'lead.stage-not-reachable', details: { from: 'working', to: 'new' } }, spanish, formats)).toBe('No se puede pasar de «En gestión» a «Nuevo».')
  expect(refusalWords({ code: 'import.too-many-rows', details: { line: null, data: { limit: 1_000_000 } } }, spanish, formats)).toContain('1.000.000')
})

test('Japanese never says 競合 alone: channel conflict, competitor and sync conflict are different things', async () => {
  const bare = leaves(await loadWords('ja')).filter(([, text]) => /(?<!チャネルの|同期の)競合(?!他社)/.test(text))
  expect(bare).toEqual([])
})

test('Spanish keeps to one word for a lead', async () => {
  const wrong = leaves(await loadWords('es')).filter(([, text]) => /\blead\b|\bleads\b(?!›)|prospecto/i.test(text))
  expect(wrong).toEqual([])
})
