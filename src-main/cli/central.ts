import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { print, UsageError, type Arguments, type Options, type Subcommand } from './cli.ts'

/** Where the central API keeps its rows, for the subcommands that need them. */
export const centralOptions = { data: { type: 'string' }, store: { type: 'string' }, 'database-url': { type: 'string' } } as const satisfies Options

export const central: Subcommand = {
  usage: 'central [--data DIR] [--store postgres|pglite] [--database-url URL] [--port N] [--host H] [--company NAME] [--trusted-proxy ADDRESS …] [--offer-hours N]',
  summary: 'Serves the central API, with which desks sync. Makes a company and its administrator at the first start.',
  options: { ...centralOptions, port: { type: 'string' }, host: { type: 'string' }, company: { type: 'string' }, 'trusted-proxy': { type: 'string', multiple: true }, 'offer-hours': { type: 'string' } },
  help: {
    '--trusted-proxy ADDRESS': 'a proxy (address or network) whose X-Forwarded-For counts; without it whoever connects does',
    '--offer-hours N': 'how long a partner may leave an offer of the rules unanswered before it goes to the next; without it, for ever',
  },
  run: async (args) => {
    const { startCentral } = await import('../../src-central/server.ts')
    const company = args.text('company')
    const started = await startCentral({
      ...storePlace(args),
      port: portOf(args),
      host: args.text('host') ?? '127.0.0.1',
      trustedProxies: args.texts('trusted-proxy'),
      offerHours: offerHoursOf(args),
      ...(company === undefined ? {} : { companyName: company }),
    })
    const { address, storeWords, first } = started
    const beginning = first === null ? '' : `\nFirst start: made the company “${first.tenant.name}” and its administrator.\nEnrol the administrator’s desk with the code ${first.administrator.code} (until ${first.administrator.expiresAt}).`
    print(args, { address, store: storeWords, first: first === null ? null : { tenant: first.tenant, code: first.administrator.code, expiresAt: first.administrator.expiresAt } }, `The central API is at ${address}\nStore: ${storeWords}${beginning}\nCtrl+C ends it.`)
    await new Promise<void>((done) => {
      process.once('SIGINT', done)
      process.once('SIGTERM', done)
    })
    await started.close()
  },
}

/** Where the rows are, and where what goes wrong is told. */
export function storePlace(args: Arguments) {
  return { directory: centralDirectory(args), store: storeChoice(args), log: (line: string): void => void process.stderr.write(`${line}\n`) }
}

function centralDirectory(args: Arguments): string {
  const given = args.text('data') ?? process.env['WORKBENCH_CENTRAL']
  if (given !== undefined) return resolve(given)
  const home = homedir()
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Channel Workbench Central')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Channel Workbench Central')
  // Root's home is closed to the user that runs PostgreSQL for it.
  if (process.getuid?.() === 0) return '/var/lib/channel-workbench-central'
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'channel-workbench-central')
}

function storeChoice(args: Arguments): { readonly kind: 'postgres' | 'pglite' } | { readonly kind: 'url'; readonly url: string } {
  const url = args.text('database-url')
  const store = args.text('store') ?? presentStore(centralDirectory(args))
  if (url !== undefined) {
    if (args.text('store') !== undefined) throw new UsageError('--database-url says already where the rows are')
    if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw new UsageError('--database-url is a postgres:// address')
    return { kind: 'url', url }
  }
  if (store !== 'postgres' && store !== 'pglite') throw new UsageError('--store is postgres or pglite')
  return { kind: store }
}

/** A folder that holds a PGlite goes on with it. */
function presentStore(directory: string): 'postgres' | 'pglite' {
  return existsSync(join(directory, 'pglite')) && !existsSync(join(directory, 'postgres')) ? 'pglite' : 'postgres'
}

function offerHoursOf(args: Arguments): number | null {
  const given = args.text('offer-hours')
  if (given === undefined) return null
  const hours = Number(given)
  if (given.trim() === '' || !(hours > 0 && hours <= 8_760)) throw new UsageError('--offer-hours is a number of hours, at most a year')
  return hours
}

function portOf(args: Arguments): number {
  const port = Number(args.text('port') ?? '8484')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port is a number from 0 to 65535')
  return port
}
