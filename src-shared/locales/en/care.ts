import { countingIn } from '../counting.ts'

const { counted } = countingIn('en')

export const care = {
  title: 'Care',
  pages: { today: 'Today', partners: 'Partners', dark: 'Signs of life' },
  partner: 'Care of a partner',
  gone: 'This partner is not here any more',
  empty: 'No partners yet',
  emptyDetail: 'Partners that are here are looked after on this page.',
  todayEmpty: 'Nothing is due',
  todayEmptyDetail: 'Check-ins, next steps and reviews that are due are listed here.',
  badge: 'Check-ins that are due or overdue',
  more: (count: number) => counted(count, '# more', '# more'),
  parts: { checkIns: 'Check-ins', first: 'Never checked in with', steps: 'Next steps', reviews: 'Quarterly reviews' },
  fields: {
    careState: 'Check-in', dueOn: 'Next check-in', lastHeldOn: 'Last check-in', mood: 'How it goes', everyDays: 'Own cadence (days)', pausedReason: 'Reason of the pause', planState: 'Joint plan', openSteps: 'Open next steps',
    heldOn: 'Held on', talkedAbout: 'What was talked about', nextStep: 'Next step', nextStepOn: 'By when', until: 'Paused until', untilHint: 'Left empty: until somebody takes it up again', language: 'Language',
    title: 'Title', startsOn: 'From', endsOn: 'To', goals: 'Goals', goal: 'Goal', measure: 'Measured by', target: 'Target', side: 'Owner', approvedBy: 'Who approves for the partner', approvedOn: 'Approved on', means: 'How',
    quarter: 'Quarter', agenda: 'Agenda', decisions: 'Decisions', decisionsHint: 'One a line', actions: 'Next actions', houseNote: 'Note for the house', houseNoteHint: 'Never on a partner’s paper', competence: 'Competence', text: 'Note', notedOn: 'Day',
    checkInDays: 'Days from one check-in to the next', darkDays: 'Dark after so many days without a sign', fiscalStart: 'Fiscal year begins in month',
  },
  states: { overdue: 'Overdue', due: 'Due today', first: 'Never yet', ahead: 'In time', paused: 'Paused', away: 'On leave', resting: 'Not active' },
  late: (days: number) => counted(days, '# working day late', '# working days late'),
  moods: { good: 'Good', mixed: 'Mixed', poor: 'Poor' },
  competences: { planning: 'Planning', finance: 'Finance', coaching: 'Coaching', logistics: 'Logistics', valueAddedServices: 'Value-added services', compliance: 'Legal compliance' },
  planStates: { draft: 'Draft', locked: 'Locked for approval', returned: 'Returned', approved: 'Approved', active: 'Active', closed: 'Closed' },
  reviewStates: { open: 'Open', held: 'Held' },
  measures: { leadsAccepted: 'Leads accepted', registrations: 'Deals registered', wonDeals: 'Deals won', certificates: 'Valid certificates', other: 'Not counted' },
  sides: { vendor: 'We', partner: 'Partner', both: 'Both' },
  means: { signature: 'Signature', mail: 'E-mail', meeting: 'In a meeting' },
  signs: { lead: 'Lead accepted', registration: 'Deal registered', quote: 'Quote', checkIn: 'Check-in' },
  dark: {
    title: 'Dark partners', none: 'No partner is dark', noneDetail: (days: number) => `Something was heard of every active partner within ${counted(days, '# day', '# days')}.`, never: 'Nothing was ever heard of it', silent: (days: number) => counted(days, 'silent for # day', 'silent for # days'), last: (sign: string, when: string) => `${sign}, ${when}`,
  },
  firstDeal: {
    title: 'Time to first deal', none: 'No partner that was activated has had a deal yet', explained: 'From activation to the first approved registration or won opportunity; medians in days.', median: (days: string) => `${days} days`, of: (partners: number) => counted(partners, '# partner', '# partners'), waiting: (partners: number) => counted(partners, '# still without one', '# still without one'), byType: 'By type', byTerritory: 'By territory', noTerritory: 'No territory',
  },
  cadence: { own: (days: number) => counted(days, 'every day', 'every # days'), company: (days: number) => `as the company: ${counted(days, 'every day', 'every # days')}`, next: (when: string) => `next on ${when}`, paused: (reason: string) => `Paused: ${reason}`, pausedUntil: (reason: string, when: string) => `Paused until ${when}: ${reason}` },
  timeline: { title: 'Check-ins', none: 'No check-in yet', skipped: 'Skipped', voided: 'Void', by: (name: string) => `by ${name}`, stepDone: (when: string) => `done on ${when}` },
  reviews: { title: 'Quarterly reviews', none: 'No review yet', figures: 'Figures', figuresNow: 'As of now; they are kept as they are shown when the review is held.', figuresThen: (when: string) => `As shown on ${when}` },
  figures: {
    leadsAccepted: 'Leads accepted', registrations: 'Deals registered', wonDeals: 'Deals won', openDeals: 'Open opportunities', checkIns: 'Check-ins', openTasks: 'Open tasks', goals: 'Results against the plan', certificates: 'Certificates about to end', agreements: 'Agreements to be accepted', none: 'none',
    reached: (reached: string, target: string) => `${reached} of ${target}`, notCounted: 'not counted', ends: (person: string, course: string, when: string) => `${person}: ${course}, ${when}`,
  },
  notes: { title: 'Coaching notes', none: 'No note yet', house: 'For the house only: on no paper and in no export of a partner.' },
  plans: { title: 'Joint plan', none: 'No plan yet', version: (version: number) => `version ${version}`, noGoals: 'No goals yet', lockedBy: (name: string, when: string) => `Locked by ${name} on ${when}. Nobody edits it until the partner has answered.`, returned: (reason: string) => `Returned: ${reason}`, approvedBy: (name: string, when: string, means: string) => `Approved by ${name} on ${when} (${means})`, closed: (reason: string) => `Closed: ${reason}`, earlier: 'Earlier versions' },
  views: { due: 'Due', all: 'Active partners', paused: 'Paused', poor: 'Going poorly' },
  actions: {
    open: 'Open', back: 'Back', checkIn: 'Check in', skip: 'Skip a check-in', pause: 'Pause check-ins', resume: 'Take up again', cadence: 'Cadence', voidCheckIn: 'Void', finishStep: 'Done', addNote: 'Coaching note', removeNote: 'Remove note',
    openReview: 'Prepare a review', holdReview: 'Put on record as held', discardReview: 'Discard', printReview: 'Print the review', newPlan: 'New plan', newVersion: 'New version', editPlan: 'Edit the plan', discardPlan: 'Discard the draft', lockPlan: 'Lock for approval', approvePlan: 'Partner approves', returnPlan: 'Return', activatePlan: 'Make it active', closePlan: 'Close the plan', printPlan: 'Print the plan',
    terms: 'Settings of care', print: 'Print', save: 'Save', addGoal: 'Add a goal', addAction: 'Add an action', remove: 'Remove',
  },
  said: {
    checkedIn: (partner: string) => `Check-in with ${partner} put on record`, skipped: (partner: string) => `Check-in with ${partner} skipped`, paused: (partner: string) => `Check-ins with ${partner} paused`, resumed: (partner: string) => `Check-ins with ${partner} taken up again`, cadence: (partner: string) => `Cadence of ${partner} changed`, voided: 'Check-in voided', stepDone: 'Next step done', noteAdded: 'Coaching note added', noteRemoved: 'Coaching note removed',
    reviewOpened: (quarter: string) => `Review of ${quarter} prepared`, reviewSaved: 'Review saved', reviewHeld: (quarter: string) => `Review of ${quarter} put on record`, reviewDiscarded: 'Review discarded', planDrafted: 'Plan drafted', planSaved: 'Plan saved', planDiscarded: 'Draft discarded', planLocked: 'Plan locked for the partner’s approval', planApproved: 'Approval put on record', planReturned: 'Plan returned', planActive: 'Plan is active', planClosed: 'Plan closed', terms: 'Settings of care changed',
  },
  sheet: { plan: 'Joint plan', review: 'Quarterly review', period: (from: string, to: string) => `${from} – ${to}`, held: (when: string) => `Held on ${when}`, approved: (name: string, when: string) => `Approved by ${name} on ${when}`, draft: 'Not approved yet', due: 'By', we: 'We', you: 'You', both: 'Both of us', none: 'None' },
}
