import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { AuditFault, CompanySignIn, ErrandAnswer, ErrandInput, ErrandName } from '../../src-central/server.ts'
import { isConfidential } from '#shared/people/confidential-address.ts'
import { plainAddress } from '../sync/enrol.ts'
import { EXIT, print, UsageError, type Arguments, type Options, type Subcommand } from './cli.ts'

/** Where the central API keeps its rows, for the subcommands that need them. */
export const centralOptions = { data: { type: 'string' }, store: { type: 'string' }, 'database-url': { type: 'string' } } as const satisfies Options

export const central: Subcommand = {
  usage: 'central [--data DIR] [--store postgres|pglite] [--database-url URL] [--port N] [--host H] [--company NAME] [--trusted-proxy ADDRESS …] [--offer-hours N] [--sign-in-issuer URL --sign-in-client-id ID] · central renew-epoch · central move --to URL · central audit [--head N:DIGEST]',
  summary: 'Serves the central API, with which desks sync. Makes a company and its administrator at the first start.',
  options: { ...centralOptions, port: { type: 'string' }, host: { type: 'string' }, company: { type: 'string' }, 'trusted-proxy': { type: 'string', multiple: true }, 'offer-hours': { type: 'string' }, 'sign-in-issuer': { type: 'string' }, 'sign-in-client-id': { type: 'string' }, 'sign-in-address': { type: 'string' }, head: { type: 'string' }, to: { type: 'string' } },
  help: {
    '--trusted-proxy ADDRESS': 'a proxy (address or network) whose X-Forwarded-For counts; without it whoever connects does',
    '--offer-hours N': 'how long a partner may leave an offer of the rules unanswered before it goes to the next; without it, for ever',
    '--sign-in-issuer URL': 'people may connect desks by the company’s account with this OpenID provider; “none” ends it. Kept for the next start',
    '--sign-in-client-id ID': 'the public client that the provider knows the desks as, with the redirect address http://127.0.0.1/signed-in',
    '--sign-in-address URL': 'by which address desks reach this server; without, only desks on this machine sign in so',
    'renew-epoch': 'to be said after a backup of the database was put back: every desk fetches everything again',
    'move --to URL': 'takes all rows to an empty PostgreSQL, compares them there, and leaves the old store as it is; nobody may serve it meanwhile',
    audit: 'reckons the chain of the journal anew and tells what was altered, removed or cut off; prints its head, to be noted elsewhere',
    '--head N:DIGEST': 'the head that was noted: the chain must still have it',
  },
  run: async (args) => {
    if (args.positionals[0] === 'renew-epoch') return renewEpoch(args)
    if (args.positionals[0] === 'move') return move(args)
    if (args.positionals[0] === 'audit') return audit(args)
    if (args.positionals[0] !== undefined) throw new UsageError(`there is no central ${args.positionals[0]}`)
    const { startCentral } = await import('../../src-central/server.ts')
    const started = await startCentral({
      ...storePlace(args),
      port: portOf(args),
      host: args.text('host') ?? '127.0.0.1',
      companyName: args.text('company'),
      signIn: signInOf(args),
      trustedProxies: args.texts('trusted-proxy'),
      offerHours: offerHoursOf(args),
    })
    const { address, storeWords, signIn, first } = started
    const company = signIn === null ? '' : `\nPeople sign in with ${signIn.issuer}`
    const beginning = first === null ? '' : `\nFirst start: made the company “${first.tenant.name}” and its administrator.\nEnrol the administrator’s desk with the code ${first.administrator.code} (until ${first.administrator.expiresAt}).`
    print(args, { address, store: storeWords, signIn, first: first === null ? null : { tenant: first.tenant, code: first.administrator.code, expiresAt: first.administrator.expiresAt } }, `The central API is at ${address}\nStore: ${storeWords}${company}${beginning}\nCtrl+C ends it.`)
    await new Promise<void>((done) => {
      process.once('SIGINT', done)
      process.once('SIGTERM', done)
    })
    await started.close()
  },
}

/** Asks whoever serves the data, or does it where nobody does. */
export async function askCentral<N extends ErrandName>(args: Arguments, name: N, input: ErrandInput<N>): Promise<ErrandAnswer<N>> {
  const server = await import('../../src-central/server.ts')
  return server.askCentral(storePlace(args), name, input)
}

async function renewEpoch(args: Arguments): Promise<void> {
  await askCentral(args, 'renewEpoch', {})
  print(args, {}, 'Every desk fetches everything again at its next sync. What a desk has not sent yet is kept and sent.')
}

async function move(args: Arguments): Promise<void> {
  const url = args.text('to')
  if (url === undefined || !isPostgresAddress(url)) throw new UsageError('--to is a postgres:// address')
  const { moveCentral } = await import('../../src-central/server.ts')
  const moved = await moveCentral(storePlace(args), url)
  print(args, moved, `${moved.rows} rows of ${moved.tables} tables are in the new database, as they were. Serve it with --database-url; the old store is as it was.`)
}

async function audit(args: Arguments): Promise<void> {
  const { auditHeadSchema } = await import('../../src-central/server.ts')
  const head = args.text('head') ?? null
  if (head !== null && !auditHeadSchema.safeParse(head).success) throw new UsageError('--head is a number, a colon and 64 hexadecimal digits')
  const report = await askCentral(args, 'audit', { head })
  const { entries, faults, faultCount } = report
  const left = faultCount - faults.length
  print(args, report, [
    `${entries} entries${faultCount === 0 ? ', each as it was written' : ''}`,
    ...faults.map(({ kind, n, entryId }) => `FAIL ${n === null ? '' : `${n} `}${faultWords[kind]}${entryId === null ? '' : ` (${entryId})`}`),
    ...(left === 0 ? [] : [`and ${left} more`]),
    `Head: ${report.head ?? 'none yet'}`,
  ].join('\n'))
  if (faultCount > 0) process.exitCode = EXIT.refused
}

const faultWords = {
  altered: 'this entry, or the link before it, is not what it was',
  removed: 'the entry is gone',
  gap: 'the links before this one are gone',
  unlinked: 'an entry that came past the chain',
  clock: 'the clock of the database went back before this entry',
  head: 'the chain does not have the head that was noted: its end was cut, or it was made anew',
} as const satisfies Record<AuditFault['kind'], string>

/** @returns nothing where nothing is said: as before */
function signInOf(args: Arguments): CompanySignIn | null | undefined {
  const [issuer, clientId, address] = [args.text('sign-in-issuer'), args.text('sign-in-client-id'), args.text('sign-in-address')]
  if (issuer === 'none') return null
  if (issuer === undefined && clientId === undefined && address === undefined) return undefined
  if (issuer === undefined || clientId === undefined || clientId === '') throw new UsageError('--sign-in-issuer and --sign-in-client-id go together')
  if (!isConfidential(URL.parse(issuer))) throw new UsageError('--sign-in-issuer begins with https://')
  return { issuer, clientId, address: address === undefined ? null : plainAddress(address) }
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
    if (!isPostgresAddress(url)) throw new UsageError('--database-url is a postgres:// address')
    return { kind: 'url', url }
  }
  if (store !== 'postgres' && store !== 'pglite') throw new UsageError('--store is postgres or pglite')
  return { kind: store }
}

function isPostgresAddress(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url) && URL.canParse(url)
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
