import { median, percentile } from '../statistics.ts'
import { invitation, type Company } from './company.ts'
import { HttpClient } from './http-client.ts'
import { computedBy } from './spent.ts'
import { editsOf, type Lead } from './workload.ts'

const ROWS = 20
const PULLS = 400
const WARM_UP = 20
const DIGESTS = 3

export interface IncrementalPull {
  /** Milliseconds within the server, from the request's arrival to the answer's end. */
  readonly p50: number
  readonly p99: number
  /** With the way there and back, and the answer read. */
  readonly overHttp: number
  /** Processor time of server and database for one, in milliseconds; null where the system does not tell. */
  readonly computed: number | null
  /** Milliseconds over HTTP. */
  readonly digest: number
}

/** Twenty leads have changed since a desk's cursor: how long the server takes to say so, and how long its digest of everything takes. */
export async function measureIncrementalPull(company: Company, some: readonly Pick<Lead, 'id' | 'city'>[]): Promise<IncrementalPull> {
  const client = await HttpClient.enrol(await invitation(company))
  await client.pullAll()
  const { cursor } = client
  await client.push(editsOf(some.slice(0, ROWS)))
  const { central } = company
  const pulls: number[] = []
  let before = await computedBy(central)
  for (let pull = -WARM_UP; pull < PULLS; pull += 1) {
    if (pull === 0) {
      await central.takePulls()
      before = await computedBy(central)
    }
    const began = performance.now()
    const rows = await client.pullAgain(cursor, 'leads')
    if (pull >= 0) pulls.push(performance.now() - began)
    if (rows !== ROWS) throw new Error(`${rows} leads came instead of ${ROWS}`)
  }
  const after = await computedBy(central)
  const served = await central.takePulls()
  await client.pullAll()
  const digests: number[] = []
  for (let round = 0; round < DIGESTS; round += 1) {
    const began = performance.now()
    if ((await client.digest()) === null) throw new Error('the digest is of another moment')
    digests.push(performance.now() - began)
  }
  return { p50: median(served), p99: percentile(served, 0.99), overHttp: median(pulls), computed: before === null || after === null ? null : (after - before) / PULLS, digest: median(digests) }
}
