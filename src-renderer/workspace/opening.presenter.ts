import type { Opening } from '#shared/workspace/rescue.contract.ts'
import type { Words } from '#shared/locales/words.ts'

export type OpeningState = keyof Words['diagnostics']['rescue']['states']

const states: Readonly<Record<string, OpeningState>> = {
  'workspace.corrupt': 'corrupt',
  'workspace.newer': 'newer',
  'workspace.in-use': 'inUse',
  'workspace.unreadable': 'readOnly',
  'workspace.interrupted': 'interrupted',
  'workspace.locked': 'locked',
  'disk.full': 'full',
  'file.not-writable': 'readOnly',
  'file.not-allowed': 'readOnly',
  'file.unreadable': 'readOnly',
}

/** Which screen a refusal to open is told by. */
export function stateOf({ code }: NonNullable<Opening['refusal']>): OpeningState {
  return states[code] ?? 'other'
}
