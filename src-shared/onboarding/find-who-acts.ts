import type { PartnerContact } from '../partners/partner.ts'
import type { DerivedTask } from './derive-checklist.ts'

/** Why somebody a task lies with cannot do it: nobody is named, whoever was is gone, or cannot be reached. */
export const hindrances = ['noContact', 'contactGone', 'noAddress'] as const
export type Hindrance = (typeof hindrances)[number]

export interface WhoActs {
  readonly name: string | null
  readonly email: string | null
  readonly hindrance: Hindrance | null
}

/** Whom a task lies with: who was named for it, else the partner's first contact; the coordinator for the vendor's own. */
export function findWhoActs({ task, assignee }: Pick<DerivedTask, 'task' | 'assignee'>, contacts: readonly PartnerContact[], coordinator: string): WhoActs {
  if (task.side === 'vendor') return { name: assignee ?? coordinator, email: null, hindrance: null }
  const contact = assignee === null ? (contacts.find(({ primary }) => primary) ?? contacts[0]) : contacts.find(({ name }) => name === assignee)
  if (contact === undefined) return { name: assignee, email: null, hindrance: assignee === null ? 'noContact' : 'contactGone' }
  const email = contact.email?.trim() || null
  return { name: contact.name, email, hindrance: email === null ? 'noAddress' : null }
}
