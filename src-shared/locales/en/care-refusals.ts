import type { RefusalSentence } from '../refusal-sentence.ts'
import { care } from './care.ts'
import { partners } from './partners.ts'

const status = (code: string): string => partners.statuses[code as keyof typeof partners.statuses] ?? code
const planState = (code: string): string => care.planStates[code as keyof typeof care.planStates] ?? code
const stale = (name: string): string => `${name} was changed in the meantime. Look again and change it anew.`

/** Refusals of check-ins, reviews, coaching notes and joint plans. */
export const careRefusals = {
  'care.stale': stale('A setting of care'),
  'care.not-paused': (d) => `Check-ins with ${d('partner')} are not paused.`,
  'care.partner-not-active': (d) => `${d('partner')} is not active (${status(d('status'))}).`,
  'check-in.not-found': 'This check-in is not here any more.',
  'check-in.in-future': (d) => `${d('heldOn')} is yet to come.`,
  'check-in.step-missing': 'Say what the next step is that is due by that day.',
  'check-in.step-before': (d) => `The next step (${d('nextStepOn')}) lies before the check-in (${d('heldOn')}).`,
  'check-in.there-already': (d) => `There is a check-in with ${d('partner')} of ${d('heldOn')} already, by ${d('by')}.`,
  'check-in.voided': 'This check-in is void already.',
  'check-in.no-step': 'This check-in left nothing to do.',
  'check-in.step-done': (d) => `That was done on ${d('doneOn')}.`,
  'review.not-found': 'This review is not here any more.',
  'review.held': (d) => `The review of ${d('quarter')} was held. What was held stays as it is.`,
  'review.stale': stale('The review'),
  'review.there-already': (d) => `${d('partner')} has a review of ${d('quarter')} already.`,
  'review.quarter-to-come': (d) => `${d('quarter')} has not begun where the partner is.`,
  'review.in-future': (d) => `${d('heldOn')} is yet to come.`,
  'review.before-quarter': (d) => `On ${d('heldOn')} ${d('quarter')} had not begun.`,
  'coaching-note.not-found': 'This note is not here any more.',
  'coaching-note.text-missing': 'A note says something.',
  'coaching-note.in-future': (d) => `${d('notedOn')} is yet to come.`,
  'plan.not-found': 'This plan is not here any more.',
  'plan.locked': (d) => `“${d('title')}” (version ${d('version')}) is locked for the partner’s approval${d('by') === '' ? '' : ` by ${d('by')}`}. It can be edited once the partner has returned it.`,
  'plan.state-not-reachable': (d) => `That cannot be done with “${d('title')}” (version ${d('version')}): ${planState(d('state'))}.`,
  'plan.stale': stale('The plan'),
  'plan.pending-there': (d) => `Version ${d('version')} of the plan with ${d('partner')} is not active yet. Finish or discard that first.`,
  'plan.active-there': (d) => `“${d('title')}” (version ${d('version')}) is active. Close it first.`,
  'plan.ends-before': 'A plan ends after it begins.',
  'plan.title-missing': 'A plan has a title.',
  'plan.goals-missing': 'A plan needs goals before a partner can approve it.',
  'plan.content-differs': (d) => `This is not what “${d('title')}” (version ${d('version')}) says. Look again.`,
  'plan.approved-in-future': (d) => `Nobody can have approved it on ${d('approvedOn')} yet.`,
  'plan.person-missing': 'Say who approved it for the partner.',
  'plan.not-theirs-to-approve': (d) => `${d('name')} is not with this partner.`,
} satisfies Record<string, RefusalSentence>
