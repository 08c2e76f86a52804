export const documents = {
  title: 'Documents',
  empty: 'No templates yet',
  emptyDetail: 'Without a template a document has the company’s name alone. Add one for each kind and language that you send.',
  kinds: { proposal: 'Proposal', orderForm: 'Order form' },
  tabs: { templates: 'Templates', clauses: 'Terms' },
  fields: {
    name: 'Name', kind: 'Kind', language: 'Language', preferred: 'Used first', title: 'Title', accent: 'Colour', sender: 'Sender', opening: 'Before the lines', closing: 'At the end', footer: 'Foot of each page',
    era: 'Years of the Japanese eras', seal: 'Space for the seal', heading: 'Heading', text: 'Text', kinds: 'Kinds', countries: 'Only in', exceptCountries: 'Not in', place: 'Order', enabled: 'In use',
  },
  hints: {
    title: 'Leave it empty for the usual one.', sender: 'The company’s name first, then the address, line by line.', accent: 'Of headings and rules, as #rrggbb.',
    placeholders: (names: string) => `In braces these are filled in: ${names}.`, countries: 'Country codes, separated by commas. Empty: everywhere.',
  },
  actions: { newTemplate: 'New template', newClause: 'New term', remove: 'Remove', preview: 'Preview document…', save: 'Save', saveAs: (format: string) => `Save as ${format}` },
  noClauses: 'No terms yet',
  preview: {
    title: (name: string) => `Document of “${name}”`, kind: 'Kind', language: 'Language', pages: (count: number) => (count === 1 ? '1 page' : `${count} pages`), page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    draft: 'Marked as a draft until the quote may be sent.', loading: 'Laying out',
  },
  said: {
    saved: (name: string) => `“${name}” saved`, created: (name: string) => `“${name}” added`, removed: (name: string) => `“${name}” removed`, written: (name: string) => `${name} written`,
  },
  /** What stands on paper. */
  paper: {
    titles: { proposal: 'Quote', orderForm: 'Order Form' },
    draft: 'DRAFT',
    attention: (name: string) => `Attn. ${name}`,
    number: 'Number', otherNumber: 'Previously', subject: 'Subject', date: 'Date', validUntil: 'Valid until', sellerNumber: 'Tax registration', buyerNumber: 'Your tax registration',
    headline: (taxed: boolean): string => (taxed ? 'Total with tax' : 'Total'),
    columns: { place: 'No.', item: 'Item', quantity: 'Quantity', unitPrice: 'Unit price', discount: 'Discount', tax: 'Tax', amount: { exclusive: 'Amount without tax', inclusive: 'Amount with tax' } },
    units: { piece: { one: 'piece', other: 'pieces' }, set: { one: 'set', other: 'sets' }, user: { one: 'user', other: 'users' }, seat: { one: 'seat', other: 'seats' }, licence: { one: 'licence', other: 'licences' }, site: { one: 'site', other: 'sites' }, hour: { one: 'hour', other: 'hours' }, day: { one: 'day', other: 'days' }, month: { one: 'month', other: 'months' }, year: { one: 'year', other: 'years' } },
    term: (from: string, to: string) => `${from} – ${to}`,
    carriedOver: 'Carried forward', carriedFrom: 'Brought forward',
    subtotal: 'Subtotal', discount: 'Discount', taxable: (rate: string) => `Taxable at ${rate}`, taxOf: (rate: string) => `Tax at ${rate}`, net: 'Total without tax', taxTotal: 'Tax', gross: 'Total with tax',
    tax: 'Tax', reverseCharge: (number: string) => `Reverse charge: the recipient of the service owes the tax${number === '' ? '' : ` (${number})`}.`,
    notes: 'Notes', seal: 'Seal',
    acceptance: { title: 'Acceptance', text: 'We order what is stated above at the prices and on the terms stated.', fields: ['Company', 'Name and position', 'Date', 'Signature'] },
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
}
