import { basename } from 'node:path'
import { VISIBLE } from '#shared/journal/visible.ts'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { keepReport, saveReport, writeReport } from '../diagnostics/report.ts'
import { hostCapability } from '../operations/capability.ts'
import { PROGRAM_VERSION } from '../foundation/program-version.ts'
import { syncStatus } from '../sync/sync-status.ts'
import { backUpRolling, lastBackupAt } from './backup.ts'
import { examine } from './doctor.ts'
import { outgoing } from './outgoing.ts'

export const workspaceHost = hostCapability(
  workspaceContract,
  {
    status: (_, { db, directory, sync }) => {
      const { state, pending } = syncStatus(db, sync())
      const count = (table: string): number => db.prepare(`SELECT count(*) FROM "${table}" WHERE ${VISIBLE}`).pluck().get() as number
      return {
        counts: { leads: count('leads'), partners: count('partners'), territories: count('territories') },
        sync: state === 'paused' || state === 'signedOut' ? 'offline' as const : state,
        pending,
        lastBackup: lastBackupAt(directory),
        programVersion: PROGRAM_VERSION,
      }
    },
  },
  {
    backUp: async (_, context) => {
      context.progress('copying', 0, 0)
      return backUpRolling(context.db, context.directory, context.now())
    },
    doctor: async (_, { db, directory }) => examine(db, directory),
    report: async (_, { db, directory, sync, now, policies }) => {
      const text = writeReport({ directory, now: now(), policies, examined: examine(db, directory).findings, sync: syncStatus(db, sync()) })
      keepReport(directory, text)
      return { text }
    },
    saveReport: async ({ file }, context) => {
      const path = file === null ? outgoing(context.directory, 'channel-workbench-report.txt') : context.file(file, 'write')
      saveReport(context.directory, path)
      return { file: context.offerFile(path), name: basename(path) }
    },
    loadDemo,
  },
)
