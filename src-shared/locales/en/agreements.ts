import { countingIn } from '../counting.ts'

const { counted } = countingIn('en')

export const agreements = {
  title: 'Agreements',
  empty: 'No agreements yet',
  emptyDetail: 'Write what partners accept, in each language; an acceptance is bound to exactly the text that was before them.',
  kinds: { reseller: 'Reseller agreement', confidentiality: 'Confidentiality', dataProtection: 'Data protection', program: 'Program terms' },
  states: { accepted: 'Accepted', acceptAgain: 'To be accepted again', missing: 'Not accepted', unpublished: 'Nothing to accept yet' },
  versionStates: { draft: 'Draft', published: 'Published' },
  means: { signature: 'Signed on paper', eSignature: 'Electronic signature', click: 'Accepted on screen' },
  version: (version: number) => `Version ${version}`,
  effective: (when: string) => `counts from ${when}`,
  publishedBy: (name: string, when: string) => `published by ${name}, ${when}`,
  acceptAgain: 'To be accepted again by whoever accepted an earlier version',
  accepted: (count: number) => counted(count, '# acceptance', '# acceptances'),
  by: (person: string, when: string) => `${person}, ${when}`,
  exactly: (version: number, language: string) => `Version ${version}, ${language}`,
  hash: (hash: string) => `Text ${hash}`,
  voided: (reason: string) => `Void: ${reason}`,
  none: 'No agreement is for this partner',
  before: 'Accepted before',
  noVersions: 'No versions yet',
  actions: { create: 'New agreement', draft: 'Next version', edit: 'Edit draft', publish: 'Publish', discard: 'Discard draft', accept: 'Put acceptance on record', void: 'Void', read: 'Read' },
  form: { title: 'New agreement', code: 'Code', name: 'Name', kind: 'Kind', countries: 'Countries', partnerTypes: 'Types', any: 'Any', addCountry: 'Add a country', addType: 'Add a type', submit: 'Add agreement' },
  versionForm: { title: (name: string) => `Next version of ${name}`, texts: 'Texts', language: 'Language', heading: 'Title', text: 'Text', addLanguage: 'Add a language', removeLanguage: 'Remove this language', acceptAgain: 'Has to be accepted again', effectiveOn: 'Counts from', effectiveHint: 'Empty: from the day it is published', note: 'What has changed', save: 'Save draft' },
  publishing: { title: (name: string, version: number) => `Publish version ${version} of ${name}?`, description: 'What is published stays as it is. Whoever accepts it is bound to exactly this text.', submit: 'Publish' },
  accepting: { title: (name: string) => `Acceptance of ${name}`, language: 'Language that was accepted', person: 'Who accepted', somebody: 'Somebody else', personName: 'Name', acceptedOn: 'Accepted on', means: 'How', proof: 'Where the proof is', submit: 'Put on record' },
  voiding: { title: 'Void this acceptance?', reason: 'Reason', submit: 'Void' },
  reading: (title: string) => `Text: ${title}`,
  said: { created: (name: string) => `Agreement “${name}” added`, drafted: (name: string) => `Draft of “${name}” saved`, published: (name: string) => `“${name}” published`, discarded: (name: string) => `Draft of “${name}” discarded`, accepted: (name: string) => `Acceptance of “${name}” is on record`, voided: 'Acceptance voided' },
}
