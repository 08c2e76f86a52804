import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const NOT_OURS = new Set(['node_modules', 'out', 'dist', 'test-output', '.git', '.ci'])

/** Paths of all files below a folder of the project, from its root, with forward slashes. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [relative('.', path).replaceAll('\\', '/')]
  })
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

export const SOURCE = /\.(ts|mts|mjs|vue)$/

/** What a file imports, from the project's root where it is the project's own; imports of types count like any other. */
export function importsOf(path: string): readonly { readonly from: string; readonly specifier: string }[] {
  const text = textOf(path)
  const script = path.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, inner]) => inner).join('\n') : text
  return ts.preProcessFile(script).importedFiles.map(({ fileName }) => ({ from: path, specifier: resolve(path, fileName) }))
}

const ALIASES: readonly (readonly [string, string])[] = [['#shared/', 'src-shared/'], ['#main/', 'src-main/'], ['#renderer/', 'src-renderer/'], ['#central/', 'src-central/'], ['#test/', 'test/']]

function resolve(from: string, specifier: string): string {
  for (const [alias, folder] of ALIASES) if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length)
  return specifier.startsWith('.') ? join(from, '..', specifier).replaceAll('\\', '/') : specifier
}
