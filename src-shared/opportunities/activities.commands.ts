import { contacts } from '../accounts/contact.table.ts'
import { accept, command, insert, one, refuse, update } from '../foundation/command.ts'
import { activities } from './activity.table.ts'
import { findOpportunity } from './find-opportunity.ts'
import { opportunitiesContract } from './opportunities.contract.ts'

const { operations } = opportunitiesContract

const logActivity = command(operations.logActivity, function* (input, { id, commandId, actor }) {
  const opportunity = yield* findOpportunity(input.opportunityId)
  if (!('stage' in opportunity)) return opportunity
  if ((input.kind === 'task') !== (input.dueOn !== null)) return refuse('activity.due-date', 'a task, and nothing else, is due on a day', { kind: input.kind })
  const contact = input.contactId === null ? null : yield* one(contacts, input.contactId)
  if (contact === undefined) return refuse('contact.not-found', 'there is no such contact')
  if (contact !== null && contact.accountId !== opportunity.accountId) return refuse('contact.of-another-account', 'the contact is of another account', { contact: contact.name })
  const activityId = id()
  const row = { ...input, id: activityId, byName: actor.name, territoryId: opportunity.territoryId }
  return accept({ entry: commandId, id: activityId }, [insert(activities, row)], [{ event: 'opportunity.activity-logged', about: opportunity.id, details: { kind: input.kind, subject: input.subject } }])
})

const finishTask = command(operations.finishTask, function* ({ id, isDone }, { commandId, now }) {
  const activity = yield* one(activities, id)
  if (activity === undefined) return refuse('activity.not-found', 'there is no such activity')
  if (activity.kind !== 'task') return refuse('activity.not-a-task', 'only a task can be done', { kind: activity.kind })
  if ((activity.doneAt !== null) === isDone) return accept({ entry: commandId }, [])
  return accept({ entry: commandId }, [update(activities, id, { doneAt: isDone ? now : null })], [{ event: isDone ? 'opportunity.task-done' : 'opportunity.task-reopened', about: activity.opportunityId, details: { subject: activity.subject } }])
})

export const activitiesCommands = [logActivity, finishTask]
