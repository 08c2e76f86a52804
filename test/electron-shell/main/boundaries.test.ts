import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const SHELL = 'src-main/electron/'

interface Source {
  readonly path: string
  readonly nodes: readonly ts.Node[]
}

function sources(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|vue)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      const script = path.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n') : text
      return { path, nodes: nodesOf(ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true)) }
    })
}

const all = ['src-main', 'src-shared', 'src-renderer'].flatMap(sources)
const shell = all.filter(({ path }) => path.startsWith(SHELL))

function nodesOf(tree: ts.Node): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node) => {
    found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** Where in the sources a node satisfies the question, a line each time. */
function places(where: readonly Source[], asks: (node: ts.Node) => boolean): string[] {
  return where.flatMap(({ path, nodes }) => nodes.filter(asks).map(() => path))
}

const calls = (method: string) => (node: ts.Node) =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === method
const makes = (name: string) => (node: ts.Node) => ts.isNewExpression(node) && node.expression.getText().split('.').at(-1) === name
const names = (text: string) => (node: ts.Node) => (ts.isIdentifier(node) || ts.isStringLiteral(node)) && node.text === text
const importsElectron = (node: ts.Node) =>
  (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier?.getText().slice(1, -1).split('/')[0] === 'electron'

describe('the shell', () => {
  test('is the only part that imports electron', () => {
    const importing = places(all, importsElectron)
    expect(importing.length).toBeGreaterThan(10)
    expect(importing.filter((path) => !path.startsWith(SHELL))).toEqual([])
  })

  test('imports electron to run in its three entries only; all else is given its pieces', () => {
    const running = places(shell, (node) => importsElectron(node) && ts.isImportDeclaration(node) && node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
    expect(running).toEqual([`${SHELL}data-process.ts`, `${SHELL}index.ts`, `${SHELL}preload/index.ts`])
  })

  test('makes one kind of window, in one place', () => {
    expect(places(all, makes('BrowserWindow'))).toEqual([`${SHELL}window.ts`])
    for (const other of ['BaseWindow', 'BrowserView', 'WebContentsView']) expect(places(all, makes(other))).toEqual([])
  })

  test('writes its web preferences out, without spreading anything into them', () => {
    const [preferences] = shell.flatMap(({ nodes }) => nodes).filter((node) => ts.isFunctionDeclaration(node) && node.name?.text === 'webPreferences')
    if (preferences === undefined) throw new Error('no webPreferences')
    expect(nodesOf(preferences).filter(ts.isSpreadAssignment)).toEqual([])
    expect(places(shell, (node) => ts.isPropertyAssignment(node) && node.name.getText() === 'webPreferences')).toEqual([`${SHELL}window.ts`])
  })

  test('sets no switch of Chromium', () => {
    for (const setter of ['appendSwitch', 'appendArgument']) expect(places(all, calls(setter))).toEqual([])
  })

  test('has one door for the page: a handler registered in ipc.ts', () => {
    const takesCalls = (node: ts.Node) => ts.isCallExpression(node) && /\bipcMain\.(handle|handleOnce|on|once|addListener)$/.test(node.expression.getText())
    expect(places(all, takesCalls)).toEqual([`${SHELL}ipc.ts`])
  })

  test('opens addresses outside in one place, and files never', () => {
    expect(places(all, calls('openExternal'))).toEqual([`${SHELL}open-external.ts`])
    expect(places(all, calls('openPath'))).toEqual([])
  })

  test.each(['executeJavaScript', 'insertCSS', 'bypassCSP', 'corsEnabled', 'allowServiceWorkers', 'webFrame', 'enableBlinkFeatures', 'encryptString', 'decryptString', '@electron/remote'])(
    'has no use for %s',
    (name) => {
      expect(places(all, names(name))).toEqual([])
    },
  )
})
