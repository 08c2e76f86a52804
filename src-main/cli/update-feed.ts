import { createPrivateKey } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFeed } from '../updates/make-feed.ts'
import { print, UsageError, type Arguments, type Subcommand } from './cli.ts'

export const updateFeed: Subcommand = {
  usage: 'update-feed DIR --key FILE --version V [--ring stable|beta] [--rollout N] [--days N]',
  summary: 'Signs the feed of a folder of installers, for the programs that look there for updates.',
  options: { key: { type: 'string' }, version: { type: 'string' }, ring: { type: 'string' }, rollout: { type: 'string' }, days: { type: 'string' } },
  help: {
    '--key FILE': 'the private key of Ed25519 (PEM) that belongs to a public key in the program',
    '--version V': 'the version whose installers lie there',
    '--ring stable|beta': 'who it is for; otherwise stable',
    '--rollout N': 'to how many of a hundred computers it is offered; 0 stops it. Otherwise 100',
    '--days N': 'for how many days the feed is believed; otherwise 30',
  },
  run: async (args) => {
    const folder = args.required(0, 'DIR')
    const [keyFile, version, ring] = [args.text('key'), args.text('version'), args.text('ring') ?? 'stable']
    if (keyFile === undefined || version === undefined) throw new UsageError('--key and --version are needed')
    if (ring !== 'stable' && ring !== 'beta') throw new UsageError('--ring is stable or beta')
    const { feed, text } = await makeFeed(folder, { ring, version, rollout: wholeNumber(args, 'rollout', 100), days: wholeNumber(args, 'days', 30), now: new Date().toISOString() }, createPrivateKey(readFileSync(keyFile)))
    const path = join(folder, `${ring}.json`)
    writeFileSync(`${path}.new`, text)
    renameSync(`${path}.new`, path)
    print(args, feed, `${path}: version ${feed.version} for ${feed.rollout} of 100 in the ring ${feed.ring}, feed ${feed.number}, until ${feed.expiresAt}`)
  },
}

function wholeNumber(args: Arguments, name: string, otherwise: number): number {
  const given = args.text(name)
  if (given !== undefined && !/^\d{1,4}$/.test(given)) throw new UsageError(`--${name} is a whole number`)
  return given === undefined ? otherwise : Number(given)
}
