import { z } from 'zod'
import { contract, job, query } from '../foundation/operation.ts'

const finding = z.strictObject({ check: z.string(), ok: z.boolean(), detail: z.string() })

export const workspaceContract = contract('workspace', {
  status: query('What the status bar says', z.strictObject({}), z.strictObject({
    counts: z.strictObject({ leads: z.int(), partners: z.int(), territories: z.int() }),
    sync: z.enum(['local', 'synced', 'pending', 'offline', 'refused']),
    pending: z.int(),
    lastBackup: z.string().nullable(),
    programVersion: z.string(),
  })),
  backUp: job('Copies the workspace as it is now and proves the copy', z.strictObject({}), z.strictObject({ path: z.string(), bytes: z.int() })),
  doctor: job('Examines the workspace', z.strictObject({}), z.strictObject({ ok: z.boolean(), findings: z.array(finding) })),
  report: job('Makes the report that a person reads and may send: how program, workspace and sync stand, and the ends of the logs', z.strictObject({}), z.strictObject({ text: z.string() })),
  saveReport: job('Saves the report as it was shown last', z.strictObject({ file: z.string().nullable().default(null) }), z.strictObject({ file: z.string(), name: z.string() })),
  loadDemo: job('Fills an empty workspace with the demo of Lira Financial', z.strictObject({}), z.strictObject({ partners: z.int(), territories: z.int(), leads: z.int() })),
})
