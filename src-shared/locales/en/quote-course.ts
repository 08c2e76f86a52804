/** What happens to a quote between the deal and the order. */
export const quoteCourse = {
  open: 'Open the quote',
  /** Why a registered deal gives a quote no margin, after a colon. */
  gone: {
    unlinked: 'no registration is linked', otherPartner: 'another partner has registered it', otherCustomer: 'it is with another customer', draft: 'it was not submitted', submitted: 'it is not approved yet', inReview: 'it is in review',
    actionRequired: 'it waits for the partner’s answer', approved: 'its window is over', rejected: 'it was rejected', withdrawn: 'it was withdrawn', expired: 'it has expired', closedWon: 'it was won, and its price is not locked any more', closedLost: 'it was lost',
    revoked: 'its approval was taken back',
  },
  registration: {
    title: 'Registered deal', none: 'None', submit: 'Link', nothing: 'This partner has registered no deal with this customer.',
    explain: 'Its margin counts only while it stands, and its window does not end while the customer has the quote. It becomes the primary quote of the deal, unless the deal has one.',
    standing: (percent: string, until: string) => `${percent}% margin, until ${until}`,
    frozen: (percent: string) => `${percent}% margin; its window waits`,
    ended: (why: string) => `no margin: ${why}`,
    linked: (name: string) => `“${name}” is for the registered deal`,
    unlinked: (name: string) => `“${name}” is for no registered deal`,
  },
  registrationEnded: (why: string) => `Prices still hold the margin of the registered deal, but ${why}. Reprice the quote.`,
  marginFalls: (why: string) => `The margin of the registered deal falls: ${why}.`,
  proof: {
    title: 'Proof', choose: 'Attach a file…', explain: 'What the customer signed or sent: PDF, PNG or JPEG, up to 1 MB. It is put on record.', save: 'Save the proof', kept: (name: string, size: string) => `${name}, ${size}`, saved: (name: string) => `${name} saved`, remove: 'Leave it out',
  },
  logo: { title: 'Logo', choose: 'Choose a picture…', remove: 'Take it away', explain: 'PNG, up to 200 KB. It stands at the head of the first page.', size: (width: number, height: number) => `${width} × ${height} pixels`, alone: 'Add the template first; then it takes a logo.' },
}
