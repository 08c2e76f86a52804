/** What partners accept before they may do anything. */
export const agreementKinds = ['reseller', 'confidentiality', 'dataProtection', 'program'] as const
export type AgreementKind = (typeof agreementKinds)[number]

export const agreementStates = ['inForce', 'off'] as const

/** What is published is never edited; the next version takes its place. */
export const versionStates = ['draft', 'published'] as const

/** How it came about: signed on paper, by electronic signature, or by a click. */
export const acceptanceMeans = ['signature', 'eSignature', 'click'] as const
