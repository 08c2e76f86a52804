/**
 * Changes whenever one of these batches ends or is taken back: whoever read the workspace before and writes after can tell
 * that it is no longer what was read.
 */
export function batchStamp(ended: readonly { readonly finishedAt: string | null }[]): string {
  const latest = ended.reduce((last, { finishedAt }) => (finishedAt !== null && finishedAt > last ? finishedAt : last), '')
  return `${ended.length} ${latest}`
}
