import { dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { filesBelow, root, textOf } from './sources.ts'

const configFile = join(root, 'src-shared', 'tsconfig.json')
const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(configFile, ts.sys.readFile).config, ts.sys, dirname(configFile))

/** What the compiler says of a file with this text in src-shared. */
function complaintsAbout(text: string): readonly string[] {
  const path = join(root, 'src-shared', 'foundation', 'purity-probe.ts')
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.getSourceFile = (name, version) => (name === path ? ts.createSourceFile(name, text, version) : getSourceFile.call(host, name, version))
  host.fileExists = (name) => name === path || fileExists.call(host, name)
  host.readFile = (name) => (name === path ? text : readFile.call(host, name))
  const program = ts.createProgram([path], options, host)
  return ts.getPreEmitDiagnostics(program, program.getSourceFile(path)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

describe('src-shared', () => {
  test('compiles what the language itself has', () => {
    expect(complaintsAbout(`export const x: readonly string[] = [...new Set(['a'])].toSorted().map((text) => text.normalize('NFKC'))`)).toEqual([])
  })

  test.each(['process.env', 'Buffer.from("x")', 'window.location', 'document.body', 'localStorage.x', 'console.log(1)', 'setTimeout(() => 1, 1)', 'fetch("x")', 'crypto.randomUUID()', 'performance.now()', 'new URL("x")', 'new TextEncoder()', 'require("x")', 'globalThis.process'])('does not know %s', (expression) => {
    expect(complaintsAbout(`export const x = ${expression}`)).not.toEqual([])
  })

  test.each(['import { readFileSync } from "node:fs"\nexport const x = readFileSync', 'import { x } from "fs"\nexport { x }'])('cannot import %s', (text) => {
    expect(complaintsAbout(text)).not.toEqual([])
  })

  const sources = filesBelow('src-shared').filter((path) => path.endsWith('.ts'))

  test.each([['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b\s*\./], ['chance', /\bMath\.random\b/], ['a console', /\bconsole\./], ['a timer', /\bset(Timeout|Interval|Immediate)\(/]])('never asks for %s', (_, pattern) => {
    expect(sources.filter((path) => pattern.test(textOf(path)))).toEqual([])
  })

  test('turns instants into numbers and back in one place, and makes no other Date', () => {
    expect(sources.filter((path) => /\bnew Date\(/.test(textOf(path)))).toEqual(['src-shared/foundation/instant.ts'])
  })
})
