import { countingIn } from '../counting.ts'

const { n, counted } = countingIn('en')

export const recruiting = {
  title: 'Recruiting',
  empty: 'Nobody has applied yet',
  emptyDetail: 'Take down a company that wants to become a partner, or one that you would like to have.',
  gone: 'This application is not here any more',
  erasedName: 'Erased applicant',
  fields: {
    company: 'Company', companyEn: 'Name in Latin script', corporateNumber: 'Corporate number', website: 'Web site', domain: 'Web domain', country: 'Country', region: 'Region', city: 'City', postcode: 'Postcode', address: 'Address',
    employees: 'Employees', partnerType: 'Wants to be', industries: 'Industries', languages: 'Languages', products: 'Products', source: 'Source', referredBy: 'Recommended by', persons: 'People', answers: 'Answers', notes: 'Notes', profileId: 'Profile',
    status: 'Status', receivedAt: 'Received', vetter: 'Vetted by', vettingAt: 'Vetting since', decidedBy: 'Decided by', decidedAt: 'Decided', declineReason: 'Reason', reasonForApplicant: 'Told to the applicant', reasonForHouse: 'For the house alone',
    partnerId: 'Partner', retentionUntil: 'Kept until', erasedAt: 'Erased', importId: 'Import',
  },
  statuses: { applicant: 'Applicant', vetting: 'Vetting', approved: 'Approved', declined: 'Declined' },
  sources: { referral: 'Referral', inbound: 'Inbound', outbound: 'Outbound' },
  declineReasons: {
    profile: 'Does not fit the profile', region: 'Enough partners in its region', capacity: 'Nobody to look after it', conflict: 'Conflict with another partner', unverified: 'Could not be verified', duplicate: 'Has applied already', withdrawn: 'Withdrew', other: 'Another reason',
  },
  views: { open: 'Open', all: 'All applications', declined: 'Declined' },
  tabs: { vetting: 'Vetting', details: 'Details', history: 'History' },
  groups: { company: 'Company', wants: 'What it wants', people: 'People', decision: 'Decision', notes: 'Notes' },
  list: 'List',
  board: { title: 'Recruit board', open: 'Board', none: 'Nobody', more: (count: number) => `${n(count)} more in the list` },
  actions: { create: 'New application', vetting: 'Start vetting', approve: 'Approve', decline: 'Decline', reopen: 'Take up again', eraseNow: 'Erase now', profiles: 'Partner profiles', keep: 'Erase what is due', addPerson: 'Add a person', removePerson: (name: string) => `Remove ${name}` },
  standing: {
    kept: (when: string) => `What it wrote is kept until ${when}, then erased`,
    erased: (when: string) => `Everything personal was erased ${when}. Country, source and outcome are kept.`,
    became: (partner: string) => `Became ${partner}`,
  },
  form: { title: 'New application', description: 'The company and how it came are enough; the rest can be filled in while it is vetted.', person: 'Who writes', personName: 'Name', personEmail: 'E-mail', personPhone: 'Telephone', personRole: 'Role', addLanguage: 'Add a language', addProduct: 'Add a product', addIndustry: 'Add an industry', none: 'None said', submit: 'Add application' },
  vetting: {
    title: 'What there is to check', fit: 'Fit', beside: 'Side by side', applicant: 'Applicant', evidence: 'Why it may be the same',
    checks: {
      company: { fine: 'It names its company', stops: 'It names no company' },
      country: { fine: 'Its country is known', stops: 'Its country is not known; a partner is of a country' },
      person: { fine: 'There is somebody to write to', asks: 'There is nobody to write to' },
      mailDomain: { fine: 'The mail comes from the company’s own domain', asks: 'The mail does not prove the company' },
      corporateNumber: { fine: 'Nothing is wrong with the corporate number', asks: 'The corporate number is not a valid one' },
      referral: { fine: 'It is known how it came', asks: 'It was recommended, and nobody says by whom' },
      partner: { fine: 'No partner is like it', asks: 'It may be a partner already' },
      application: { fine: 'It has not applied before', asks: 'It may have applied before' },
      customer: { fine: 'No customer is like it', tells: 'It may be a customer: it has two records then, one as a customer and one as a partner' },
      lead: { fine: 'No lead is like it', tells: 'It may be a lead' },
    },
    mail: { none: 'No mail address is given', shared: (domain: string) => `${domain} is a mail provider that anybody can use`, other: (domain: string) => `It comes from ${domain}, not from the web site’s domain` },
    twins: { partner: 'Partner', application: 'Application', account: 'Account', lead: 'Lead' },
  },
  fit: {
    percent: (percent: string) => `${percent} of the points`, fits: 'Fits', misses: 'Misses what is required', none: 'No profile is in force', noneDetail: 'A profile says which partner you would like to have. Applicants are measured by it.',
    states: { met: 'Met', unmet: 'Not met', unknown: 'Not said' }, required: 'required', points: (weight: number) => counted(weight, '# point', '# points'), has: (has: string) => `has ${has}`,
    kinds: { country: 'Country', partnerType: 'Type of partner', industry: 'Industry', language: 'Language', product: 'Product', source: 'Source', employees: 'Employees' },
    employees: (from: string, to: string) => (from === '' ? `at most ${to}` : to === '' ? `at least ${from}` : `${from} to ${to}`),
  },
  approving: {
    title: (company: string) => `Approve ${company}?`, description: 'It becomes a partner in status Approved; its people are added and may not act yet.', who: 'Which partner', newPartner: 'A new partner', searching: 'Looking for partners like it …', code: 'Code', codeHint: 'Short and unique: files refer to it', type: 'Type', tier: 'Tier',
    separate: 'It is a company of its own, though a partner is like it', separateHint: 'A subsidiary or another country’s: two records', submit: 'Approve',
  },
  declining: {
    title: (company: string) => `Decline ${company}?`, description: 'From now on the retention clock runs. When it ends, everything personal is erased, also out of the history.', reason: 'Reason', forApplicant: 'Told to the applicant', forHouse: 'For the house alone', days: 'Kept for days', daysHint: 'Long enough for an objection, no longer', submit: 'Decline',
  },
  erasing: { title: (company: string) => `Erase what ${company} wrote?`, description: 'This cannot be undone. Country, source and outcome are kept.', submit: 'Erase' },
  profiles: {
    title: 'Partner profiles', create: 'New profile', edit: 'Edit profile', remove: 'Remove profile', empty: 'No profile yet', emptyDetail: 'Say which partner you would like to have, criterion by criterion. Applicants are measured by it, and see no number that is not explained.',
    name: 'Name', description: 'Description', criteria: 'Criteria', addCriterion: 'Add a criterion', removeCriterion: 'Remove this criterion', kind: 'Criterion', any: 'One of', from: 'At least', to: 'At most', weight: 'Points', required: 'Required', inForce: 'In force', off: 'Off', save: 'Save', add: 'Add', criteriaMissing: 'Add at least one criterion, and fill in each',
    said: { created: (name: string) => `Profile “${name}” added`, edited: (name: string) => `Profile “${name}” changed`, removed: (name: string) => `Profile “${name}” removed` },
  },
  said: {
    created: (company: string) => `Application of ${company} added`, edited: (field: string, company: string) => `${field} of “${company}” changed`, vetting: (company: string) => `${company} is being vetted`,
    approved: (company: string) => `${company} is approved`, joined: (company: string, partner: string) => `${company} was joined to ${partner}`, declined: (company: string, until: string) => `${company} is declined; what it wrote is kept until ${until}`, reopened: (company: string) => `${company} is taken up again`, erased: 'Erased', kept: (count: string) => `Erased: ${count}`,
  },
}
