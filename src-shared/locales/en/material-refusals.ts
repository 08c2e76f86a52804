import type { RefusalSentence } from '../refusal-sentence.ts'
import { material } from './material.ts'

const language = (code: string): string => material.languages[code as keyof typeof material.languages] ?? code
const field = (code: string): string => material.fields[code as keyof typeof material.fields] ?? code
const kind = (code: string): string => material.kinds[code as keyof typeof material.kinds] ?? code
const part = (code: string): string => material.parts[code as keyof typeof material.parts] ?? code
/** What turns the direction of writing would turn the sentence, too. */
const visible = (name: string): string => name.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�')

/** Refusals of local material and of files that others will open. */
export const materialRefusals = {
  'material.not-found': 'This material is not here any more.',
  'material.stale': (d) => `Somebody else changed this in the meantime (${language(d('language')) || field(d('field'))}). Look again and change it anew.`,
  'material.not-ready-made': (d) => `There is no ready-made text for “${kind(d('kind'))}”.`,
  'material.place-unknown': (d) => `There is no place “${d('value')}”.`,
  'material.dates-reversed': 'It would end before it begins.',
  'material.part-out-of-place': (d) => `“${kind(d('kind'))}” has no ${part(d('part')).toLowerCase()}.`,
  'material.text-missing': (d) => `A file goes with a text: write one in ${language(d('language'))} first.`,
  'material.published': 'Partners see it already.',
  'material.not-published': 'It is not published, so nobody sees it.',
  'material.not-a-draft': 'What was published is withdrawn, not removed.',
  'material.nothing-written': 'Write it in one language at least.',
  'material.body-missing': (d) => `“${d('title')}” (${language(d('language'))}) has neither a text nor a file.`,
  'material.parts-missing': (d) => `“${d('title')}” (${language(d('language'))}) has no questions or phases yet.`,
  'material.reply-missing': (d) => `“${d('title')}” (${language(d('language'))}) has no answer yet.`,
  'material.criteria-missing': (d) => `Say when the phase “${d('title')}” (${language(d('language'))}) is over.`,
  'material.file-missing': 'No file goes with this text.',
  'material.file-not-here': (d) => `“${d('name')}” has not reached this desk yet. It comes with the next sync.`,
  'file.name-unsafe': (d) => `“${visible(d('name'))}” is no name for a file everywhere: it has folders, hidden marks, or is kept for a device. Rename it.`,
  'file.type-differs': (d) => `“${d('name')}” is not what its name says: it is a .${d('ending')} file.`,
  'file.damaged': (d) => `“${d('name')}” is damaged.`,
  'file.two-in-one': (d) => `Something else is hidden behind the end of “${d('name')}”. Save it anew and choose it again.`,
  'file.locked': (d) => `“${d('name')}” is protected by a password, so nobody can look into it.`,
  'file.active-content': (d) => `“${d('name')}” does things by itself: macros, scripts, formulas or embedded files are not taken.`,
  'file.unpacks-too-large': (d) => `“${d('name')}” unpacks to far more than a document of its size.`,
} satisfies Record<string, RefusalSentence>
