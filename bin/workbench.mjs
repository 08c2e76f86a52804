#!/usr/bin/env node
// Starts the command line under a Node that can run it, whatever Node a shell finds first.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const main = join(root, 'src-main', 'cli', 'main.ts')
const [major] = process.versions.node.split('.').map(Number)

if (major >= 24) {
  module.enableCompileCache()
  await import(main)
} else {
  runUnderOwnNode()
}

function runUnderOwnNode() {
  const node = ownNode()
  if (node === undefined) {
    console.error(`Node ${process.versions.node} is too old, and the Node that comes with the project is not installed. Run "npm ci".`)
    process.exitCode = 2
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code ?? 3
  })
}

function ownNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    return [join(folder, 'bin', 'node'), join(folder, 'bin', 'node.exe')].find(existsSync)
  } catch {
    return undefined
  }
}
