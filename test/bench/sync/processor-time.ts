import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second. */
const TICK_MILLISECONDS = 10

/** What a process and its children have computed so far, in milliseconds; null where the system does not tell. */
export function processorTimeOf(pid: number): number | null {
  if (process.platform !== 'linux') return null
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readStat(name) : null
    if (stat === null) continue
    // After the name: state, parent, … user and system time, and those of children that have ended.
    const [own, ended] = [Number(stat[11]) + Number(stat[12]), Number(stat[13]) + Number(stat[14])]
    if (Number(name) === pid) ticks += own + ended
    else if (Number(stat[1]) === pid) ticks += own
  }
  return ticks * TICK_MILLISECONDS
}

function readStat(pid: string): readonly string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  } catch {
    return null
  }
}
