import { roles } from '#shared/people/role.ts'
import { centralOptions, storePlace } from './central.ts'
import { print, UsageError, type Arguments, type Subcommand } from './cli.ts'

export const invite: Subcommand = {
  usage: 'invite --name NAME --email MAIL --role ROLE [--territory CODE …] [--data DIR] [--store postgres|pglite] [--database-url URL]',
  summary: `Lets somebody in: prints a one-time code for one desk. Roles: ${roles.join(', ')}. With territories, only these and what lies below.`,
  options: { ...centralOptions, name: { type: 'string' }, email: { type: 'string' }, role: { type: 'string' }, territory: { type: 'string', multiple: true } },
  run: async (args) => {
    const role = roles.find((each) => each === demanded(args, 'role'))
    if (role === undefined) throw new UsageError(`--role is one of ${roles.join(', ')}`)
    const invitation = { name: demanded(args, 'name'), email: demanded(args, 'email'), role, territories: [...args.texts('territory')] }
    const { askOperator } = await import('../../src-central/server.ts')
    const invited = await askOperator(storePlace(args), 'invite', invitation)
    print(args, invited, `${invitation.name} may enrol one desk of “${invited.tenantName}” with the code ${invited.code}\nIt is good once, until ${invited.expiresAt}.`)
  },
}

function demanded(args: Arguments, name: string): string {
  const value = args.text(name)
  if (value === undefined || value.trim() === '') throw new UsageError(`--${name} is missing`)
  return value.trim()
}
