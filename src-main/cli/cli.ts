import { parseArgs, type ParseArgsConfig } from 'node:util'
import { RefusedError, type Refusal } from '#shared/foundation/outcome.ts'
import { asRefusal } from '../workspace/open.ts'

/** 0 done, 1 refused, 2 wrong usage, 3 a bug of ours. */
export const EXIT = { done: 0, refused: 1, usage: 2, bug: 3 } as const

export class UsageError extends Error {}

export type Options = NonNullable<ParseArgsConfig['options']>

/** A subcommand: what it takes, and what it does with it. */
export interface Subcommand {
  readonly usage: string
  readonly summary: string
  readonly options: Options
  /** Its own options, each with a line. */
  readonly help?: Readonly<Record<string, string>>
  readonly run: (args: Arguments) => Promise<void>
}

export class Arguments {
  readonly positionals: readonly string[]
  readonly #values: Readonly<Record<string, unknown>>

  constructor(positionals: readonly string[], values: Readonly<Record<string, unknown>>) {
    this.positionals = positionals
    this.#values = values
  }

  text(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  /** Of an option that may come several times. */
  texts(name: string): readonly string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  }

  flag(name: string): boolean {
    return this.#values[name] === true
  }

  /** The positional at this place; wrong usage without it. */
  required(position: number, name: string): string {
    const value = this.positionals[position]
    if (value === undefined) throw new UsageError(`${name} is missing`)
    return value
  }
}

export const common = { workspace: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const satisfies Options

export function parseArguments(options: Options, args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { ...common, ...options }, allowPositionals: true })
    if (values['workspace'] === '') throw new Error('--workspace names a folder')
    return new Arguments(positionals, values)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Prints a result: as JSON where a script asked for it, in words otherwise. */
export function print(args: Arguments, value: unknown, words: string): void {
  process.stdout.write(args.flag('json') ? `${JSON.stringify(value, null, 2)}\n` : `${words}\n`)
}

/** The refusal an error is, or what the system said no to in our codes; nothing where it is a bug. */
export function refusalOf(error: unknown): Refusal | undefined {
  const known = asRefusal(error)
  return known instanceof RefusedError ? known.refusal : undefined
}
