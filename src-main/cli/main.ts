import { assign } from './assign.ts'
import { backup } from './backup.ts'
import { call } from './call.ts'
import { central } from './central.ts'
import { EXIT, parseArguments, refusalOf, UsageError, type Subcommand } from './cli.ts'
import { connect } from './connect.ts'
import { doctor } from './doctor.ts'
import { document } from './document.ts'
import { explain } from './explain.ts'
import { exportList } from './export.ts'
import { form } from './form.ts'
import { importFile } from './import.ts'
import { invite } from './invite.ts'
import { match } from './match.ts'
import { material } from './material.ts'
import { operations } from './operations.ts'
import { people, person } from './people.ts'
import { policies } from './policies.ts'
import { price } from './price.ts'
import { quarantine } from './quarantine.ts'
import { refusalText } from './refusal-text.ts'
import { restore } from './restore.ts'
import { start } from './start.ts'
import { status } from './status.ts'
import { sync } from './sync.ts'
import { unlock } from './unlock.ts'
import { updateFeed } from './update-feed.ts'

const subcommands: Readonly<Record<string, Subcommand>> = { start, operations, call, import: importFile, assign, explain, match, price, material, document, export: exportList, backup, restore, unlock, doctor, central, invite, people, person, quarantine, form, connect, sync, status, policies, 'update-feed': updateFeed }

const commonHelp = {
  '--workspace DIR': 'the workspace’s folder; otherwise the system’s folder for a program’s data',
  '--json': 'prints the result as JSON',
  '-h, --help': 'prints this',
}

process.exitCode = await run(process.argv.slice(2))

async function run(typed: readonly string[]): Promise<number> {
  const [name = 'start', ...rest] = isOption(typed[0]) ? ['start', ...typed] : typed
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(overview())
    return EXIT.done
  }
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
  if (subcommand === undefined) {
    process.stderr.write(`workbench: there is no subcommand ${name}\n\n${overview()}`)
    return EXIT.usage
  }
  try {
    const args = parseArguments(subcommand.options, rest)
    if (args.flag('help')) process.stdout.write(helpOf(subcommand))
    else await subcommand.run(args)
    return Number(process.exitCode ?? EXIT.done)
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`workbench ${name}: ${error.message}\n\n  workbench ${subcommand.usage}\n`)
      return EXIT.usage
    }
    const refusal = refusalOf(error)
    if (refusal !== undefined && refusal.code !== 'internal') {
      process.stderr.write(`${refusalText(refusal)}\n`)
      return EXIT.refused
    }
    process.stderr.write(`internal: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return EXIT.bug
  }
}

/** `workbench --demo` starts the window as `workbench start --demo` does. */
function isOption(word: string | undefined): boolean {
  return word?.startsWith('-') === true && word !== '--help' && word !== '-h'
}

function helpOf({ summary, usage, help = {} }: Subcommand): string {
  const lines = Object.entries({ ...help, ...commonHelp })
  const width = Math.max(...lines.map(([option]) => option.length))
  return `${summary}\n\n  workbench ${usage}\n\n${lines.map(([option, does]) => `  ${option.padEnd(width)}  ${does}\n`).join('')}`
}

function overview(): string {
  const lines = Object.values(subcommands).map(({ usage, summary }) => `  workbench ${usage}\n      ${summary}\n`)
  return `Channel Workbench\n\n${lines.join('')}\nEvery subcommand takes --workspace DIR and --json. Exit: 0 done, 1 refused (the code on standard error), 2 wrong usage, 3 a bug.\n`
}
