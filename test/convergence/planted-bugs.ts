/** Bugs that are put in on purpose, one at a time, from outside of the program: each must be caught. */
export const plantedBugs = {
  'version-at-begin': 'a version is taken when a transaction begins, not when it commits',
  'pages-before-complete': 'a page is applied before the pull is complete',
  'old-scope-not-logged': 'a change is logged under the new scope of its row alone',
  'compaction-forgets-scopes': 'folding changes together keeps the scopes of the newest alone',
  'no-dedup': 'a command that comes again is run again',
  'stale-answer-accepted': 'the answer to an earlier pull is taken for the present one',
  'refusal-keeps-seq': 'a refusal does not count the command as answered',
  'no-restore': 'the server’s rows are put in without the shadows being put back first',
  'transient-is-permanent': 'a passing fault of the database ends a command',
  'asked-rows-slip-in': 'rows that a pending command had asked about are put in without doing it again',
} as const
export type PlantedBug = keyof typeof plantedBugs
