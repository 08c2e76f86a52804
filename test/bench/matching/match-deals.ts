import { parentPort, workerData } from 'node:worker_threads'
import { findAllMatches } from '#shared/matching/find-all-matches.ts'
import { readIndex } from '#shared/matching/index-bytes.ts'
import { FROM_NOTHING } from '#test/matching/measure-quality.ts'

export interface Share {
  readonly index: Uint8Array
  /** This thread's part, and of how many. */
  readonly part: number
  readonly of: number
}

/** One of the threads that compare all open deals with each other: loads the index, answers with the number of pairs. */
const { index: bytes, part, of } = workerData as Share
const index = readIndex(bytes)
if (!index.ok) throw new Error(index.error.code)
const records = [...index.value.records()].filter((_, at) => at % of === part)
let pairs = 0
for (const _ of findAllMatches(index.value, records, FROM_NOTHING)) pairs++
parentPort?.postMessage(pairs)
