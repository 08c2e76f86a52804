import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { traceOf } from '../diagnostics/trace.ts'
import type { UpdaterPorts } from './updater.ts'

const memorySchema = z.strictObject({ id: z.string().min(1).max(60), seen: z.strictObject({ stable: z.int(), beta: z.int() }) })

/** What outlives the program: by what chance an installation comes early or late, and the highest number of each ring's feeds. A file that cannot be read is as good as none. */
export function openUpdateMemory(file: string, log: (line: string) => void): { readonly id: string; readonly seen: UpdaterPorts['seen'] } {
  const memory = readMemory(file) ?? { id: randomUUID(), seen: { stable: 0, beta: 0 } }
  const keep = (): void => {
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, JSON.stringify(memory), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    } catch (fault) {
      log(`what is known of updates was not saved: ${traceOf(fault)}`)
    }
  }
  keep()
  return {
    id: memory.id,
    seen: {
      read: (ring) => memory.seen[ring],
      write(ring, number) {
        memory.seen[ring] = number
        keep()
      },
    },
  }
}

function readMemory(file: string): z.infer<typeof memorySchema> | undefined {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
