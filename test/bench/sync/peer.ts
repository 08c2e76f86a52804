import { createHash } from 'node:crypto'
import type { Edit, Lead } from './workload.ts'

/** A lead as a document: what is empty is left out, as one would. */
export type PeerLead = Readonly<Record<string, string | number>> & { readonly id: string }

/** A library that brings many copies of the same rows in step, in as much of the work as it does. */
export interface Peer {
  readonly name: string
  /** Where each end keeps its rows, and whether that survives a power cut. */
  readonly keeps: string
  /** Whether the desk runs pending commands again on rows that arrive. */
  readonly rebases: boolean
  readonly serve: (folder: string, leads: readonly PeerLead[]) => Promise<PeerServer>
  readonly openDesk: (folder: string, address: string) => Promise<PeerDesk>
}

export interface PeerServer {
  readonly address: string
  /** Somebody else gives these leads other cities. */
  readonly change: (edits: readonly Edit[]) => Promise<void>
  readonly checksum: () => Promise<string>
  readonly close: () => Promise<void>
}

export interface PeerDesk {
  /** Fetches everything. */
  readonly load: () => Promise<void>
  /** Makes the edits, one after another, without the server. */
  readonly edit: (edits: readonly Edit[]) => Promise<void>
  /** Sends what is pending, and fetches what the server makes of it. */
  readonly push: () => Promise<void>
  /** Fetches what others have done; what is pending stays so. Peers that do not rebase have none. */
  readonly pull?: () => Promise<void>
  readonly checksum: () => Promise<string>
  readonly close: () => Promise<void>
}

export function peerLead(lead: Lead): PeerLead {
  const full = Object.entries(lead).filter(([, value]) => value !== null).map(([name, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : value])
  return Object.fromEntries(full) as PeerLead
}

/** Equal for the same leads in any order. */
export function checksumOf(leads: Iterable<PeerLead>): string {
  const hash = createHash('sha256')
  for (const lead of [...leads].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    hash.update(JSON.stringify(Object.entries(lead).filter(([name]) => !name.startsWith('_')).sort(([one], [other]) => (one < other ? -1 : 1))))
  }
  return hash.digest('hex')
}
