/**
 * Writes src-shared/geography/region-table.ts. Run with a folder that holds the packages named below:
 *   node resources/data/generate-regions.ts FOLDER/node_modules
 *
 * Sources: ISO 3166-2 codes and local names from iso-3166 (MIT); English names from cldr-subdivisions-full (Unicode-3.0);
 * places, Japanese and Spanish names from region-places.txt beside this file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const packages = resolve(process.argv[2] ?? 'node_modules')
const load = createRequire(`${packages}/`)
const { iso31662 } = (await import(pathToFileURL(`${packages}/iso-3166/index.js`).href)) as { iso31662: readonly { code: string; name: string; parent: string }[] }
const english = (load('cldr-subdivisions-full/subdivisions/en/en.json') as { subdivisions: { localeDisplayNames: { subdivisions: Readonly<Record<string, string>> } } }).subdivisions
  .localeDisplayNames.subdivisions

const places = new Map(
  readFileSync(new URL('region-places.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [code, ...fields] = line.split('|')
      return [code!, fields] as const
    }),
)

const byCountry = new Map<string, string[]>()
for (const { code, name } of [...iso31662].sort((left, right) => (left.code < right.code ? -1 : 1))) {
  const country = code.slice(0, 2)
  const local = name.replace(/\s*\[.*?\]/gu, '').trim()
  const given = (english[code.toLowerCase().replace('-', '')] ?? local).replace(/[²*]/gu, '')
  // English writes Hokkaido and Hyogo without the macrons of a transcription.
  const best = country === 'JP' ? given.normalize('NFD').replace(/\p{M}/gu, '') : given
  const [latitude = '', longitude = '', ja = '', es = '', also = ''] = places.get(code) ?? []
  const others = [...new Set([local, given, ...also.split(/,\s*/u)])].filter((other) => other !== '' && other !== best && other !== es)
  const region = [code.slice(3), best, ja, es === best ? '' : es, latitude, longitude, others.join(';')].join('|').replace(/\|+$/u, '')
  byCountry.set(country, [...(byCountry.get(country) ?? []), region])
}

writeFileSync(
  new URL('../../src-shared/geography/region-table.ts', import.meta.url),
  `/** Made by resources/data/generate-regions.ts, which names the sources. Fields: see regions.ts. */
export const REGION_TABLE = \`
${[...byCountry].map(([country, regions]) => `${country}~${regions.join('~')}`).join('\n').replaceAll('`', "'")}
\`
`,
)
