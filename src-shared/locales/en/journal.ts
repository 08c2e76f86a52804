import { countingIn } from '../counting.ts'

const { n } = countingIn('en')

export const journal = {
  title: 'Activity',
  empty: 'Nothing has been imported or assigned yet',
  emptyDetail: 'Imports and runs of the rules appear here, each of which can be taken back.',
  historyEmpty: 'No changes recorded',
  batch: {
    import: (subject: string) => `Import of ${subject}`,
    assignment: 'Run of the assignment rules',
    rows: (count: number) => (count === 1 ? '1 record' : `${n(count)} records`),
    states: { running: 'Running', done: 'Done', undoing: 'Being undone', undone: 'Undone' },
    undo: 'Undo',
    undoing: (label: string) => `Undoing: ${label}`,
    undone: (label: string) => `Took back: ${label}`,
  },
  undo: 'Undo this change',
  undone: 'Undone',
  partOfBatch: 'part of an import or run',
  noValue: 'empty',
  events: {
    'lead.created': 'Added',
    'lead.edited': 'Edited',
    'lead.stage-set': 'Moved to another stage',
    'lead.assigned-manually': 'Assigned by a person',
    'lead.released-to-rules': 'Released to the rules',
    'partner.created': 'Added',
    'partner.edited': 'Edited',
    'partner.status-set': 'Moved to another status',
    'territory.created': 'Added',
    'territory.edited': 'Edited',
    'territory.removed': 'Removed',
    'rule.created': 'Rule added',
    'rule.edited': 'Rule edited',
    'rule.removed': 'Rule removed',
    'change.undone': 'Taken back',
  } as Readonly<Record<string, string>>,
  commands: {
    'imports.appendRows': 'Imported',
    'assignment.applyDecisions': 'Assigned by the rules',
    'leads.assignManually': 'Assigned by a person',
    'journal.undo': 'Taken back',
    'journal.undoPart': 'Taken back',
    'leads.releaseToRules': 'Released to the rules',
  } as Readonly<Record<string, string>>,
  otherChange: 'Changed',
}
