import { describe, expect, test } from 'vitest'
import { filesBelow, importsOf, SOURCE, textOf } from './sources.ts'

const sources = (folder: string): readonly string[] => filesBelow(folder).filter((path) => SOURCE.test(path))
const importsIn = (folder: string) => sources(folder).flatMap(importsOf)

/** The imports of a folder that are not among what it may import, as `file imports module`. */
function strays(folder: string, allowed: (specifier: string, from: string) => boolean): string[] {
  return importsIn(folder).filter(({ from, specifier }) => !allowed(specifier, from)).map(({ from, specifier }) => `${from} imports ${specifier}`)
}

const isOurs = (specifier: string): boolean => /^(src-|test\/|bin\/|resources\/)/.test(specifier)

describe('what may import what', () => {
  test('is read from the sources rightly', () => {
    expect(importsOf('src-main/workspace/lock.ts').map(({ specifier }) => specifier)).toEqual(['node:fs', 'node:os', 'node:path', 'better-sqlite3', 'src-shared/foundation/outcome.ts', 'src-main/workspace/open.ts'])
    expect(importsIn('src-shared').length).toBeGreaterThan(100)
  })

  test('src-shared: itself, zod and Temporal', () => {
    expect(strays('src-shared', (specifier) => specifier.startsWith('src-shared/') || ['zod', 'temporal-polyfill'].includes(specifier))).toEqual([])
  })

  test('src-main: itself, src-shared, Node and packages, never the window nor the central API', () => {
    // The command line starts the central API and asks it for errands; it loads it only then, and only by its front door.
    const opensCentral = (specifier: string, from: string): boolean => specifier === 'src-central/server.ts' && from === 'src-main/cli/central.ts'
    expect(strays('src-main', (specifier, from) => !isOurs(specifier) || specifier.startsWith('src-main/') || specifier.startsWith('src-shared/') || opensCentral(specifier, from))).toEqual([])
    expect(textOf('src-main/cli/central.ts')).not.toMatch(/^import (?!type ).*src-central/m)
    expect(strays('src-main', (specifier) => !/^(vue|pinia|vue-router|vue-i18n|@tanstack|reka-ui|@vueuse)/.test(specifier))).toEqual([])
  })

  test('src-central: itself, src-shared, Node and packages, never the desk nor the window', () => {
    expect(importsIn('src-central').length).toBeGreaterThan(50)
    expect(strays('src-central', (specifier) => !isOurs(specifier) || specifier.startsWith('src-central/') || specifier.startsWith('src-shared/'))).toEqual([])
    expect(strays('src-central', (specifier) => !/^(electron|vue|better-sqlite3)(\/|$)/.test(specifier))).toEqual([])
    expect(strays('src-renderer', (specifier) => !specifier.startsWith('src-central/'))).toEqual([])
  })

  test('Electron only inside src-main/electron', () => {
    expect(strays('src-main', (specifier, from) => !/^electron(\/|$)/.test(specifier) || from.startsWith('src-main/electron/'))).toEqual([])
    for (const folder of ['src-shared', 'src-renderer']) expect(strays(folder, (specifier) => !/^electron(\/|$)/.test(specifier))).toEqual([])
  })

  test('src-renderer: itself, src-shared and packages, never src-main, never Node', () => {
    expect(strays('src-renderer', (specifier) => (!isOurs(specifier) || /^src-(renderer|shared)\//.test(specifier)) && !specifier.startsWith('node:') && specifier !== 'better-sqlite3')).toEqual([])
  })

  test('ui: no capability, no shell, no client', () => {
    expect(strays('src-renderer/ui', (specifier) => !isOurs(specifier) || /^src-renderer\/(ui|theme)\//.test(specifier) || specifier.startsWith('src-shared/foundation/'))).toEqual([])
  })

  test('a capability of the window shows no component of another', () => {
    const open = new Set(['ui', 'shell', 'client', 'theme', 'views', 'journal'])
    expect(strays('src-renderer', (specifier, from) => {
      const [, home = ''] = from.split('/')
      const [tree, other = '', ...rest] = specifier.split('/')
      return !specifier.endsWith('.vue') || tree !== 'src-renderer' || rest.length === 0 || other === home || open.has(other) || open.has(home) || !from.includes(`src-renderer/${home}/`)
    })).toEqual([])
  })

  test('the bridge is named in src-renderer/client alone', () => {
    expect(sources('src-renderer').filter((path) => !path.startsWith('src-renderer/client/') && /window\.workbench|\bworkbench\.(call|subscribe)\(/.test(textOf(path)))).toEqual([])
  })

  test('nothing imports a test, and no import leaves out its ending', () => {
    for (const folder of ['src-shared', 'src-main', 'src-renderer', 'src-central']) {
      expect(strays(folder, (specifier) => !specifier.startsWith('test/'))).toEqual([])
      expect(strays(folder, (specifier) => !isOurs(specifier) || /\.(ts|vue|css|json|png|svg)(\?\w+)?$/.test(specifier))).toEqual([])
    }
  })
})
