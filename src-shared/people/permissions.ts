import type { Role } from './role.ts'

const keepers: readonly Role[] = ['channelManager', 'administrator']
const deciders: readonly Role[] = ['channelManager', 'approver', 'administrator']
const staff: readonly Role[] = ['channelManager', 'onboardingCoordinator', 'approver', 'administrator']

/**
 * Which roles may give which command, in one table; a command that is missing here is nobody's, and a test says so.
 * `desk`: it concerns this desk alone and never leaves it. Everybody may read what lies in their scope; a viewer changes nothing.
 */
export const permissions: Readonly<Record<string, readonly Role[] | 'desk'>> = {
  'partners.create': staff,
  'partners.update': staff,
  'partners.setStatus': staff,
  'calendars.publish': keepers,
  'calendars.setDay': keepers,
  'calendars.setWeek': keepers,
  'deadlines.createPolicy': keepers,
  'deadlines.updatePolicy': keepers,
  'deadlines.removePolicy': keepers,
  'territories.create': keepers,
  'territories.update': keepers,
  'territories.remove': keepers,
  'territories.createRule': keepers,
  'territories.updateRule': keepers,
  'territories.removeRule': keepers,
  'models.draft': keepers,
  'models.update': keepers,
  'models.addTerritory': keepers,
  'models.changeTerritory': keepers,
  'models.removeTerritory': keepers,
  'models.addRule': keepers,
  'models.changeRule': keepers,
  'models.removeRule': keepers,
  'models.revert': keepers,
  'models.holdOn': keepers,
  'models.discard': keepers,
  'models.schedule': keepers,
  'models.activate': keepers,
  'models.activateDue': keepers,
  'qualification.createCriterion': keepers,
  'qualification.updateCriterion': keepers,
  'qualification.removeCriterion': keepers,
  'qualification.setTerms': keepers,
  'leads.create': staff,
  'leads.update': staff,
  'leads.setStage': staff,
  'leads.convert': staff,
  'leads.assignManually': keepers,
  'leads.releaseToRules': keepers,
  'leads.pin': keepers,
  'leads.unpin': keepers,
  'leads.touch': staff,
  'leads.pause': staff,
  'leads.resume': staff,
  'leads.scoreManually': staff,
  'leads.releaseScores': staff,
  'leads.score': keepers,
  'leads.merge': staff,
  'leads.keepApart': staff,
  'leads.keepDeadlines': keepers,
  'leads.reckonDeadlines': keepers,
  'accounts.create': staff,
  'accounts.update': staff,
  'accounts.addContact': staff,
  'accounts.updateContact': staff,
  'accounts.removeContact': staff,
  'opportunities.create': staff,
  'opportunities.update': staff,
  'opportunities.setStage': staff,
  'engagement.draft': keepers,
  'engagement.update': keepers,
  'engagement.publish': keepers,
  'engagement.discard': keepers,
  'conflicts.open': deciders,
  'conflicts.take': deciders,
  'conflicts.askEvidence': deciders,
  'conflicts.addEvidence': staff,
  'conflicts.review': deciders,
  'conflicts.decide': deciders,
  'conflicts.appeal': staff,
  'conflicts.finalise': deciders,
  'imports.appendRows': keepers,
  'assignment.recordDecisions': keepers,
  'assignment.applyDecisions': keepers,
  'journal.openBatch': keepers,
  'journal.moveBatch': keepers,
  'journal.undoPart': keepers,
  'journal.undo': staff,
  'sync.adopt': keepers,
  'views.save': 'desk',
  'views.remove': 'desk',
  'settings.set': 'desk',
}

/** Whether a command stays on the desk that gave it. */
export function staysOnDesk(command: string): boolean {
  return permissions[command] === 'desk'
}

export function mayGive(role: Role, command: string): boolean {
  const allowed = permissions[command]
  return Array.isArray(allowed) && (allowed as readonly Role[]).includes(role)
}
