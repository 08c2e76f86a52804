import { countingIn } from '../counting.ts'

const { counted } = countingIn('en')

export const material = {
  title: 'Local material',
  empty: 'No material yet',
  emptyDetail: 'Write news, notes, questions and the sales process in each language, and say for which partners they are.',
  gone: 'This material is not here any more',
  untitled: 'Without a title',
  kinds: { news: 'Product news', salesProcess: 'Sales process', faq: 'Questions and objections', taxNote: 'Tax note', pricingNote: 'Pricing note', demo: 'Demo', caseStudy: 'Case study', collateral: 'Collateral' },
  states: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
  languages: { en: 'English', ja: 'Japanese', es: 'Spanish' },
  parts: { question: 'Question', objection: 'Objection', phase: 'Phase' },
  fields: {
    title: 'Title', kind: 'Kind', state: 'State', missing: 'Missing languages', places: 'Places', territoryId: 'Territory', partnerTypes: 'Partner types', tiers: 'Tiers', products: 'Products', validFrom: 'From', validTo: 'To', pinned: 'Pinned', place: 'Order',
    publishedAt: 'Published', publishedByName: 'Published by', updatedAt: 'Edited', en: 'English text', ja: 'Japanese text', es: 'Spanish text', headings: 'Headings',
  },
  views: { published: 'Published', drafts: 'Drafts', withoutJapanese: 'Without Japanese', withoutSpanish: 'Without Spanish', all: 'All' },
  tabs: { audience: 'For whom', texts: 'Texts', history: 'History' },
  yes: 'Yes',
  no: 'No',
  everybody: 'Every partner',
  complete: 'None',
  territoryGone: 'A territory that is gone: nobody sees this',
  add: { places: 'Add a country', regions: 'Add a region', partnerTypes: 'Add a type', tiers: 'Add a tier', products: 'Add a product' },
  any: 'Any',
  actions: { create: 'New material', edit: 'Edit texts', publish: 'Publish', withdraw: 'Withdraw', discard: 'Discard draft', preview: 'Home page of a partner', previewOf: 'See the partner’s home page', back: 'Back to the list', print: 'Print', save: 'Save file', attach: 'Choose a file', removeFile: 'Take the file away', removeText: 'Remove this text', saveText: 'Save text', startOver: 'Discard changes' },
  form: { title: 'New material', kind: 'Kind', language: 'Language', heading: 'Title', readyMade: 'Begin with the ready-made sales process', submit: 'Add material' },
  editor: {
    heading: 'Title', body: 'Text', part: 'Heading', reply: 'Answer', objectionReply: 'Reply', phaseText: 'What happens', criteria: 'Exit criteria, one a line', add: { question: 'Add a question', objection: 'Add an objection', phase: 'Add a phase' }, removePart: 'Remove', none: 'No text yet', begin: 'Begin a text', copyFrom: (language: string) => `Copy from ${language}`,
    unsaved: 'Not saved', limits: (size: string) => `PDF, PNG, JPEG, text, CSV, Word, Excel or PowerPoint without macros, up to ${size}.`,
    file: (name: string, size: string) => `${name} (${size})`, notHere: 'The file has not reached this desk yet',
  },
  page: {
    title: 'Home page of a partner', partner: 'Partner', language: 'Language', choose: 'Choose a partner to see what it sees', own: 'The partner’s own', day: (when: string) => `As of ${when}`,
    none: 'There is no published material for this partner', closed: 'This partner may not look at material', closedDetail: 'It is neither approved, in onboarding, nor active.', until: (when: string) => `Until ${when}`, pieces: (count: number) => counted(count, '# piece', '# pieces'),
    fallback: (shown: string, wanted: string) => `Shown in ${shown}: no ${wanted} text yet`, fileIn: (language: string) => `File in ${language}`, why: 'Why it is shown', criteria: 'Before the next phase',
  },
  reasons: { everybody: 'For every partner', place: (place: string) => `Place: ${place}`, territory: (name: string) => `Territory: ${name}`, type: (type: string) => `Type: ${type}`, tier: (tier: string) => `Tier: ${tier}`, product: (code: string) => `Product: ${code}` },
  said: {
    created: (title: string) => `“${title}” added`, edited: 'For whom it is was changed', written: (title: string) => `“${title}” saved`, removed: 'Text removed', attached: (name: string) => `“${name}” attached`, fileRemoved: 'File taken away', saved: (name: string) => `“${name}” saved`,
    published: (title: string) => `“${title}” published`, withdrawn: (title: string) => `“${title}” withdrawn`, discarded: (title: string) => `“${title}” discarded`,
  },
}
