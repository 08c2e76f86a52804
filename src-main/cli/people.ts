import { askCentral, centralOptions } from './central.ts'
import { print, UsageError, type Arguments, type Subcommand } from './cli.ts'
import { roleNamed } from './invite.ts'

export const people: Subcommand = {
  usage: 'people',
  summary: 'Lists everybody who was let into the central API: role, territories, desks, and when they were last heard of.',
  options: centralOptions,
  run: async (args) => {
    const all = await askCentral(args, 'people', {})
    print(args, all, all.map(({ name, email, role, territories, suspendedAt, desks, seenAt }) => [
      `${email}  ${name}, ${role}, ${territories.length === 0 ? 'the whole company' : territories.join(' ')}`,
      suspendedAt === null ? `${desks} ${desks === 1 ? 'desk' : 'desks'}` : `suspended since ${suspendedAt}`,
      ...(seenAt === null ? [] : [`heard of ${seenAt}`]),
    ].join('; ')).join('\n'))
  },
}

export const person: Subcommand = {
  usage: 'person suspend|resume EMAIL · person role EMAIL ROLE · person territories EMAIL [CODE …]',
  summary: 'Changes what somebody may do at the central API; it holds from the next request of each of their desks.',
  options: centralOptions,
  help: {
    suspend: 'signs all desks out and lets none in; what is on them stays there, unsent changes too',
    resume: 'lets desks be connected again',
    role: 'gives another role',
    territories: 'only these and what lies below are seen and changed; without any, the whole company',
  },
  run: async (args) => {
    const email = args.required(1, 'EMAIL')
    print(args, { email }, await change(args, args.required(0, 'what to do'), email))
  },
}

async function change(args: Arguments, what: string, email: string): Promise<string> {
  switch (what) {
    case 'suspend':
      await askCentral(args, 'suspend', { email })
      return `${email} is suspended and signed out everywhere.`
    case 'resume':
      await askCentral(args, 'resume', { email })
      return `${email} may connect desks again, by the company’s account or a new code.`
    case 'role': {
      const role = roleNamed(args.required(2, 'ROLE'))
      await askCentral(args, 'giveRole', { email, role })
      return `${email} is ${role} now.`
    }
    case 'territories': {
      const territories = args.positionals.slice(2)
      await askCentral(args, 'giveTerritories', { email, territories })
      return `${email} sees ${territories.length === 0 ? 'the whole company' : territories.join(', ')} now.`
    }
    default:
      throw new UsageError('a person is suspended, resumed, or given a role or territories')
  }
}
