import type { RefusalSentence } from '../refusal-sentence.ts'

const quoted = (value: string): string => (value === '' ? 'this value' : `“${value}”`)

/** Refusals of merging accounts. */
export const accountRefusals = {
  'account.merge-with-itself': 'An account is not merged with itself.',
  'account.merged-already': (d) => `${quoted(d('name'))} was merged into ${quoted(d('into'))} in the meantime. Go on with that one.`,
  'account.merge-numbers-differ': (d) => `${quoted(d('name'))} and ${quoted(d('other'))} have two corporate numbers: they are two companies. Let one lie above the other instead.`,
} satisfies Readonly<Record<string, RefusalSentence>>
