import type { RefusalSentence } from '../refusal-sentence.ts'
import { onboarding } from './onboarding.ts'
import { partners } from './partners.ts'

const status = (code: string): string => partners.statuses[code as keyof typeof partners.statuses] ?? code
const problem = (code: string): string => onboarding.problems[code as keyof typeof onboarding.problems] ?? code
const task = (d: (name: string) => string): string => (d('en') === '' ? 'The task' : `“${d('en')}”`)
const requirements = (codes: string): string => codes.split(/[,、]\s*/).map((code) => onboarding.requirements[code as keyof typeof onboarding.requirements] ?? code).join(', ')

/** Refusals of checklist templates, checklists and activation. */
export const onboardingRefusals = {
  'template.not-found': 'This checklist template is not here any more.',
  'template.published': 'What was published is not changed any more. Begin a new version of it.',
  'template.not-published': (d) => `“${d('name')}” is not published. Checklists begin by a published template.`,
  'template.name-missing': 'A template needs a name.',
  'template.stale': 'The template was changed in the meantime.',
  'template.does-not-fit': (d) => `Nobody could go through the template so. ${problem(d('problem'))}: ${[d('at'), d('other')].filter(Boolean).join(' → ') || '–'}.`,
  'checklist.not-found': 'This checklist is not here any more.',
  'checklist.partner-not-approved': (d) => `${d('partner')} is not approved yet (${status(d('status'))}). Onboarding begins after that.`,
  'checklist.running-already': (d) => `${d('partner')} is going through “${d('name')}” already.`,
  'checklist.not-running': 'This checklist has ended. What is on record stays.',
  'task.not-found': 'The checklist has no such task.',
  'task.blocked': (d) => `${task(d)} is blocked${d('waitsEn') === '' ? ': its stage is not open yet, or somebody holds it up' : `. It waits for: ${d('waitsEn')}`}.`,
  'task.not-applicable': (d) => `${task(d)} does not apply to this partner.`,
  'task.done-already': (d) => `${task(d)} is done already.`,
  'task.not-waiting': (d) => `${task(d)} does not wait for an approval.`,
  'task.nothing-to-revoke': (d) => `${task(d)} is not done, so there is nothing to revoke.`,
  'task.reason-missing': 'Say why.',
  'task.evidence-missing': (d) => `${task(d)} needs evidence before it is done.`,
  'task.acceptance-missing': (d) => `${task(d)} is done by an acceptance of the version that counts today, and none is on record. Put the acceptance on record with the agreement.`,
  'task.certificate-missing': (d) => `${task(d)} is done by a certificate, and none that counts today is on record. Put the certificate on record under training.`,
  'task.assignee-unknown': (d) => `${d('partner')} has no such contact.`,
  'activation.stale': (d) => `Something happened to the checklist of ${d('partner')} since you opened it. Look again before you decide.`,
  'activation.gate-not-met': (d) => `${d('partner')} cannot become active yet: ${requirements(d('unmet'))}${d('missingEn') === '' ? '' : `. Missing: ${d('missingEn')}`}.`,
  'partner.still-holds': (d) => `${d('partner')} still holds: leads ${d('leads')}, registrations ${d('registrations')}, opportunities ${d('opportunities')}, customers ${d('accounts')}, quotes ${d('quotes')}, checklists ${d('checklists')}, joint plans ${d('plans')}. Say who takes them over.`,
  'partner.in-conflict-case': (d) => `The deal with ${d('company')} is in a conflict case. Decide that first.`,
  'partner.successor-not-active': 'Only another active partner can take over.',
  'partner.access-stopped': (d) => `Access of ${d('partner')} was stopped because something was revoked in a checklist. Put that in order first.`,
  'partner.checklist-open': (d) => `${d('partner')} is going through a checklist. It becomes active by the decision there.`,
  'import.partners-active': (d) => `Partners that come in as active before: ${d('rows')}. No checklist stands behind them.`,
  'partner.checklist-closed': (d) => `The checklist of ${d('partner')} was closed without a decision to activate. Begin one again and decide there.`,
} satisfies Record<string, RefusalSentence>
