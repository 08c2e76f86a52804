import { homedir, hostname } from 'node:os'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { capabilities } from '#shared/capabilities.ts'
import { filesBelow, importsOf, root, SOURCE, textOf } from './sources.ts'

const ours = ['src-shared', 'src-main', 'src-renderer', 'src-central', 'test', 'bin', 'resources'].flatMap(filesBelow)
const stem = (path: string): string => basename(path).replace(/\.\w+$/, '')

describe('files', () => {
  test('have names that say what they hold', () => {
    expect(ours.filter((path) => SOURCE.test(path) && /^(utils?|helpers?|common|misc|manager|types|constants|index2?|shared)$/i.test(stem(path)) && stem(path) !== 'index')).toEqual([])
    expect(ours.filter((path) => /(util|helper|manager)s?\.\w+$/i.test(path))).toEqual([])
  })

  test('are kebab-case, components PascalCase', () => {
    const named = ours.filter((path) => SOURCE.test(path))
    expect(named.filter((path) => !(path.endsWith('.vue') ? /^[A-Z][A-Za-z0-9]*\.vue$/ : /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|mts|mjs)$/).test(basename(path)))).toEqual([])
  })

  test('carry only suffixes that are agreed on', () => {
    const agreed = new Set(['contract', 'table', 'queries', 'operations', 'commands', 'store', 'descriptor', 'presenter', 'config', 'd'])
    const suffixes = ours.filter((path) => path.startsWith('src-') && path.endsWith('.ts')).map((path) => basename(path).split('.').slice(1, -1)).flat()
    expect([...new Set(suffixes)].filter((suffix) => !agreed.has(suffix))).toEqual([])
  })

  test('have at most 400 lines, components 250', () => {
    const lines = (path: string): number => textOf(path).split('\n').length - 1
    const generated = /(-table|-municipality-table|purity-probe)\.ts$/
    expect(ours.filter((path) => SOURCE.test(path) && !generated.test(path) && lines(path) > (path.endsWith('.vue') ? 250 : 400)).map((path) => `${path}: ${lines(path)}`)).toEqual([])
  })

  test('name neither the machine they were written on nor a registry', () => {
    const machine = [homedir(), root.replace(/[/\\]$/, '')].filter((path) => path.length > 5)
    const texts = [...ours, 'package.json', 'vitest.config.ts', 'tsconfig.json', 'tsconfig.base.json'].filter((path) => /\.(ts|mjs|vue|json|md|css|html|txt|csv|toml|ya?ml)$/.test(path))
    expect(texts.filter((path) => machine.some((each) => textOf(path).includes(each)))).toEqual([])
    expect(texts.filter((path) => hostname().length > 3 && textOf(path).includes(hostname()))).toEqual([])
    expect(textOf('package-lock.json').match(/"resolved": "https?:\/\/(?!registry\.npmjs\.org\/)[^/"]+/g) ?? []).toEqual([])
  })

  test('export by name', () => {
    expect(ours.filter((path) => path.startsWith('src-') && path.endsWith('.ts') && !path.endsWith('.config.ts') && /^export default\b/m.test(textOf(path)))).toEqual([])
  })
})

describe('tests', () => {
  const tested = new Set(ours.filter((path) => path.endsWith('.test.ts')).map((path) => basename(path).replace(/(\.property)?\.test\.ts$/, '')))

  test.each(ours.filter((path) => /^src-shared\/.*\.commands\.ts$/.test(path)))('exist for %s', (path) => {
    expect([...tested]).toContain(stem(path))
  })

  test('exist for every rule: of its stem, or naming it', () => {
    const camelCase = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const rules = ours.filter((path) => path.startsWith('src-shared/') && /^[a-z]+(-[a-z]+)+\.ts$/.test(basename(path)) && new RegExp(`export function\\*? ${camelCase(stem(path))}\\b`).test(textOf(path)))
    const named = new Set(ours.filter((path) => path.startsWith('test/') && SOURCE.test(path)).flatMap(importsOf).map(({ specifier }) => specifier))
    expect(rules.length).toBeGreaterThan(10)
    expect(rules.filter((path) => !tested.has(stem(path)) && !named.has(path))).toEqual([])
  })

  test('leave nothing out and single nothing out without a reason', () => {
    const files = ours.filter((path) => /\.(test|e2e)\.ts$/.test(path))
    expect(files.filter((path) => /\b(test|it|describe)\.(only|todo)\b|\b(it|test|describe)\.skip\(/.test(textOf(path)))).toEqual([])
    expect(files.filter((path) => /\bvi\.mock\(/.test(textOf(path)))).toEqual([])
  })
})

describe('names that cross borders', () => {
  test('operations are capability.verb', () => {
    for (const { contract } of capabilities) for (const { name } of Object.values(contract.operations)) expect(name).toMatch(/^[a-z]+\.[a-z][a-zA-Z]*$/)
  })

  test('refusal codes are entity.reason', () => {
    const sources = ours.filter((path) => /^src-(shared|main|central)\/.*\.ts$/.test(path) && !path.includes('/locales/'))
    const codes = sources.flatMap((path) => {
      const pattern = path.endsWith('.commands.ts') ? /\b(?:refuse|refused|RefusedError)\(\s*'([^']+)'/g : /\b(?:refused|RefusedError)\(\s*'([^']+)'/g
      return [...textOf(path).matchAll(pattern)].map(([, code]) => code ?? '')
    })
    expect(codes.length).toBeGreaterThan(50)
    expect([...new Set(codes)].filter((code) => code !== 'internal' && !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(code))).toEqual([])
  })

  test('events are of the past, or of a job', () => {
    const said = ours.filter((path) => path.startsWith('src-main/')).flatMap((path) => [...textOf(path).matchAll(/\bemit\('([^']+)'/g)].map(([, name]) => name))
    expect([...new Set(said)].filter((name) => !/^[a-z]+\.(changed|ended|progress)$/.test(name ?? ''))).toEqual([])
  })
})
