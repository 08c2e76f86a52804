import { words } from '#shared/locales/en/index.ts'
import { keepPolicies } from '../policies/read-policies.ts'
import { policyTemplates, writeTemplates } from '../policies/templates/write-templates.ts'
import { print, UsageError, type Arguments, type Subcommand } from './cli.ts'

const kinds = Object.keys(policyTemplates) as (keyof typeof policyTemplates)[]

export const policies: Subcommand = {
  usage: `policies [--write ${kinds.join('|')} DIR]`,
  summary: 'Says what the company has set on this computer, and what is wrong with it; --write makes the templates for administrators.',
  options: { write: { type: 'string' } },
  help: {
    '--write admx DIR': 'templates of group policies for Windows, in English, Japanese and Spanish',
    '--write mobileconfig DIR': 'a profile for macOS with an example of every policy',
    '--write json DIR': 'the file of Linux with an example of every policy, and its JSON Schema',
    '--write page DIR': 'the page that explains them',
  },
  run: async (args) => (args.text('write') === undefined ? sayStanding(args) : write(args)),
}

async function write(args: Arguments): Promise<void> {
  const kind = kinds.find((known) => known === args.text('write'))
  if (kind === undefined) throw new UsageError(`--write makes ${kinds.join(', ')}`)
  const written = await writeTemplates(kind, args.required(0, 'DIR'))
  print(args, { written }, written.join('\n'))
}

async function sayStanding(args: Arguments): Promise<void> {
  const { standing, problems, places } = (await keepPolicies()).current()
  const lines = [
    ...(standing.length === 0 ? [`Nothing is set. Looked for in ${places.join(' and ')}`] : standing.map(({ name, value, origin }) => `${name.padEnd(20)}${String(value)}  (${words.policies.standing[origin]})`)),
    ...problems.map(({ problem, place, name }) => `${name === null ? place : `${place}, ${name}`} ${words.policies.problems[problem]}`),
  ]
  print(args, { policies: standing, problems, places }, lines.join('\n'))
}
