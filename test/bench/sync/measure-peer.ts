import { mkdirSync, rmSync } from 'node:fs'
import { startProcess } from './own-process.ts'
import type { Peer } from './peer.ts'
import type { PeerName, PeerProcess } from './peer-process.ts'
import type { Edit } from './workload.ts'

export interface PeerMeasures extends Pick<Peer, 'name' | 'keeps' | 'rebases'> {
  readonly load: number
  readonly push: number
  /** With all edits pending, when rows arrive that others have changed; null where a peer does not rebase. */
  readonly rebase: number | null
}

/**
 * The same leads and edits by a peer, server and desk in a process each. Both ends are compared after the first load and at the end.
 * @param others edits of other leads, by somebody else, while those of the desk are pending
 */
export async function measurePeer(name: PeerName, filled: string, folder: string, edits: readonly Edit[], others: readonly Edit[]): Promise<PeerMeasures> {
  mkdirSync(folder)
  const script = new URL('./peer-process.ts', import.meta.url)
  const server = startProcess<PeerProcess>(script, name, folder)
  const desk = startProcess<PeerProcess>(script, name, folder)
  const assertSame = async (when: string): Promise<void> => {
    if ((await server.remote.checksum()) !== (await desk.remote.checksum())) throw new Error(`${name}: server and desk differ ${when}`)
  }
  try {
    const about = await desk.remote.describe()
    await desk.remote.openDesk(await server.remote.serve(filled))
    const load = await timeOf(desk.remote.load())
    await assertSame('after the first load')
    await desk.remote.edit(edits)
    const rebase = about.rebases ? await measureRebase(server.remote, desk.remote, others) : null
    const push = await timeOf(desk.remote.push())
    await assertSame('at the end')
    return { ...about, load, push, rebase }
  } finally {
    await Promise.all([desk.close(), server.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureRebase(server: PeerProcess, desk: PeerProcess, others: readonly Edit[]): Promise<number> {
  await server.change(others)
  const before = await desk.checksum()
  const milliseconds = await timeOf(desk.pull())
  if ((await desk.checksum()) === before) throw new Error('what others have changed has not arrived')
  return milliseconds
}

async function timeOf(work: Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work
  return performance.now() - began
}
