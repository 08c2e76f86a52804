import { countingIn } from '../counting.ts'

const { counted } = countingIn('en')

export const training = {
  title: 'Training',
  empty: 'No certificates yet',
  emptyDetail: 'Open a partner, add its people, and put on record what they have passed.',
  gone: 'This certificate is not here any more',
  fields: {
    person: 'Person', personStatus: 'At the partner', partnerId: 'Partner', course: 'Course', state: 'State', issuedOn: 'Issued', expiresOn: 'Last day', number: 'Number', proof: 'Proof', revokedOn: 'Revoked', revokedReason: 'Reason of the revocation',
    name: 'Name', email: 'E-mail', phone: 'Telephone', role: 'Role', language: 'Language', country: 'Country', region: 'Region', city: 'City', status: 'Status', leftOn: 'Left', notes: 'Notes',
  },
  states: { valid: 'Valid', expiring: 'Expires soon', expired: 'Expired', left: 'Left the partner', revoked: 'Revoked' },
  personStatuses: { pending: 'May not act yet', active: 'Active', left: 'Left' },
  never: 'does not expire',
  views: { watch: 'Expiring', expired: 'Expired', all: 'All certificates' },
  tabs: { people: 'People', history: 'History', certificate: 'Certificate' },
  standing: {
    title: 'Requirements', none: 'No requirement concerns this partner', states: { met: 'Met', expiring: 'Expires soon', missing: 'Missing' },
    of: (held: string, needed: string) => `${held} of ${needed}`, until: (when: string) => `until ${when}`, by: (names: string) => `by ${names}`,
    lapses: { expired: 'expired', left: 'left the partner', revoked: 'revoked', notYet: 'not valid yet' }, lapsed: (name: string, why: string) => `${name}: ${why}`,
    follows: 'Follows what the partner’s people hold', followsHint: 'A requirement asks for it, so it is certified exactly as long as enough people hold it. Assignment goes by that.',
  },
  people: {
    none: 'Nobody is known at this partner yet', certificates: 'Certificates', noCertificates: 'No certificates', leftOn: (when: string) => `Left ${when}`, cannotAct: 'Known, and may not act for the partner yet',
  },
  actions: { addPerson: 'Add a person', editPerson: 'Edit', issue: 'Issue a certificate', leave: 'Has left', join: 'Joins a partner', activate: 'May act', testCentres: 'Test centres', revoke: 'Revoke', program: 'Courses and requirements', gaps: 'Missing requirements', openPartner: 'Open the partner' },
  personForm: { title: 'Add a person', edit: 'Edit person', submit: 'Save' },
  issueForm: { title: (name: string) => `Certificate of ${name}`, expiresHint: 'Left empty, the course says it', submit: 'Put on record' },
  leaveForm: { title: (name: string) => `Has ${name} left?`, description: 'Certificates stay theirs. What the partner needs people for is reckoned anew.', leftOn: 'Last day', submit: 'Has left' },
  joinForm: { title: (name: string) => `Where does ${name} work now?`, description: 'Certificates come along.', submit: 'Joins' },
  revokeForm: { title: (name: string) => `Revoke the certificate of ${name}?`, reason: 'Reason', revokedOn: 'Since', submit: 'Revoke' },
  centres: {
    title: (name: string) => `Test centres near ${name}`, none: 'Nothing is known of where this person works', description: 'By distance along the surface; no network is asked.',
    from: { region: 'Measured from the person’s region', partner: 'Measured from the partner’s place', country: 'Measured from the country' }, kilometres: (km: string) => `${km} km`,
  },
  program: {
    title: 'Courses and requirements', courses: 'Courses', requirements: 'Requirements', createCourse: 'New course', editCourse: 'Edit course', createRequirement: 'New requirement', editRequirement: 'Edit requirement', removeRequirement: 'Remove requirement',
    noCourses: 'No courses yet', noRequirements: 'No requirements yet', code: 'Code', codeHint: 'Rules of assignment refer to it', name: 'Name', description: 'Description', languages: 'Languages', addLanguage: 'Add a language', validMonths: 'Valid for months', validHint: 'Empty: for ever', atTestCentre: 'Examined at a test centre', retired: 'Retired', offered: 'Offered',
    kind: 'Of', kinds: { tier: 'A tier', gate: 'A gate' }, tier: 'Tier', tierHint: 'Counts for all above it as well', gate: 'Gate', gates: { activation: 'Activation', dealRegistration: 'Deal registration', leads: 'Leads', quotes: 'Quotes' }, course: 'Course', count: 'People', countries: 'Countries', partnerTypes: 'Types', any: 'Any', addCountry: 'Add a country', addType: 'Add a type', inForce: 'In force', off: 'Off', save: 'Save', validFor: (months: number) => `valid for ${counted(months, '# month', '# months')}`, forEver: 'valid for ever', needs: (count: number, course: string) => `${counted(count, '# person', '# people')} with ${course}`,
  },
  gaps: { title: 'Missing requirements', none: 'Every partner meets what concerns it', noneDetail: 'What expires within two months is told here as well.' },
  badge: 'Certificates that expire soon',
  said: {
    personAdded: (name: string) => `${name} added`, personEdited: (name: string) => `${name} changed`, issued: (course: string, name: string) => `Certificate “${course}” of ${name} put on record`, left: (name: string) => `${name} has left`, joined: (name: string, partner: string) => `${name} works for ${partner} now`, activated: (name: string) => `${name} may act now`, revoked: (name: string) => `Certificate of ${name} revoked`,
    courseSaved: (name: string) => `Course “${name}” saved`, requirementSaved: (name: string) => `Requirement “${name}” saved`, requirementRemoved: (name: string) => `Requirement “${name}” removed`,
  },
}
