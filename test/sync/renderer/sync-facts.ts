import type { RefusedCommand, SyncStatus } from '#shared/sync/sync.contract.ts'

export const LEAD = '01890000-0000-7000-8000-000000000001'
export const OTHER_LEAD = '01890000-0000-7000-8000-000000000002'
export const PARTNER = '01890000-0000-7000-8000-000000000003'
export const TERRITORY = '01890000-0000-7000-8000-000000000004'
export const RULE = '01890000-0000-7000-8000-000000000005'

export const person = { userId: LEAD, name: 'Ana Ruiz', email: 'ana@lira.example', role: 'channelManager', tenantId: PARTNER, tenantName: 'Lira Financial' } as const

export function syncStatus(more: Partial<SyncStatus> = {}): SyncStatus {
  return { state: 'synced', address: 'https://central.example', person, pending: 0, refused: 0, aside: 0, lastSyncAt: '2026-11-22T11:45:00.000Z', problem: null, loading: null, ...more }
}

let made = 0

export function refusedCommand(more: Partial<RefusedCommand> = {}): RefusedCommand {
  made += 1
  return {
    id: `01890000-0000-7000-9000-${String(made).padStart(12, '0')}`,
    command: 'leads.update',
    input: { id: LEAD, edits: [{ field: 'score', value: 80, was: 50 }] },
    issuedAt: '2026-11-22T11:00:00.000Z',
    status: 'refused',
    code: 'lead.stale',
    message: 'score was changed in the meantime',
    details: { field: 'score', yours: 80, theirs: 65 },
    ...more,
  }
}
