import { answerCalls } from './own-process.ts'
import { peerLead, type Peer, type PeerDesk, type PeerServer } from './peer.ts'
import { pouchdb } from './pouchdb.ts'
import { replicache } from './replicache.ts'
import { rxdb } from './rxdb.ts'
import { readLeads, type Edit } from './workload.ts'

// One end of a peer in a process of its own: the server, which has the leads of a filled workspace, or a desk.

export interface PeerProcess {
  describe(): Promise<Pick<Peer, 'name' | 'keeps' | 'rebases'>>
  serve(filled: string): Promise<string>
  change(edits: readonly Edit[]): Promise<void>
  openDesk(address: string): Promise<void>
  load(): Promise<void>
  edit(edits: readonly Edit[]): Promise<void>
  push(): Promise<void>
  pull(): Promise<void>
  checksum(): Promise<string>
}

export type PeerName = keyof typeof peers

const peers = { pouchdb, rxdb, replicache }
const [name, folder = ''] = process.argv.slice(2)
const peer: Peer = peers[name as PeerName]
let end: PeerServer | PeerDesk | undefined

answerCalls<PeerProcess>({
  describe: async () => ({ name: peer.name, keeps: peer.keeps, rebases: peer.rebases }),
  serve: async (filled) => {
    const server = await peer.serve(folder, readLeads(filled).map(peerLead))
    end = server
    return server.address
  },
  change: (edits) => server().change(edits),
  openDesk: async (address) => {
    end = await peer.openDesk(folder, address)
  },
  load: () => desk().load(),
  edit: (edits) => desk().edit(edits),
  push: () => desk().push(),
  pull: async () => desk().pull?.(),
  checksum: () => (end ?? desk()).checksum(),
}, async () => end?.close())

function server(): PeerServer {
  if (end === undefined || !('change' in end)) throw new Error('this process is not the server')
  return end
}

function desk(): PeerDesk {
  if (end === undefined || !('load' in end)) throw new Error('this process is not a desk')
  return end
}
