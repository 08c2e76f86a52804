import { Replicache, type PatchOperation, type PullRequestV1, type PullResponseV1, type PushRequestV1, type WriteTransaction } from 'replicache'
import { askJson, serveJson } from './answer-json.ts'
import { checksumOf, type Peer, type PeerLead } from './peer.ts'

/** It pushes and pulls when it is told to, and not before. */
const NEVER_MS = 2 ** 31 - 1
/** The server's version is a row too, by which a desk knows that it has arrived. */
const VERSION_KEY = 'version'
const MOST_PULLS = 20

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
        if (version > since) patch.push({ op: 'put', key: VERSION_KEY, value: version })
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
    let asked = 0
    let told: { readonly request: number; readonly version: unknown } | undefined
    const desk = new Replicache({
      name: 'bench', kvStore: 'mem', pullInterval: null, pushDelay: NEVER_MS, mutators, logLevel: 'error',
      puller: async (request) => {
        asked += 1
        const number = asked
        const response = await askJson<PullResponseV1>(`${address}/pull`, request)
        if ('cookie' in response) told = { request: number, version: response.cookie }
        return { response, httpRequestInfo: { httpStatusCode: 200, errorMessage: '' } }
      },
      pusher: async (request) => {
        await askJson(`${address}/push`, request)
        return { httpRequestInfo: { httpStatusCode: 200, errorMessage: '' } }
      },
    })
    /** It may leave out a pull or throw its answer away while it is at something else; so until what was asked for after this call has arrived. */
    const pull = async (): Promise<void> => {
      const before = asked
      for (let turn = 0; turn < MOST_PULLS; turn += 1) {
        await desk.pull({ now: true })
        if (told !== undefined && told.request > before && (await desk.query((transaction) => transaction.get(VERSION_KEY))) === told.version) return
      }
      throw new Error('what was pulled does not arrive')
    }
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
      checksum: () => desk.query(async (transaction) => checksumOf(((await transaction.scan().values().toArray()) as (PeerLead | number)[]).filter((row) => typeof row === 'object'))),
      close: () => desk.close(),
    }
  },
}
