import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The sample files beside the project; they are not part of it, for only some of their licences would allow that. */
const FOLDER = process.env['SAMPLE_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data')

/** Path of a sample file, or null (with a word on standard output) where it is not there and its tests are skipped. */
export function sampleFile(name: string): string | null {
  const path = resolve(FOLDER, name)
  if (existsSync(path)) return path
  process.stdout.write(`skipped: no sample file ${name}; set SAMPLE_DATA to its folder\n`)
  return null
}
