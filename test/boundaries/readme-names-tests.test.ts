import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = globSync('test/**/*.test.ts').map((path) => path.replaceAll('\\', '/'))
/** Lines of the tables that say what shows something: the last cell names files, and in italics words of their tests. */
const shown = readFileSync('test/README.md', 'utf8').split('\n').filter((line) => line.startsWith('| ') && line.includes('.test.ts`')).map((line) => line.split('|').at(-2) ?? '')

test.each(shown)('%s', (cell) => {
  const named = [...cell.matchAll(/`([\w/.-]+\.test\.ts)`/g)].map(([, name = '']) => files.filter((path) => path === `test/${name}` || path.endsWith(`/${name}`)))
  expect(named.map((found) => found.length > 0)).toEqual(named.map(() => true))
  const texts = named.flat().map((path) => readFileSync(path, 'utf8'))
  const folders = [...cell.matchAll(/`(drills|convergence)`/g)].flatMap(([, folder]) => files.filter((path) => path.startsWith(`test/${folder}/`))).map((path) => readFileSync(path, 'utf8'))
  for (const [, words = ''] of cell.matchAll(/\*([^*]+)\*/g)) expect([words, [...texts, ...folders].some((text) => words.split(' … ').every((part) => text.includes(part)))]).toEqual([words, true])
})
