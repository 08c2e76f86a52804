import type { Actor } from '../foundation/command.ts'

/** Those who act on the central API without being a person. In the history they are said in the reader's language. */
export const SCHEDULE: Actor = { id: 'schedule', name: 'Schedule' }

/** Whoever sits at a desk that is connected to no central API. */
export const LOCAL: Actor = { id: 'local', name: '' }

const FORM = 'form:'

export function formActor({ id, name }: { readonly id: string; readonly name: string }): Actor {
  return { id: FORM + id, name }
}

export function isForm(actorId: string): boolean {
  return actorId.startsWith(FORM)
}
