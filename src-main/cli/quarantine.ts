import { askCentral, centralOptions } from './central.ts'
import { print, UsageError, type Subcommand } from './cli.ts'

export const quarantine: Subcommand = {
  usage: 'quarantine [list] · quarantine retry ID · quarantine drop ID --reason TEXT',
  summary: 'Lists commands that broke the central API and were set aside; gives one again as its person, or closes it.',
  options: { ...centralOptions, reason: { type: 'string' } },
  help: { '--reason TEXT': 'why nothing more is done about it; kept with the command' },
  run: async (args) => {
    const what = args.positionals[0] ?? 'list'
    if (what === 'list') {
      const kept = await askCentral(args, 'quarantined', {})
      print(args, kept, kept.length === 0 ? 'Nothing is set aside.' : kept.map(({ id, name, person, email, at, attempts, error }) => `${id}  ${name} of ${person} (${email}), ${at}, ${attempts} attempts: ${error.split('\n', 1)[0] ?? ''}`).join('\n'))
    } else if (what === 'retry') {
      const again = await askCentral(args, 'retryQuarantined', { id: args.required(1, 'ID') })
      print(args, again, `Done, as the command ${again.id}. In the sync inbox of its person it still waits: it is to be dropped there, not given again.`)
    } else if (what === 'drop') {
      const id = args.required(1, 'ID')
      const reason = args.text('reason')
      if (reason === undefined || reason.trim() === '') throw new UsageError('--reason is missing')
      await askCentral(args, 'dropQuarantined', { id, reason })
      print(args, { id }, 'Closed.')
    } else throw new UsageError('a set-aside command is listed, retried or dropped')
  },
}
