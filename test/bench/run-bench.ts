import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { BenchReport, BenchSizes } from './report.ts'

const folder = new URL('.', import.meta.url)
const { positionals: only, values } = parseArgs({ allowPositionals: true, options: { rows: { type: 'string' }, commands: { type: 'string' }, desks: { type: 'string' } } })
const sizes: BenchSizes = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]))
const names = readdirSync(folder).filter((name) => name.endsWith('.bench.ts')).filter((name) => only.length === 0 || only.some((wanted) => name.startsWith(wanted))).toSorted()

console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`)
const reports: BenchReport[] = []
for (const name of names) {
  const { run } = (await import(new URL(name, folder).href)) as { run: (sizes: BenchSizes) => Promise<BenchReport> }
  const before = loadavg()[0] ?? 0
  const measured = await run(sizes)
  const report = { ...measured, notes: [...measured.notes, `load average of the last minute: ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`] }
  reports.push(report)
  console.log(inWords(report))
}
mkdirSync('test-output', { recursive: true })
writeFileSync('test-output/bench.json', JSON.stringify(reports, null, 2))
writeFileSync('test-output/bench.md', reports.map(inWords).join('\n'))
const goals = reports.flatMap((report) => report.goals)
console.log(`\n${goals.filter((goal) => goal.reached).length} of ${goals.length} goals reached; not reached: ${goals.filter((goal) => !goal.reached).map((goal) => goal.id).join(', ') || 'none'}`)

function inWords({ title, rows, goals, notes }: BenchReport): string {
  const width = Math.max(0, ...rows.map((row) => row.name.length))
  return [
    `\n## ${title}`,
    ...rows.map(({ name, value, unit, ratio, ratioMeaning }) => `  ${name.padEnd(width)}  ${rounded(value).padStart(12)} ${unit}${ratio === undefined ? '' : `   ${rounded(ratio)}× ${ratioMeaning ?? ''}`}`),
    ...goals.map(({ id, statement, measured, reached }) => `  ${id} ${reached ? 'reached' : 'NOT reached'}: ${statement} — measured ${measured}`),
    ...notes.map((note) => `  note: ${note}`),
  ].join('\n')
}

function rounded(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
