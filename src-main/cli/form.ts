import { askCentral, centralOptions } from './central.ts'
import { print, UsageError, type Arguments, type Subcommand } from './cli.ts'

const verbs: Readonly<Record<string, (args: Arguments) => Promise<void>>> = { create, list, revoke }

export const form: Subcommand = {
  usage: 'form create NAME --source TEXT [--redirect URL] [--origin https://… …] | form list | form revoke NAME',
  summary: 'Lets a web page send leads to the central API: prints the address that its form sends to. The address is told this once.',
  options: { ...centralOptions, source: { type: 'string' }, redirect: { type: 'string' }, origin: { type: 'string', multiple: true } },
  help: {
    '--source TEXT': 'what these leads say of where they come from',
    '--redirect URL': 'the page that a person sees after a plain HTML form was taken',
    '--origin https://…': 'a site that may send the form from a browser; without any, only plain HTML forms may',
  },
  run: async (args) => {
    const verb = args.required(0, 'create, list or revoke')
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (run === undefined) throw new UsageError(`there is no form ${verb}; create, list or revoke`)
    await run(args)
  },
}

async function create(args: Arguments): Promise<void> {
  const source = args.text('source')
  if (source === undefined) throw new UsageError('--source is missing')
  const made = await askCentral(args, 'createForm', { name: args.required(1, 'NAME'), source, redirect: args.text('redirect') ?? null, origins: [...args.texts('origin')] })
  print(args, made, `The form sends to the path /forms/v1/${made.key} of the central API.\nThis path is not told again.`)
}

async function list(args: Arguments): Promise<void> {
  const forms = await askCentral(args, 'listForms', {})
  const lines = forms.map(({ name, source, revokedAt, leads, duplicates }) => `${name}: source ${source}, ${leads} leads and ${duplicates} known companies in the last 90 days${revokedAt === null ? '' : `, revoked ${revokedAt}`}`)
  print(args, forms, lines.length === 0 ? 'There are no forms.' : lines.join('\n'))
}

async function revoke(args: Arguments): Promise<void> {
  const name = args.required(1, 'NAME')
  await askCentral(args, 'revokeForm', { name })
  print(args, { name }, `The form ${name} takes nothing any more. Its leads stay.`)
}
