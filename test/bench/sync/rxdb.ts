import { createRxDatabase, type RxCollection, type RxJsonSchema, type WithDeleted } from 'rxdb'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { askJson, serveJson } from './answer-json.ts'
import { checksumOf, type Peer, type PeerLead } from './peer.ts'

const BATCH = 5_000

interface Checkpoint {
  readonly version: number
}
type Document = WithDeleted<PeerLead>
interface PushedRow {
  readonly newDocumentState: Document
  readonly assumedMasterState?: Document
}

/** Its own words for columns: strings and numbers, the id first. */
const schema: RxJsonSchema<PeerLead> = {
  version: 0, primaryKey: 'id', type: 'object', required: ['id'],
  properties: Object.fromEntries([
    ['id', { type: 'string', maxLength: 40 }],
    ...['company', 'companyEn', 'companyKana', 'website', 'country', 'region', 'city', 'postcode', 'address', 'industry', 'contactEmail', 'notes', 'stage', 'arrivedAt', 'duplicateKey', 'territoryId', 'partnerId', 'assignmentOrigin', 'declinedBy', 'createdAt', 'updatedAt'].map((name) => [name, { type: 'string' }]),
    ...['employees', 'rev'].map((name) => [name, { type: 'number' }]),
  ]) as RxJsonSchema<PeerLead>['properties'],
}

/** RxDB 17 with pull and push handlers of our own: documents, the server decides conflicts by comparing what the desk assumed. */
export const rxdb: Peer = {
  name: 'RxDB 17, storage-memory, own endpoint',
  keeps: 'memory at both ends',
  rebases: false,

  async serve(_, leads) {
    let version = 0
    /** In the order of their last change. */
    const rows = new Map<string, { readonly document: Document; readonly version: number }>()
    const put = (document: Document): void => {
      version += 1
      rows.delete(document.id)
      rows.set(document.id, { document, version })
    }
    for (const lead of leads) put({ ...lead, _deleted: false } as Document)
    const { address, close } = await serveJson({
      '/pull': ({ checkpoint, batchSize }: { checkpoint: Checkpoint | null; batchSize: number }) => {
        const documents: Document[] = []
        let reached = checkpoint?.version ?? 0
        for (const row of rows.values()) {
          if (row.version <= (checkpoint?.version ?? 0)) continue
          if (documents.length >= batchSize) break
          documents.push(row.document)
          reached = row.version
        }
        return { documents, checkpoint: { version: reached } }
      },
      '/push': (pushed: readonly PushedRow[]) => pushed.flatMap(({ newDocumentState, assumedMasterState }) => {
        const master = rows.get(newDocumentState.id)?.document
        if (master !== undefined && master['city'] !== assumedMasterState?.['city']) return [master]
        put(newDocumentState)
        return []
      }),
    })
    return {
      address,
      change: async () => {
        throw new Error('RxDB has no commands to run again')
      },
      checksum: async () => checksumOf([...rows.values()].map(({ document }) => document)),
      close,
    }
  },

  async openDesk(_, address) {
    const db = await createRxDatabase({ name: 'bench', storage: getRxStorageMemory(), multiInstance: false })
    const { leads } = (await db.addCollections({ leads: { schema } })) as { leads: RxCollection<PeerLead> }
    const replicate = async (): Promise<void> => {
      const replication = replicateRxCollection<PeerLead, Checkpoint>({
        collection: leads, replicationIdentifier: address, live: false, waitForLeadership: false,
        pull: { batchSize: BATCH, handler: (checkpoint, batchSize) => askJson(`${address}/pull`, { checkpoint: checkpoint ?? null, batchSize }) },
        push: { batchSize: BATCH, handler: (rows) => askJson(`${address}/push`, rows) },
      })
      const failed = new Promise<never>((_, reject) => {
        // Its own text holds every row that was under way.
        replication.error$.subscribe(({ code }) => reject(new Error(`RxDB: ${code}`)))
      })
      await Promise.race([replication.awaitInitialReplication(), failed])
      await replication.cancel()
    }
    return {
      load: replicate,
      edit: async (edits) => {
        for (const { id, value } of edits) await (await leads.findOne(id).exec(true)).incrementalPatch({ city: value })
      },
      push: replicate,
      checksum: async () => checksumOf((await leads.find().exec()).map((each) => each.toJSON() as PeerLead)),
      close: async () => {
        await db.close()
      },
    }
  },
}
