import type { HostEvent } from '../operations/data-host.ts'

const WIDTH = 30

/** Draws a job's progress in the terminal. @returns takes the bar away */
export function showProgress(subscribe: (listener: (event: HostEvent) => void) => () => void, job: string): () => void {
  let drawn = false
  const stop = subscribe(({ name, data }) => {
    const event = data as { job?: string; phase?: string; done?: number; total?: number } | null
    if (name !== 'job.progress' || event?.job !== job) return
    const { phase = '', done = 0, total = 0 } = event
    const filled = total === 0 ? 0 : Math.round((done / total) * WIDTH)
    process.stderr.write(`\r${phase.padEnd(9)} [${'='.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${total === 0 ? '' : `${done}/${total}`}`.padEnd(70))
    drawn = true
  })
  return () => {
    stop()
    if (drawn) process.stderr.write(`\r${' '.repeat(70)}\r`)
  }
}
