#!/usr/bin/env node
// Starts the command line under a Node that can run it, whatever Node a shell finds first.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const main = join(root, 'src-main', 'cli', 'main.ts')
const [major] = process.versions.node.split('.').map(Number)

if (major >= 24) {
  await import(main)
} else {
  const node = ownNode()
  if (node === undefined) {
    console.error(`Node ${process.versions.node} is too old, and the Node that comes with the project is not installed. Run "npm ci".`)
    process.exit(2)
  }
  const run = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  if (run.signal !== null) process.kill(process.pid, run.signal)
  process.exit(run.status ?? 3)
}

function ownNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    return [join(folder, 'bin', 'node'), join(folder, 'bin', 'node.exe')].find(existsSync)
  } catch {
    return undefined
  }
}
