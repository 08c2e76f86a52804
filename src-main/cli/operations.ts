import { z } from 'zod'
import { registry } from '../capabilities.ts'
import { print, type Subcommand } from './cli.ts'

export const operations: Subcommand = {
  usage: 'operations [--json]',
  summary: 'Lists every operation; with --json, each with the JSON Schema of its input and output.',
  options: {},
  run: async (args) => {
    const all = [...registry.values()].filter(({ internal }) => internal !== true).map(({ name, kind, summary, input, output }) => ({
      name,
      kind,
      summary,
      input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
      output: z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }),
    }))
    print(args, all, all.map(({ name, kind, summary }) => `${name.padEnd(32)}${kind.padEnd(9)}${summary}`).join('\n'))
  },
}
