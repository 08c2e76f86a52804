import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { refused, RefusedError, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import { APP_ID } from '../electron/app-identity.ts'
import { isTrial, VERSION } from './version.ts'

const LARGEST_FILE = 1024 * 1024 * 1024
const LONGEST_LIFE = 60 * 86_400_000

const feedFileSchema = z.strictObject({
  platform: z.enum(['win32', 'darwin', 'linux']),
  arch: z.enum(['x64', 'arm64']),
  /** A name beside the feed: no folder, no address. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/),
  bytes: z.int().min(1).max(LARGEST_FILE),
  /** Base64. */
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})
export type FeedFile = z.infer<typeof feedFileSchema>

const feedSchema = z
  .strictObject({
    product: z.literal(APP_ID),
    ring: z.enum(['stable', 'beta']),
    /** Counts up with every feed of a ring: one that comes after a later one is an old one brought out again. */
    number: z.int().min(1),
    issuedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    version: z.string().regex(VERSION),
    /** To how many of a hundred computers it is offered; 0 stops it for all. */
    rollout: z.int().min(0).max(100),
    files: z.array(feedFileSchema).min(1).max(20),
  })
  .refine(({ ring, version }) => ring === 'beta' || !isTrial(version), 'a trial version is of no stable ring')
  .refine(({ issuedAt, expiresAt }) => Date.parse(expiresAt) > Date.parse(issuedAt) && Date.parse(expiresAt) - Date.parse(issuedAt) <= LONGEST_LIFE, 'a feed lives for sixty days at most')
  .refine(({ files }) => new Set(files.map(({ platform, arch }) => `${platform} ${arch}`)).size === files.length, 'a system is named twice')
export type Feed = z.infer<typeof feedSchema>
export type Ring = Feed['ring']

/** What lies on the server: the feed as text, so that the signature is of exactly these bytes. */
const envelopeSchema = z.strictObject({ signed: z.string().max(100_000), signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/) })

/** A signature of a feed is a signature of nothing else. */
const signedBytes = (signed: string): Buffer => Buffer.from(`channel-workbench update feed 1\n${signed}`, 'utf8')

export interface FeedExpectations {
  /** Public keys of Ed25519, PEM or base64 of their DER; any of them may have signed. */
  readonly keys: readonly string[]
  readonly ring: Ring
  /** The highest number seen of this ring. */
  readonly seen: number
  readonly now: string
}

/** Believes a feed or says why not: signed by us, for this program and ring, in force, and not older than one seen before. */
export function readFeed(text: string, { keys, ring, seen, now }: FeedExpectations): Outcome<Feed> {
  const envelope = envelopeSchema.safeParse(parsed(text))
  if (!envelope.success) return refused('update.feed-unreadable', 'what lies at the address is no feed')
  const { signed, signature } = envelope.data
  if (!keys.some((key) => verify(null, signedBytes(signed), publicKey(key), Buffer.from(signature, 'base64')))) return refused('update.feed-not-signed', 'the feed was not signed by us')
  const feed = feedSchema.safeParse(parsed(signed))
  if (!feed.success) return refused('update.feed-unreadable', z.prettifyError(feed.error))
  if (feed.data.ring !== ring) return refused('update.feed-other-ring', 'the feed is of another ring', { ring: feed.data.ring })
  if (Date.parse(feed.data.expiresAt) <= Date.parse(now)) return refused('update.feed-expired', 'the feed is too old', { expiresAt: feed.data.expiresAt })
  if (feed.data.number < seen) return refused('update.feed-older', 'a later feed was seen before', { number: feed.data.number, seen })
  return succeeded(feed.data)
}

/** Signs a feed; throws RefusedError for one that no program would believe. */
export function signFeed(feed: Feed, key: KeyObject): string {
  const checked = feedSchema.safeParse(feed)
  if (!checked.success) throw new RefusedError('update.feed-unreadable', z.prettifyError(checked.error))
  const signed = JSON.stringify(checked.data)
  return `${JSON.stringify({ signed, signature: sign(null, signedBytes(signed), key).toString('base64') })}\n`
}

function publicKey(key: string): KeyObject {
  return key.startsWith('-----') ? createPublicKey(key) : createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
