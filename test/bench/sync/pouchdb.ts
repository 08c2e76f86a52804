import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import expressPouchDB from 'express-pouchdb'
import PouchDB from 'pouchdb'
import { checksumOf, type Peer, type PeerLead } from './peer.ts'

const BATCH = 5_000

/** PouchDB 9 against its own server: documents with revisions, one-shot replication. */
export const pouchdb: Peer = {
  name: 'PouchDB 9, express-pouchdb',
  keeps: 'LevelDB at both ends, without waiting for the disk',
  rebases: false,

  async serve(folder, leads) {
    const Stored = PouchDB.defaults({ prefix: `${join(folder, 'server')}-` })
    const db = new Stored('leads')
    for (let from = 0; from < leads.length; from += BATCH) await db.bulkDocs(leads.slice(from, from + BATCH).map((lead) => ({ ...lead, _id: lead.id })))
    const server = createServer(expressPouchDB(Stored, { inMemoryConfig: true, mode: 'minimumForPouchDB', logPath: join(folder, 'server.log') }))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return {
      address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/leads`,
      change: async () => {
        throw new Error('PouchDB has no commands to run again')
      },
      checksum: () => checksumIn(db),
      close: async () => {
        server.closeAllConnections()
        server.close()
        await db.close()
      },
    }
  },

  async openDesk(folder, address) {
    const db = new PouchDB(join(folder, 'desk'))
    const remote = new PouchDB(address)
    const options = { batch_size: BATCH, batches_limit: 4 }
    const assertOk = (...done: readonly { readonly ok: boolean }[]): void => {
      if (done.some(({ ok }) => !ok)) throw new Error('a replication has failed')
    }
    return {
      load: async () => assertOk(await db.replicate.from(remote, options)),
      edit: async (edits) => {
        for (const { id, value } of edits) await db.put({ ...(await db.get(id)), city: value })
      },
      push: async () => {
        const { push, pull } = await db.sync(remote, options)
        assertOk(push, pull)
      },
      checksum: () => checksumIn(db),
      close: async () => {
        await remote.close()
        await db.close()
      },
    }
  },
}

async function checksumIn(db: PouchDB): Promise<string> {
  const { rows } = await db.allDocs({ include_docs: true })
  return checksumOf(rows.map(({ doc }) => doc as unknown as PeerLead))
}
