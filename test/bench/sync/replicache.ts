import { Replicache, type PatchOperation, type PullRequestV1, type PullResponseV1, type PushRequestV1, type WriteTransaction } from 'replicache'
import { askJson, serveJson } from './answer-json.ts'
import { checksumOf, type Peer, type PeerLead } from './peer.ts'

/** It pushes and pulls when it is told to, and not before. */
const NEVER_MS = 2 ** 31 - 1

interface SetCity {
  readonly id: string
  readonly value: string
}

const mutators = {
  setCity: async (transaction: WriteTransaction, { id, value }: SetCity) => {
    const lead = await transaction.get<PeerLead>(id)
    if (lead !== undefined) await transaction.set(id, { ...lead, city: value })
  },
}

/** Replicache 15 in memory: named mutators that the server runs again, pending ones rebased on what is pulled. It no longer asks for a licence key. */
export const replicache: Peer = {
  name: 'Replicache 15, kvStore mem, own endpoint',
  keeps: 'memory at both ends',
  rebases: true,

  async serve(_, leads) {
    let version = 1
    const rows = new Map(leads.map((lead) => [lead.id, { lead, version }]))
    const clients = new Map<string, { lastMutation: number; version: number }>()
    const setCity = ({ id, value }: SetCity): void => {
      const held = rows.get(id)
      if (held !== undefined) rows.set(id, { lead: { ...held.lead, city: value }, version })
    }
    const { address, close } = await serveJson({
      '/push': ({ mutations }: PushRequestV1) => {
        version += 1
        for (const { clientID, id, args } of mutations) {
          if (id <= (clients.get(clientID)?.lastMutation ?? 0)) continue
          setCity(args as unknown as SetCity)
          clients.set(clientID, { lastMutation: id, version })
        }
        return {}
      },
      '/pull': ({ cookie }: PullRequestV1): PullResponseV1 => {
        const since = Number(cookie ?? 0)
        const patch: PatchOperation[] = [...rows.values()].filter((row) => row.version > since).map(({ lead }) => ({ op: 'put', key: lead.id, value: lead }))
        const changed = [...clients].filter(([, client]) => client.version > since)
        return { cookie: version, lastMutationIDChanges: Object.fromEntries(changed.map(([id, { lastMutation }]) => [id, lastMutation])), patch }
      },
    })
    return {
      address,
      change: async (edits) => {
        version += 1
        edits.forEach(setCity)
      },
      checksum: async () => checksumOf([...rows.values()].map(({ lead }) => lead)),
      close,
    }
  },

  async openDesk(_, address) {
    const desk = new Replicache({
      name: 'bench', kvStore: 'mem', pullInterval: null, pushDelay: NEVER_MS, mutators, logLevel: 'error',
      puller: async (request) => ({ response: await askJson<PullResponseV1>(`${address}/pull`, request), httpRequestInfo: { httpStatusCode: 200, errorMessage: '' } }),
      pusher: async (request) => {
        await askJson(`${address}/push`, request)
        return { httpRequestInfo: { httpStatusCode: 200, errorMessage: '' } }
      },
    })
    const pull = (): Promise<void> => desk.pull({ now: true })
    return {
      load: pull,
      edit: async (edits) => {
        for (const { id, value } of edits) await desk.mutate.setCity({ id, value })
      },
      push: async () => {
        await desk.push({ now: true })
        await pull()
        const left = (await desk.experimentalPendingMutations()).length
        if (left > 0) throw new Error(`${left} mutations are still pending`)
      },
      pull,
      checksum: () => desk.query(async (transaction) => checksumOf((await transaction.scan().values().toArray()) as PeerLead[])),
      close: () => desk.close(),
    }
  },
}
