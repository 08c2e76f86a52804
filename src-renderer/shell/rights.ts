import { mayGive, staysOnDesk } from '#shared/people/permissions.ts'
import type { Language } from './language.ts'
import type { Sync } from './sync.ts'

/** What the person at this desk may do, by their role in the company. On a desk that is connected to nothing everything is allowed. */
export interface Rights {
  may(command: string): boolean
  /** Why not, in words; nothing where they may. */
  whyNot(command: string): string | undefined
  /** The same, of what is read and not changed. */
  whyReadOnly(command: string): string | undefined
}

export function createRights(sync: Pick<Sync, 'status' | 'isConnected'>, language: Language): Rights {
  const role = () => (sync.isConnected.value ? sync.status.value?.person?.role : undefined)
  const may = (command: string): boolean => {
    const now = role()
    return now === undefined || staysOnDesk(command) || mayGive(now, command)
  }
  const say = (which: 'denied' | 'readOnly') => (command: string): string | undefined => {
    const now = role()
    const { shell, sync: words } = language.words.value
    return now === undefined || may(command) ? undefined : shell.rights[which](words.roles[now])
  }
  return { may, whyNot: say('denied'), whyReadOnly: say('readOnly') }
}
