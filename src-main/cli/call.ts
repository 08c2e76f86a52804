import { readFileSync } from 'node:fs'
import { print, UsageError, type Arguments, type Subcommand } from './cli.ts'
import { withWorkspace } from './workspace-session.ts'

export const call: Subcommand = {
  usage: 'call OPERATION [--input FILE|-]',
  summary: 'Runs one operation; its input is JSON from a file or standard input.',
  options: { input: { type: 'string' } },
  help: {
    '--input FILE': 'JSON from a file, or from standard input with -; otherwise {}',
  },
  run: async (args) => {
    const name = args.required(0, 'OPERATION')
    const input = readInput(args)
    await withWorkspace(args, async (session) => {
      const value = await session.callNamed(name, input)
      print(args, value, JSON.stringify(value, null, 2))
    })
  },
}

function readInput(args: Arguments): unknown {
  const source = args.text('input')
  if (source === undefined) return {}
  try {
    return JSON.parse(readFileSync(source === '-' ? 0 : source, 'utf8')) as unknown
  } catch (error) {
    throw new UsageError(`--input: ${error instanceof Error ? error.message : String(error)}`)
  }
}
