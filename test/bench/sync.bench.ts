import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchReport, BenchSizes } from './report.ts'
import { COMPANY_ROWS, MOST_DESKS } from './sync/live-desks.ts'
import { measurePeer } from './sync/measure-peer.ts'
import { measureStore } from './sync/measure-store.ts'
import { goalsOf, rowsOf, type Measured } from './sync/sync-report.ts'
import { editsOf, fillWorkspace, readLeads } from './sync/workload.ts'

const ROWS = 100_000
const COMMANDS = 10_000
const LIVE_SECONDS = 20

/** Desks and a central API in step, against the raw insert of the same rows and against peers, all in one run. */
export async function run({ rows = ROWS, commands = rows / 10, desks = MOST_DESKS }: BenchSizes): Promise<BenchReport> {
  if (commands > rows / 2 || desks > MOST_DESKS || desks < 2) throw new Error(`at most half as many commands as rows, and 2 to ${MOST_DESKS} desks`)
  const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-'))
  // PostgreSQL does not run as root, and whoever it runs as must be able to pass.
  chmodSync(folder, 0o711)
  try {
    const filled = join(folder, 'filled')
    fillWorkspace(filled, rows)
    const sizes = { commands, fewCommands: commands / 10, desks, liveSeconds: LIVE_SECONDS }
    const postgres = await measureStore('postgres', filled, join(folder, 'on-postgres'), sizes)
    const pglite = await measureStore('pglite', filled, join(folder, 'on-pglite'), sizes)
    const leads = readLeads(filled)
    const edits = editsOf(leads.slice(0, commands))
    const others = editsOf(leads.slice(commands, commands + 20))
    const measured: Measured = {
      rows, commands, fewCommands: sizes.fewCommands, desks, postgres, pglite,
      peers: [
        await measurePeer('pouchdb', filled, join(folder, 'pouchdb'), edits, others),
        await measurePeer('rxdb', filled, join(folder, 'rxdb'), edits, others),
        await measurePeer('replicache', filled, join(folder, 'replicache'), edits, others),
      ],
    }
    return { title: `Sync: ${rows.toLocaleString('en')} rows, ${commands.toLocaleString('en')} offline commands, ${desks} live desks`, rows: rowsOf(measured), goals: goalsOf(measured), notes: notesOf(measured, leads.length) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function notesOf({ rows, commands, peers }: Measured, leads: number): readonly string[] {
  return [
    'R: every row that a desk shares, inserted into the same tables and indexes of a new workspace, one transaction, synchronous=FULL; measured in turn with the first loads (3 each, medians), for each store beside it.',
    ...(rows === ROWS && commands === COMMANDS ? [] : [`the goals are for ${ROWS.toLocaleString('en')} rows and ${COMMANDS.toLocaleString('en')} commands: at other sizes the ratios that compare commands with rows mean little`]),
    `rows are ${leads.toLocaleString('en')} leads (half Japanese, half in a partner’s hands), the rest partners, territories and rules; besides them the journal of the desk that brought them. Bytes are of the bodies of all answers, gzip level 1. The goal of 75 bytes was set with a prototype’s rows, which had fewer columns.`,
    'a desk is a whole workspace with its threads; server, PostgreSQL (fsync and synchronous_commit on, verified) and desk are processes of their own on this machine, over HTTP on 127.0.0.1.',
    'verified: every column of every fact after each first load against the workspace that sent them; after the push every table row for row by the central API’s digest; server and desk of each peer by a checksum of all fields, after the first load and at the end.',
    'commands are leads.update of one field each; the desk’s search index is complete before. Rebase: 20 rows of others arrive at a copy of that desk, already staged; medians of 3.',
    `live: each desk of a company of ${COMPANY_ROWS.toLocaleString('en')} rows gives a command every 5 s and reads its list’s first window when it hears of a change; two processes hold the desks, whose writers and readers have no threads of their own. Desks wait by long poll and gather what comes within about a second.`,
    ...peers.map(({ name, keeps, rebases }) => `${name}: ${keeps}; ${rebases ? 'named mutators, run again by the server and on what is pulled' : 'does not run pending work again, so it has no rebase'}.`),
    'peers bring only the leads in step, without what is empty in them; none of them journals, refuses or judges permissions. Live desks and the incremental pull are measured of our own alone.',
    'not here: Drizzle (not used), and the simulator of the protocol (npm run test:convergence).',
  ]
}
