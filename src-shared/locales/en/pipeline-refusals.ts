import type { RefusalSentence } from '../refusal-sentence.ts'
import { opportunities } from './opportunities.ts'
import { pipeline } from './pipeline.ts'

const stage = (code: string): string => opportunities.stages[code as keyof typeof opportunities.stages] ?? code
const kind = (code: string): string => pipeline.attributions[code as keyof typeof pipeline.attributions] ?? code
const quoted = (value: string): string => (value === '' ? 'this value' : `“${value}”`)
const kinds: Readonly<Record<string, string>> = { accounts: 'accounts', products: 'products', teams: 'salespeople with their teams' }

/** Refusals of what is done about opportunities: activities, credits, delivered projects; and what is said of their import. */
export const pipelineRefusals = {
  'activity.not-found': 'This activity is not here any more.',
  'activity.due-date': 'A task has a day on which it is due; nothing else has one.',
  'activity.not-a-task': 'Only a task can be done.',
  'attribution.stale': 'Somebody else has credited partners meanwhile. Look at what they wrote and do it again.',
  'attribution.named-twice': (d) => `A partner is credited twice as ${quoted(kind(d('kind')))}.`,
  'attribution.over-whole': (d) => `That is ${d('percent')}% together. An amount is credited once: 100% at most.`,
  'project.not-won': (d) => `Only what was won is delivered; this is at ${quoted(stage(d('stage')))}.`,
  'project.registered-already': 'This is registered as delivered already.',
  'project.in-future': 'The day of delivery is still to come.',
  'import.companion-read': (d) => `${d('file')}: ${d('rows')} ${kinds[d('kind')] ?? d('kind')} taken from it.`,
  'import.companion-unknown': (d) => `${d('file')} is no list of accounts, products or sales teams and was not read.`,
  'import.product-read-as': (d) => `${quoted(d('written'))} (rows: ${d('rows')}) was read as ${quoted(d('product'))}: they differ only in blanks, case or punctuation.`,
  'import.stage-read-as': (d) => `${quoted(d('written'))} (rows: ${d('rows')}) was read as the stage ${quoted(stage(d('stage')))}.`,
  'import.amount-from-list-price': (d) => `Open opportunities without an amount in the file got their product’s list price: ${d('rows')}.`,
  'import.deal-overlaps': (d) => `${quoted(d('company'))}: others are with this customer already (${d('others')}). Look at it before it is submitted.`,
  'opportunity.account-unknown': (d) => `There is no account ${quoted(d('value'))}. Import the accounts first, or add their file beside this one.`,
  'opportunity.account-ambiguous': (d) => `Several accounts are called ${quoted(d('value'))}.`,
  'opportunity.product-unknown': (d) => `${quoted(d('value'))} is no product of the list.`,
} satisfies Record<string, RefusalSentence>
