import { recruitingSources } from '#shared/recruiting/application.ts'
import { askCentral, centralOptions } from './central.ts'
import { print, UsageError, type Arguments, type Subcommand } from './cli.ts'

const verbs: Readonly<Record<string, (args: Arguments) => Promise<void>>> = { create, list, revoke }

export const form: Subcommand = {
  usage: 'form create NAME --source TEXT [--applications] [--redirect URL] [--origin https://… …] | form list | form revoke NAME',
  summary: 'Lets a web page send leads, or applications, to the central API: prints the path that its form sends to. It is told this once.',
  options: { ...centralOptions, applications: { type: 'boolean' }, source: { type: 'string' }, redirect: { type: 'string' }, origin: { type: 'string', multiple: true } },
  help: {
    '--applications': 'makes applications to become a partner of what it sends, not leads',
    '--source TEXT': `what these leads say of where they come from; of applications ${recruitingSources.join(', ')}`,
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
  const made = await askCentral(args, 'createForm', { name: args.required(1, 'NAME'), takes: args.flag('applications') ? 'applications' : 'leads', source, redirect: args.text('redirect') ?? null, origins: [...args.texts('origin')] })
  print(args, made, `The form sends to the path /forms/v1/${made.key} of the central API.\nThis path is not told again.`)
}

async function list(args: Arguments): Promise<void> {
  const forms = await askCentral(args, 'listForms', {})
  const lines = forms.map(({ name, takes, source, revokedAt, taken, duplicates }) => `${name}: takes ${takes}, source ${source}, ${taken} taken and ${duplicates} known already in the last 90 days${revokedAt === null ? '' : `, revoked ${revokedAt}`}`)
  print(args, forms, lines.length === 0 ? 'There are no forms.' : lines.join('\n'))
}

async function revoke(args: Arguments): Promise<void> {
  const name = args.required(1, 'NAME')
  await askCentral(args, 'revokeForm', { name })
  print(args, { name }, `The form ${name} takes nothing any more. What it has brought stays.`)
}
