import type { InsertChunk } from '#shared/imports/subjects/import-subject.ts'
import type { ImportReport } from '#shared/imports/imports.contract.ts'
import { abandonBatch } from '../journal/undo-batch.ts'
import type { JobContext } from '../operations/capability.ts'
import type { Source } from './read-source.ts'

/** Commands on their way to the writer at once: enough that it never waits, few enough that the window’s own commands need not. */
const IN_FLIGHT = 2
export const ROWS_AT_ONCE = 1000

/** Writes an import's rows as a batch, while its caller goes on reading. Opens the batch with the first rows. */
export class BatchWriting {
  readonly #request: { readonly subject: string }
  readonly #basedOn: string
  readonly #source: Source
  readonly #context: JobContext
  readonly #tables = new Set<string>()
  readonly #writing: Promise<unknown>[] = []
  #batchId: string | null = null

  /** @param basedOn what `importsSoFar` said before the workspace was read for duplicates */
  constructor(request: { readonly subject: string }, basedOn: string, source: Source, context: JobContext) {
    this.#request = request
    this.#basedOn = basedOn
    this.#source = source
    this.#context = context
  }

  async add(inserts: readonly InsertChunk[]): Promise<void> {
    for (const { table, columns, rows } of inserts) {
      for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) await this.#append({ table, columns, rows: rows.slice(start, start + ROWS_AT_ONCE) })
    }
  }

  /** Shows the rows to everybody. */
  async finish({ read, imported, duplicates, refused }: ImportReport): Promise<string | null> {
    await Promise.all(this.#writing.splice(0))
    if (this.#batchId === null) return null
    await this.#context.write('journal.moveBatch', { id: this.#batchId, state: 'done', total: imported, details: { read, duplicates, refused } })
    this.#context.announce(...this.#tables)
    return this.#batchId
  }

  async takeBack(): Promise<void> {
    await Promise.allSettled(this.#writing.splice(0))
    if (this.#batchId === null) return
    const batchId = this.#batchId
    this.#batchId = null
    await abandonBatch(batchId, this.#context)
  }

  async #append(chunk: InsertChunk): Promise<void> {
    const batchId = (this.#batchId ??= await this.#open())
    this.#tables.add(chunk.table)
    if (this.#writing.length >= IN_FLIGHT) await this.#writing.shift()
    const write = this.#context.write('imports.appendRows', { batchId, ...chunk }, { batchId, silent: true })
    // A refusal is met where the write is awaited; until then it must not count as unhandled.
    write.catch(() => undefined)
    this.#writing.push(write)
  }

  async #open(): Promise<string> {
    const { name, table } = this.#source
    const { id } = await this.#context.write<{ id: string }>('journal.openBatch', { kind: 'import', subject: this.#request.subject, label: name.slice(0, 300), total: table.rows.length, details: {}, basedOn: this.#basedOn })
    return id
  }
}
